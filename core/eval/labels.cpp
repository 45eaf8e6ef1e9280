// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/labels.h"

#include "base/error.h"

#include <algorithm>
#include <unordered_map>

namespace lepton::eval {

void requireRows(std::size_t rows, std::size_t other)
{
    if (rows != other)
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "The true column has " + std::to_string(rows) + " rows and the predicted one " +
                              std::to_string(other) + ". Give a prediction for each row.");
    if (rows == 0)
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "There are no rows, so nothing can be scored. Choose data with at least one row.");
}

LabelledRows labelRows(std::span<const std::string_view> truth, std::span<const std::string_view> predicted)
{
    requireRows(truth.size(), predicted.size());
    std::unordered_map<std::string_view, LabelIndex> index;
    for (const auto& column : {truth, predicted}) {
        for (const std::string_view label : column)
            index.try_emplace(label, 0);
    }
    LabelledRows rows;
    rows.labels.reserve(index.size());
    for (const auto& [label, unused] : index)
        rows.labels.emplace_back(label);
    std::ranges::sort(rows.labels); // the order of UTF-8 bytes is that of code points
    for (std::size_t i = 0; i < rows.labels.size(); ++i)
        index[rows.labels[i]] = static_cast<LabelIndex>(i);

    const auto numbered = [&index](std::span<const std::string_view> column) {
        std::vector<LabelIndex> numbers;
        numbers.reserve(column.size());
        for (const std::string_view label : column)
            numbers.push_back(index.find(label)->second);
        return numbers;
    };
    rows.truth = numbered(truth);
    rows.predicted = numbered(predicted);
    return rows;
}

} // namespace lepton::eval
