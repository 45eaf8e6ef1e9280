// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "line_input.h"

#include "app/session/registry_of.h"
#include "registry/registry_service.h"
#include "train/training_service.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace lepton::cli {
namespace {

struct PredictOptions
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

/// "R-12", "12" or a UUID; no model can be called so.
bool namesRun(const std::string& text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool dashed = text.starts_with("R-") || text.starts_with("r-");
    const std::string number = dashed ? text.substr(2) : text;
    return train::RunId::parse(text) || (!number.empty() && std::ranges::all_of(number, isDigit));
}

/// Classifies what is on standard input, and counts the rows as their answers are out.
void classify(const Context& context, const PredictOptions& options, train::Predictor& predictor,
              std::int64_t& before)
{
    const auto& labels = predictor.labels();
    LineInput input(context.interrupted());
    for (auto lines = input.nextLines(); !lines.empty(); lines = input.nextLines()) {
        context.interrupted().throwIfRequested();
        if (options.jsonLines) {
            for (std::size_t i = 0; i < lines.size(); ++i)
                lines[i] = textOf(lines[i], before + static_cast<std::int64_t>(i) + 1);
        }
        const std::vector<std::string_view> texts(lines.begin(), lines.end());
        std::vector<float> probabilities;
        try {
            probabilities = predictor.predict(texts);
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
}

int predict(const Context& context, const PredictOptions& options)
{
    const auto session = context.openSession();
    std::int64_t rows = 0;
    if (namesRun(options.run)) {
        const train::Run run = session->training().runs().resolve(options.run);
        classify(context, options, *session->training().predictor(run), rows);
        return 0;
    }
    const auto registry = app::registryOf(*session);
    const registry::ModelVersion served = registry->resolve(options.run);
    registry->require(identity::Right::Predict); // before anything is served that could not be recorded
    const auto predictor = registry->predictor(served.version);
    const auto at = options.run.rfind('@');
    const std::string asked = at == std::string::npos ? "" : options.run.substr(at + 1);
    try {
        classify(context, options, *predictor, rows);
    } catch (...) {
        // What was printed was served, also where the batch ended early.
        if (rows > 0)
            registry->recordPredictions(served, asked, rows);
        throw;
    }
    registry->recordPredictions(served, asked, rows);
    return 0;
}

} // namespace

void addPredict(CLI::App& app, Context& context)
{
    auto options = std::make_shared<PredictOptions>();
    CLI::App* verb = app.add_subcommand(
        "predict",
        "Classify lines of standard input with a run or a model version; prints JSON, a line a text");
    verb->add_option("RUN", options->run,
                     "R-number or UUID of a run, or a model: NAME (in production, else the newest), NAME@3, "
                     "NAME@production, "
                     "NAME@staging, NAME@ALIAS")
        ->required();
    verb->add_flag("--proba", options->probabilities, "Print the probability of each label, too");
    verb->add_flag("--jsonl", options->jsonLines,
                   "The lines are JSON: a string, or an object with the text under \"text\"");
    verb->footer("Example:\n  echo \"what a lovely day\" | lepton predict R-1 --proba\n"
                 "  lepton predict reviews@production < texts.txt");
    context.whenChosen(*verb, [options, &context] { return predict(context, *options); });
}

} // namespace lepton::cli
