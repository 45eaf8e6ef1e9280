// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "progress_line.h"
#include "text_columns.h"

#include "base/progress.h"
#include "eval/classification_report.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace lepton::cli {
namespace {

struct ReportOptions
{
    std::string file, truth, predicted;
    int digits = 2;
};

int report(const Context& context, const ReportOptions& options)
{
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    const auto columns = readTextColumns(options.file,
                                         {{options.truth, {"true", "y_true", "truth", "label"}},
                                          {options.predicted, {"pred", "y_pred", "predicted", "prediction"}}},
                                         context.interrupted(), progress);
    line.clear();
    const std::vector<std::string_view> truth(columns[0].begin(), columns[0].end());
    const std::vector<std::string_view> predicted(columns[1].begin(), columns[1].end());
    const auto scores = eval::classificationReport(truth, predicted, {});
    if (context.json)
        print(eval::reportJson(scores).dump() + "\n");
    else
        print(eval::reportText(scores, options.digits));
    return 0;
}

} // namespace

void addReport(CLI::App& app, Context& context)
{
    auto options = std::make_shared<ReportOptions>();
    CLI::App* verb = app.add_subcommand(
        "report", "Classification report of two columns of a file, as scikit-learn prints it");
    verb->add_option("FILE", options->file, "A table: CSV, TSV, JSON Lines or Parquet")->required();
    verb->add_option("--true", options->truth,
                     "Column of the true labels (default: true, else the first of two)")
        ->type_name("COL");
    verb->add_option("--pred", options->predicted,
                     "Column of the predictions (default: pred, else the second of two)")
        ->type_name("COL");
    verb->add_option("--digits", options->digits, "Digits after the point")
        ->type_name("K")
        ->check(CLI::Range(0, 50));
    verb->footer("Example:\n  lepton report predictions.csv --true label --pred predicted --digits 4");
    context.whenChosen(*verb, [options, &context] { return report(context, *options); });
}

} // namespace lepton::cli
