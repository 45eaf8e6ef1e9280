// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "data/parquet_table_arrow.h"

#include <arrow/array/array_base.h>

namespace lepton::data {
namespace {
base::Error notYet()
{
    return {base::ErrorCode::Unsupported, "This release can page through the table and no more."};
}
} // namespace

RowOrder ParquetTable::sort(const RowOrder&, const SortKey&, const base::Cancellation&, base::Progress&)
{
    throw notYet();
}
std::int64_t ParquetTable::find(const RowOrder&, std::string_view, std::size_t, std::int64_t, bool,
                                const base::Cancellation&)
{
    throw notYet();
}
ColumnProfile ParquetTable::profile(const RowOrder&, std::size_t, const base::Cancellation&, base::Progress&)
{
    throw notYet();
}
} // namespace lepton::data
