// SPDX-License-Identifier: GPL-3.0-or-later
#include "count_option.h"
#include "run.h"
#include "run_json.h"
#include "text_table.h"

#include "app/session/session.h"
#include "train/training_service.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace lepton::cli {
namespace {

struct RunListOptions
{
    std::string filter, sort;
    std::int64_t limit = -1;
    bool trashed = false;
};

std::string figure(const std::map<std::string, double>& metrics, const std::string& key)
{
    const auto found = metrics.find(key);
    return found == metrics.end() ? std::string() : fmt::format("{:.4f}", found->second);
}

/// "KEY", "KEY:asc" or "KEY:desc".
void readSort(train::RunListQuery& query, const train::RunFieldNames& names, std::string_view text)
{
    query.direction = train::SortDirection::Ascending;
    for (const auto& [ending, direction] :
         {std::pair{std::string_view(":desc"), train::SortDirection::Descending},
          std::pair{std::string_view(":asc"), train::SortDirection::Ascending}}) {
        if (text.ends_with(ending)) {
            text.remove_suffix(ending.size());
            query.direction = direction;
            break;
        }
    }
    query.sort = names.find(text);
}

std::vector<train::RunRow> wantedRuns(app::Session& session, const RunListOptions& options)
{
    auto& lists = session.training().lists();
    const train::RunFieldNames names = lists.fieldNames();
    train::RunListQuery query;
    query.filter = train::RunFilter(options.filter, names);
    query.shelf = options.trashed ? train::RunShelf::Trashed : train::RunShelf::Listed;
    if (!options.sort.empty())
        readSort(query, names, options.sort);
    std::vector<std::int64_t> numbers = lists.order(query).numbers;
    if (options.limit >= 0 && std::cmp_less(options.limit, numbers.size()))
        numbers.resize(static_cast<std::size_t>(options.limit));
    return lists.rows(numbers, {{"validation/macro_f1", "test/macro_f1"}, {}});
}

std::string nothing(const RunListOptions& options)
{
    if (options.trashed)
        return "The trash holds no such run.\n";
    return options.filter.empty() ? "There are no runs yet: lepton train --help\n"
                                  : "No run fits the filter.\n";
}

int listRuns(const Context& context, const RunListOptions& options)
{
    const auto session = context.openSession();
    endDeadRuns(*session);
    const auto runs = wantedRuns(*session, options);
    if (context.json) {
        nlohmann::json json{{"runs", nlohmann::json::array()}};
        for (const train::RunRow& run : runs)
            json["runs"].push_back(listEntry(*session, run));
        printJson(json);
        return 0;
    }
    TextTable table({{"run"},
                     {"name"},
                     {"state"},
                     {"data set"},
                     {"base model"},
                     {"started"},
                     {"validation F1", TextTable::Align::Right},
                     {"test F1", TextTable::Align::Right},
                     {"tags"}});
    for (const train::RunRow& run : runs)
        table.add({run.name(), run.title, std::string(jobs::stateName(run.state)),
                   fmt::format("{}@{}", run.datasetName, run.datasetNumber), run.baseModelName,
                   run.started ? run.started->toString() : std::string(),
                   figure(run.metrics, "validation/macro_f1"), figure(run.metrics, "test/macro_f1"),
                   fmt::format("{}", fmt::join(run.tags, ", "))});
    print(table.empty() ? nothing(options) : table.toString());
    return 0;
}

} // namespace

void endDeadRuns(app::Session& session)
{
    try {
        session.jobs().recover();
    } catch (const base::Error&) {
        // read-only, or not a member
    }
}

void addRunList(CLI::App& run, Context& context)
{
    auto options = std::make_shared<RunListOptions>();
    CLI::App* list = run.add_subcommand("list", "List the runs, newest first");
    list->add_option("--filter", options->filter,
                     "Which runs, such as \"macro_f1 > 0.9 and dataset = 'reviews' and tag is not null\"");
    list->add_option("--sort", options->sort,
                     "KEY, or KEY:desc: a metric, best, duration, learning_rate, ...; failed runs come last");
    list->add_option("--limit", options->limit, "At most so many")->check(faultOfCount);
    list->add_flag("--trashed", options->trashed, "Those in the trash");
    list->footer(
        "Example:\n  lepton run list --filter \"state = 'completed'\" --sort macro_f1:desc --limit 5");
    context.whenChosen(*list, [&context, options] { return listRuns(context, *options); });
}

} // namespace lepton::cli
