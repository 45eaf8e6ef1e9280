// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench.h"

#include "context.h"
#include "progress_line.h"
#include "text_table.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace lepton::cli {
namespace {

struct BenchOptions
{
    bench::Setup setup;
    bench::MetricsOptions metrics;
    bench::TokenizeOptions tokenize;
    bench::TrainOptions train;
    std::string file;
};

nlohmann::json orNull(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

std::string rate(double value)
{
    constexpr double whole = 100;
    return value >= whole ? grouped(static_cast<std::int64_t>(value)) : fmt::format("{:.2f}", value);
}

void show(const Context& context, const std::string& name, const bench::Result& result)
{
    if (context.json) {
        nlohmann::json json{{"bench", name}, {"rows", nlohmann::json::array()}, {"notes", result.notes}};
        for (const bench::Row& row : result.rows)
            json["rows"].push_back({{"what", row.what},
                                    {"unit", row.unit},
                                    {"ours", row.ours},
                                    {"peer_name", row.peerName},
                                    {"peer", orNull(row.peer)},
                                    {"better", row.better == bench::Better::More ? "more" : "less"},
                                    {"ratio", orNull(row.ratio())}});
        printJson(json);
        return;
    }
    TextTable table({{"what"},
                     {"unit"},
                     {"lepton", TextTable::Align::Right},
                     {"peer", TextTable::Align::Right},
                     {"ratio", TextTable::Align::Right},
                     {"peer is"}});
    for (const bench::Row& row : result.rows)
        table.add({row.what, row.unit, rate(row.ours), row.peer ? rate(*row.peer) : "not run",
                   row.ratio() ? fmt::format("{:.2f}", *row.ratio()) : "", row.peerName});
    print(table.toString());
    for (const std::string& note : result.notes)
        print(note + "\n");
}

CLI::App* addBenchVerb(CLI::App& parent, Context& context, const std::shared_ptr<BenchOptions>& options,
                       const std::string& name, const std::string& what, const std::string& example,
                       std::function<bench::Result(const BenchOptions&)> measure)
{
    CLI::App* verb = parent.add_subcommand(name, what);
    verb->add_option("--peers", options->setup.peers,
                     "A Python that has the peers: they are measured too, on the same data")
        ->type_name("PYTHON");
    verb->add_option("--rounds", options->setup.rounds,
                     "The best of so many counts, on both sides (default 3)")
        ->check(CLI::Range(1, 100));
    verb->add_option("--threads", options->setup.threads, "On both sides (default 0: one a core)")
        ->check(CLI::Range(0, 1'024));
    verb->footer("Example:\n  lepton bench " + example);
    context.whenChosen(*verb, [options, &context, name, measure] {
        ProgressLine line;
        options->setup.cancellation = context.interrupted();
        options->setup.tell = [&line](const std::string& text) { line.show(text); };
        const bench::Result result = measure(*options);
        line.clear();
        show(context, name, result);
        return 0;
    });
    return verb;
}

template <typename Choice>
void addNamed(CLI::App& verb, const char* option, Choice& value, const std::map<std::string, Choice>& names,
              const char* what)
{
    std::vector<std::string> words;
    for (const auto& [word, choice] : names)
        words.push_back(word);
    const auto take = [&value, names](const std::string& word) { value = names.at(word); };
    verb.add_option_function<std::string>(option, take, what)
        ->type_name("WORD")
        ->check(CLI::IsMember(words).description(""));
}

void addTrainOptions(CLI::App& verb, bench::TrainOptions& train)
{
    verb.add_option("FILE", train.file, "A table with a column of texts and one of labels")->required();
    verb.add_option("--model", train.model, "Hugging Face folder of the base model")
        ->type_name("DIR")
        ->required();
    verb.add_option("--text", train.text, "Its column of texts (default text)")->type_name("COL");
    verb.add_option("--label", train.label, "Its column of labels (default label)")->type_name("COL");
    verb.add_option("--steps", train.steps, "Steps that are measured (default 30)")
        ->check(CLI::Range(1, 1'000'000));
    verb.add_option("--batch", train.batch, "Rows of a batch (default 16)")->check(CLI::Range(1, 10'000));
    verb.add_option("--max-length", train.maxLength, "Tokens of a text (default 128)")
        ->check(CLI::Range(2, 10'000));
    addNamed(verb, "--device", train.device,
             {{"auto", train::DeviceChoice::Auto},
              {"cpu", train::DeviceChoice::Cpu},
              {"cuda", train::DeviceChoice::Cuda}},
             "On both sides: auto (default), cpu or cuda");
    addNamed(verb, "--precision", train.precision,
             {{"auto", train::Precision::Auto},
              {"fp32", train::Precision::Float32},
              {"bf16", train::Precision::BFloat16}},
             "On both sides: auto (default), fp32 or bf16");
}

} // namespace

void addBench(CLI::App& app, Context& context)
{
    CLI::App* parent = app.add_subcommand(
        "bench", "Measure this program on this machine, beside the Python packages that do the same");
    parent->require_subcommand(1);
    parent->footer("Example:\n  lepton bench metrics --peers python3");
    auto options = std::make_shared<BenchOptions>();

    CLI::App* tokenize =
        addBenchVerb(*parent, context, options, "tokenize", "Lines of text into ids; peer: tokenizers",
                     "tokenize texts.txt --model all-MiniLM-L6-v2",
                     [](const BenchOptions& o) { return bench::benchTokenize(o.setup, o.tokenize); });
    tokenize->add_option("FILE", options->tokenize.file, "A text a line")->required();
    tokenize->add_option("--model", options->tokenize.model, "Hugging Face folder")
        ->type_name("DIR")
        ->required();
    tokenize->add_option("--max-length", options->tokenize.maxLength, "Cut to so many ids (default 0: uncut)")
        ->check(CLI::NonNegativeNumber);

    CLI::App* train =
        addBenchVerb(*parent, context, options, "train", "Steps of fine-tuning; peer: transformers",
                     "train reviews.csv --model all-MiniLM-L6-v2 --peers python3",
                     [](const BenchOptions& o) { return bench::benchTrain(o.setup, o.train); });
    addTrainOptions(*train, options->train);

    CLI::App* metrics =
        addBenchVerb(*parent, context, options, "metrics",
                     "Metric points into a catalog; peers: MLflow, TensorBoard", "metrics --peers python3",
                     [](const BenchOptions& o) { return bench::benchMetrics(o.setup, o.metrics); });
    metrics->add_option("--points", options->metrics.points, "Points of a round (default 1000000)")
        ->check(CLI::Range(1'000, 1'000'000'000));
    metrics->add_flag("--shared", options->metrics.shared, "In a workspace as it is made for a share");

    CLI::App* import = addBenchVerb(
        *parent, context, options, "import", "A table file into Parquet; peer: pyarrow", "import loans.csv",
        [](const BenchOptions& o) { return bench::benchImport(o.setup, o.file); });
    import->add_option("FILE", options->file, "CSV, JSON Lines or Parquet")->required();
}

} // namespace lepton::cli
