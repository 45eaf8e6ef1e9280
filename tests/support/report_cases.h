// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "data/table.h"
#include "train/part_scores.h"
#include "train/prediction_table.h"
#include "train/report/run_report.h"

#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace lepton::testing {

/// A test part with what a model said of it, as a run keeps it.
struct ReportCase
{
    std::vector<std::string> classes;
    std::vector<std::int64_t> rows; ///< from 0 in the data set
    std::vector<std::string> texts;
    std::vector<std::int32_t> truth;
    std::vector<float> probabilities; ///< [rows, classes]

    /// Adds a row whose guess is @p guess with @p confidence; the other classes share the rest.
    void add(std::int32_t label, std::int32_t guess, float confidence, std::string text = {})
    {
        const float rest = classes.size() > 1 ? (1 - confidence) / float(classes.size() - 1) : 0;
        for (std::size_t i = 0; i < classes.size(); ++i)
            probabilities.push_back(std::int32_t(i) == guess ? confidence : rest);
        truth.push_back(label);
        rows.push_back(std::int64_t(2 * rows.size() + 1));
        texts.push_back(text.empty() ? "text " + std::to_string(rows.size()) : std::move(text));
    }
};

/// Reports of made-up predictions, each from a file of its own as a run keeps it.
class ReportMaker
{
public:
    std::shared_ptr<data::Table> table(const ReportCase& one)
    {
        train::TrainingData data;
        data.classes = one.classes;
        data.texts = one.texts;
        data.labels = one.truth;
        data.rows = one.rows;
        std::vector<std::int64_t> positions;
        for (std::size_t i = 0; i < one.rows.size(); ++i)
            positions.push_back(std::int64_t(i));
        const std::filesystem::path file =
            m_folder.filePath(QString::number(m_files++) + QStringLiteral(".parquet")).toStdString();
        train::writePredictions(file, data, positions, {one.probabilities, 0}, {});
        return data::Table::open(file);
    }
    /// What the run keeps beside the table. Without scores of probabilities where one is no number.
    static nlohmann::json kept(const ReportCase& one)
    {
        for (const float value : one.probabilities) {
            if (std::isnan(value))
                return {{"text", "no report"}, {"classes", one.classes}};
        }
        return train::partReport({one.classes, one.truth, {one.probabilities, 0}});
    }
    std::shared_ptr<const train::RunReport> report(const ReportCase& one)
    {
        return std::make_shared<train::RunReport>(table(one), kept(one), base::Cancellation());
    }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
};

} // namespace lepton::testing
