// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/prediction_table.h"

#include "base/cancellation.h"
#include "data/table_output.h"
#include "train/part_scores.h"

namespace lepton::train {
namespace {

constexpr std::size_t probabilityColumns = 1'000;
constexpr std::size_t fixedColumns = 5;

data::Schema schemaFor(const std::vector<std::string>& classes)
{
    data::Schema schema{{{.name = predictionColumns::row, .type = data::ColumnType::Int64},
                         {.name = predictionColumns::text, .type = data::ColumnType::Text},
                         {.name = predictionColumns::truth, .type = data::ColumnType::Text},
                         {.name = predictionColumns::predicted, .type = data::ColumnType::Text},
                         {.name = predictionColumns::probability, .type = data::ColumnType::Float64}}};
    if (classes.size() <= probabilityColumns) {
        for (const std::string& name : classes)
            schema.columns.push_back(
                {.name = predictionColumns::ofClass(name), .type = data::ColumnType::Float64});
    }
    return schema;
}

} // namespace

std::string predictionColumns::ofClass(const std::string& name)
{
    return "p(" + name + ")";
}

void writePredictions(const std::filesystem::path& target, const TrainingData& data,
                      std::span<const std::int64_t> positions, const Predictions& predictions,
                      const base::Cancellation& cancellation)
{
    std::vector<std::int32_t> truth;
    for (const std::int64_t position : positions)
        truth.push_back(data.labels[static_cast<std::size_t>(position)]);
    const auto predicted = predictedClasses({data.classes, truth, predictions});
    const auto probability = [&](std::size_t row, std::size_t label) {
        return double{predictions.probabilities[row * data.classes.size() + label]};
    };
    const auto cell = [&](std::int64_t rowNumber, std::size_t column) -> data::CellValue {
        const auto row = static_cast<std::size_t>(rowNumber);
        const auto position = static_cast<std::size_t>(positions[row]);
        const auto likeliest = static_cast<std::size_t>(predicted[row]);
        switch (column) {
        case 0:
            return data.rows[position] + 1;
        case 1:
            return data.texts[position];
        case 2:
            return data.classes[static_cast<std::size_t>(truth[row])];
        case 3:
            return data.classes[likeliest];
        case 4:
            return probability(row, likeliest);
        default:
            return probability(row, column - fixedColumns);
        }
    };
    data::writeTable(target, schemaFor(data.classes), static_cast<std::int64_t>(positions.size()), cell,
                     cancellation);
}

} // namespace lepton::train
