// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "base/file.h"
#include "base/progress.h"
#include "data/gather_arrow.h"
#include "data/order_blocks_arrow.h"
#include "data/parquet_export_arrow.h"
#include "data/table_writer.h"

#include <arrow/array/array_base.h>

#include <algorithm>
#include <utility>

namespace lepton::data {
namespace {

/// Makes row groups of full size out of blocks of any size.
class RowGroups
{
public:
    RowGroups(TableWriter& writer, std::size_t columns)
        : m_writer(writer)
        , m_waiting(columns)
    {}

    void add(const RowBlock& block)
    {
        for (std::int64_t done = 0; done < block.count;) {
            const std::int64_t count = std::min(block.count - done, rowGroupRows - m_rows);
            for (std::size_t column = 0; column < m_waiting.size(); ++column)
                m_waiting[column].push_back(block.columns[column]->Slice(done, count));
            m_rows += count;
            done += count;
            if (m_rows == rowGroupRows)
                flush();
        }
    }

    void flush()
    {
        if (m_rows == 0)
            return;
        std::vector<std::shared_ptr<arrow::Array>> columns;
        for (auto& pieces : m_waiting)
            columns.push_back(joinArrays(std::exchange(pieces, {})));
        m_writer.write(std::move(columns));
        m_rows = 0;
    }

private:
    TableWriter& m_writer;
    std::vector<std::vector<std::shared_ptr<arrow::Array>>> m_waiting; ///< by column
    std::int64_t m_rows = 0;
};

} // namespace

void exportParquet(ParquetTable& table, const RowOrder& order, const std::filesystem::path& path,
                   const base::Cancellation& cancellation, base::Progress& progress)
{
    const std::size_t columns = table.schema().size();
    std::vector<bool> dictionary(columns, true); // the writer gives it up where values do not repeat
    TableWriter writer(path, table.schema(), dictionary);
    RowGroups groups(writer, columns);
    const OrderBlocks blocks(table, order);
    for (std::int64_t i = 0; i < blocks.count(); ++i) {
        cancellation.throwIfRequested();
        const RowBlock block = blocks.read(i, cancellation);
        groups.add(block);
        progress.advance(block.count);
    }
    groups.flush();
    writer.finish();
    base::File::openForReading(path).sync();
}

} // namespace lepton::data
