// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/arrow_support.h"
#include "data/column_memory_arrow.h"
#include "data/gather_arrow.h"

#include <arrow/array.h>
#include <arrow/array/concatenate.h>
#include <arrow/builder.h>
#include <arrow/result.h>

namespace lepton::data {

std::shared_ptr<arrow::Array> selectRows(const std::shared_ptr<arrow::Array>& array, const Bitmap& selected)
{
    const std::int64_t count = selected.count();
    if (count == array->length())
        return array;
    auto builder = arrow::MakeBuilder(array->type(), columnMemory());
    check(builder.status());
    check((*builder)->Reserve(count));
    // Neighbouring rows are taken together.
    const arrow::ArraySpan span(*array->data());
    std::int64_t begin = 0, end = 0;
    selected.forEach([&](std::int64_t row) {
        if (row != end) {
            check((*builder)->AppendArraySlice(span, begin, end - begin));
            begin = row;
        }
        end = row + 1;
    });
    check((*builder)->AppendArraySlice(span, begin, end - begin));
    auto result = (*builder)->Finish();
    check(result.status());
    return *result;
}

std::shared_ptr<arrow::Array> arrangeRows(const std::shared_ptr<arrow::Array>& array,
                                          std::span<const std::int64_t> rows)
{
    auto builder = arrow::MakeBuilder(array->type(), columnMemory());
    check(builder.status());
    check((*builder)->Reserve(static_cast<std::int64_t>(rows.size())));
    const arrow::ArraySpan span(*array->data());
    for (const std::int64_t row : rows)
        check((*builder)->AppendArraySlice(span, row, 1));
    auto result = (*builder)->Finish();
    check(result.status());
    return *result;
}

std::shared_ptr<arrow::Array> joinArrays(std::vector<std::shared_ptr<arrow::Array>> arrays)
{
    if (arrays.size() == 1)
        return arrays.front();
    auto joined = arrow::Concatenate(arrays, columnMemory());
    check(joined.status());
    return *joined;
}

} // namespace lepton::data
