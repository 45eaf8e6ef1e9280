// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/report_csv.h"

#include "train/csv_cell.h"
#include "train/report/run_report.h"

#include <fmt/format.h>

#include <cmath>

namespace lepton::train {
namespace {

std::string figure(double value)
{
    return std::isfinite(value) ? fmt::format("{}", value) : std::string();
}

std::string row(const std::string& name, const eval::Scores& scores)
{
    return csvCell(name) + "," + figure(scores.precision) + "," + figure(scores.recall) + "," +
           figure(scores.f1) + fmt::format(",{}\r\n", scores.support);
}

} // namespace

std::string reportCsv(const RunReport& report)
{
    const eval::ClassificationReport& scores = report.scores();
    std::string csv = "class,precision,recall,f1,support\r\n";
    for (std::size_t i = 0; i < scores.classes.size(); ++i)
        csv += row(scores.names[i], scores.classes[i]);
    csv += "accuracy,,," + figure(scores.micro.f1) + fmt::format(",{}\r\n", scores.micro.support);
    return csv + row("macro avg", scores.macro) + row("weighted avg", scores.weighted);
}

} // namespace lepton::train
