// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/test_part.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "data/table.h"
#include "train/prediction_table.h"

#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace lepton::train {
namespace {

constexpr std::int64_t rowGroupRows = 16'384; ///< of a table of predictions

std::size_t requireColumn(const data::Table& table, const std::string& name)
{
    if (const auto column = table.schema().find(name))
        return *column;
    throw base::Error(base::ErrorCode::Damaged,
                      "The predictions of this run are damaged: the column \"" + name + "\" is missing.");
}

/// Calls @p take with each row of the columns, in order.
template <class Take>
void forEachRow(data::Table& table, const data::RowOrder& order, std::span<const std::size_t> columns,
                const base::Cancellation& cancellation, Take take)
{
    for (std::int64_t first = 0; first < order.size(); first += rowGroupRows) {
        data::Page page = table.page(order, first, rowGroupRows, columns, cancellation);
        for (auto& cells : page.cells)
            take(cells);
    }
}

double numberIn(const data::CellValue& cell)
{
    const auto* number = std::get_if<double>(&cell);
    return number ? *number : std::numeric_limits<double>::quiet_NaN();
}

std::string textIn(data::CellValue& cell)
{
    auto* text = std::get_if<std::string>(&cell);
    return text ? std::move(*text) : std::string();
}

data::RowOrder listed(std::span<const std::uint32_t> positions)
{
    return data::RowOrder::listed({positions.begin(), positions.end()});
}

} // namespace

TestPart readTestPart(data::Table& predictions, std::vector<std::string> classes,
                      const base::Cancellation& cancellation)
{
    const std::size_t columns[] = {requireColumn(predictions, predictionColumns::row),
                                   requireColumn(predictions, predictionColumns::truth),
                                   requireColumn(predictions, predictionColumns::predicted),
                                   requireColumn(predictions, predictionColumns::probability)};
    TestPart part;
    part.classes = std::move(classes);
    std::unordered_map<std::string_view, eval::LabelIndex> indices;
    for (std::size_t i = 0; i < part.classes.size(); ++i)
        indices.emplace(part.classes[i], static_cast<eval::LabelIndex>(i));
    const auto indexOf = [&](data::CellValue& cell) {
        const std::string name = textIn(cell);
        const auto found = indices.find(name);
        if (found == indices.end())
            throw base::Error(base::ErrorCode::Damaged, "The predictions of this run are damaged: row " +
                                                            std::to_string(part.rows.size() + 1) +
                                                            " has the class \"" + name +
                                                            "\", which the model does not know.");
        return found->second;
    };
    const auto count = static_cast<std::size_t>(predictions.rowCount());
    part.rows.reserve(count);
    part.truth.reserve(count);
    part.predicted.reserve(count);
    part.confidence.reserve(count);
    forEachRow(predictions, data::RowOrder::all(predictions.rowCount()), columns, cancellation,
               [&](std::vector<data::CellValue>& cells) {
                   part.truth.push_back(indexOf(cells[1]));
                   part.predicted.push_back(indexOf(cells[2]));
                   part.confidence.push_back(numberIn(cells[3]));
                   const auto* row = std::get_if<std::int64_t>(&cells[0]);
                   part.rows.push_back(row ? *row : 0);
               });
    return part;
}

bool hasClassProbabilities(const data::Table& predictions, const std::string& name)
{
    return predictions.schema().find(predictionColumns::ofClass(name)).has_value();
}

std::vector<double> readClassProbabilities(data::Table& predictions, const std::string& name,
                                           std::span<const std::uint32_t> positions,
                                           const base::Cancellation& cancellation)
{
    const std::size_t columns[] = {requireColumn(predictions, predictionColumns::ofClass(name))};
    std::vector<double> values;
    values.reserve(positions.size());
    forEachRow(predictions, listed(positions), columns, cancellation,
               [&values](std::vector<data::CellValue>& cells) { values.push_back(numberIn(cells[0])); });
    return values;
}

std::vector<std::string> readTexts(data::Table& predictions, std::span<const std::uint32_t> positions,
                                   const base::Cancellation& cancellation)
{
    const std::size_t columns[] = {requireColumn(predictions, predictionColumns::text)};
    std::vector<std::string> texts;
    texts.reserve(positions.size());
    forEachRow(predictions, listed(positions), columns, cancellation,
               [&texts](std::vector<data::CellValue>& cells) { texts.push_back(textIn(cells[0])); });
    return texts;
}

} // namespace lepton::train
