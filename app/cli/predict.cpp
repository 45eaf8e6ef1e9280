// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "line_input.h"

#include "app/session/session.h"
#include "train/training_service.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace lepton::cli {
namespace {

struct Options
{
    std::string run;
    bool probabilities = false;
    bool jsonLines = false;
};

/// The text in a line of JSON: a string, or an object with it under "text".
std::string textOf(const std::string& line, std::int64_t number)
{
    const nlohmann::json value = nlohmann::json::parse(line, nullptr, false);
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_object() && value.contains("text") && value.at("text").is_string())
        return value.at("text").get<std::string>();
    base::ErrorPlace place;
    place.line = number;
    throw base::Error(
        base::ErrorCode::BadJson,
        fmt::format("Line {} is neither a JSON string nor an object with a text under \"text\".", number),
        place);
}

nlohmann::ordered_json answer(const std::vector<std::string>& labels, const float* row,
                              bool withProbabilities)
{
    const auto likeliest = std::max_element(row, row + labels.size()) - row;
    nlohmann::ordered_json document{{"label", labels[static_cast<std::size_t>(likeliest)]}};
    if (withProbabilities) {
        nlohmann::ordered_json scores;
        for (std::size_t i = 0; i < labels.size(); ++i)
            scores[labels[i]] = row[i];
        document["scores"] = std::move(scores);
    }
    return document;
}

int predict(const Context& context, const Options& options)
{
    const auto session = context.openSession();
    const train::Run run = session->training().runs().resolve(options.run);
    const auto predictor = session->training().predictor(run);
    const auto& labels = predictor->labels();
    LineInput input(context.interrupted());
    std::int64_t before = 0;
    for (auto lines = input.nextLines(); !lines.empty(); lines = input.nextLines()) {
        context.interrupted().throwIfRequested();
        if (options.jsonLines) {
            for (std::size_t i = 0; i < lines.size(); ++i)
                lines[i] = textOf(lines[i], before + static_cast<std::int64_t>(i) + 1);
        }
        const std::vector<std::string_view> texts(lines.begin(), lines.end());
        std::vector<float> probabilities;
        try {
            probabilities = predictor->predict(texts);
        } catch (const base::Error& error) {
            rethrowWithLine(error, before);
        }
        std::string out;
        for (std::size_t i = 0; i < lines.size(); ++i)
            out += answer(labels, probabilities.data() + i * labels.size(), options.probabilities)
                       .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
                   "\n";
        print(out);
        flushOutput();
        before += static_cast<std::int64_t>(lines.size());
    }
    return 0;
}

} // namespace

void addPredict(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand(
        "predict", "Classify lines of standard input with a finished run; prints JSON, a line a text");
    verb->add_option("RUN", options->run, "R-number or UUID of the run")->required();
    verb->add_flag("--proba", options->probabilities, "Print the probability of each label, too");
    verb->add_flag("--jsonl", options->jsonLines,
                   "The lines are JSON: a string, or an object with the text under \"text\"");
    verb->footer("Example:\n  echo \"what a lovely day\" | lepton predict R-1 --proba");
    context.whenChosen(*verb, [options, &context] { return predict(context, *options); });
}

} // namespace lepton::cli
