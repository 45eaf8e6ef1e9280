// SPDX-License-Identifier: GPL-3.0-or-later
// list, show, head
#include "count_option.h"
#include "dataset.h"
#include "dataset_json.h"
#include "text_table.h"

#include "app/session/session.h"
#include "base/nearest_name.h"
#include "base/progress.h"
#include "data/column_kinds.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <numeric>

namespace lepton::cli {
namespace {

constexpr std::int64_t defaultRows = 10;

struct ListOptions
{
    std::string search;
    std::vector<std::string> departments, tags;
    bool trashed = false;
};

int listDatasets(const Context& context, const ListOptions& options)
{
    const auto session = context.openSession();
    data::DatasetQuery query;
    query.search = options.search;
    query.departments = options.departments;
    query.tags = options.tags;
    query.trashed = options.trashed;
    const std::vector<data::Dataset> datasets = session->datasets().store().list(query);
    if (context.json) {
        nlohmann::json list = nlohmann::json::array();
        for (const data::Dataset& dataset : datasets)
            list.push_back(listEntry(dataset));
        printJson({{"datasets", std::move(list)}});
        return 0;
    }
    if (datasets.empty()) {
        print(options.trashed ? "The trash is empty.\n" : "No data sets.\n");
        return 0;
    }
    using Align = TextTable::Align;
    TextTable table({{"NAME"},
                     {"VERSION", Align::Right},
                     {"ROWS", Align::Right},
                     {"DEPARTMENT"},
                     {"SENSITIVITY"},
                     {options.trashed ? "TRASHED" : "UPDATED"}});
    for (const data::Dataset& dataset : datasets)
        table.add({dataset.name, std::to_string(dataset.latestVersion), grouped(dataset.rows),
                   dataset.department, std::string(data::sensitivityName(dataset.sensitivity)),
                   dataset.trashed.value_or(dataset.updated).toString()});
    print(table.toString());
    return 0;
}

std::string rangeText(const data::Column& column, const data::ColumnProfile& profile)
{
    if (!data::isMissing(profile.smallest) && !data::isMissing(profile.largest))
        return data::formatCell(column, profile.smallest) + " to " +
               data::formatCell(column, profile.largest);
    return profile.top.empty() ? std::string() : profile.top.front().first;
}

void printShow(const data::VersionRef& ref, const data::TableProfile& profile,
               const std::vector<data::DatasetVersion>& versions)
{
    const data::Dataset& dataset = ref.dataset;
    const data::DatasetVersion& version = ref.version;
    print(dataset.name + "@" + std::to_string(version.number) + ": " + counted(version.rows, "row") + ", " +
          counted(std::ssize(version.schema.columns), "column") + ", " + byteSize(version.bytes) + "\n");
    if (!dataset.description.empty())
        print("  " + dataset.description + "\n");
    print("  department " + dataset.department + ", " +
          std::string(data::sensitivityName(dataset.sensitivity)) + ", owner " + dataset.ownerName + "\n");
    if (!dataset.tags.empty()) {
        std::string tags;
        for (const std::string& tag : dataset.tags)
            tags += (tags.empty() ? "" : ", ") + tag;
        print("  tags " + tags + "\n");
    }
    print("  from " + version.provenance.fileName + ", by " + version.authorName + ", " +
          version.created.toString() + "\n");
    print("  content " + version.contentHash + "\n\n");

    using Align = TextTable::Align;
    TextTable columns(
        {{"COLUMN"}, {"TYPE"}, {"MISSING", Align::Right}, {"DISTINCT", Align::Right}, {"VALUES"}});
    for (std::size_t i = 0; i < version.schema.size() && i < profile.columns.size(); ++i) {
        const data::Column& column = version.schema.columns[i];
        const data::ColumnProfile& facts = profile.columns[i];
        columns.add({fitted(column.name, longestCell), shownType(column), grouped(facts.missing),
                     (facts.distinctExact ? "" : "~") + grouped(facts.distinct),
                     fitted(rangeText(column, facts), longestCell)});
    }
    print(columns.toString());
    if (versions.size() < 2)
        return;
    TextTable list({{"VERSION", Align::Right}, {"ROWS", Align::Right}, {"CREATED"}, {"AUTHOR"}, {"NOTE"}});
    for (const data::DatasetVersion& entry : versions)
        list.add({std::to_string(entry.number), grouped(entry.rows), entry.created.toString(),
                  entry.authorName, fitted(entry.note, longestCell)});
    print("\n" + list.toString());
}

int showDataset(const Context& context, const std::string& name)
{
    const auto session = context.openSession();
    data::DatasetService& datasets = session->datasets();
    const data::VersionRef ref = datasets.resolve(name);
    const data::TableProfile profile = datasets.store().profile(ref.version.id);
    const std::vector<data::DatasetVersion> versions = datasets.store().versions(ref.dataset.id);
    if (context.json)
        printJson(showDocument(ref, profile, versions));
    else
        printShow(ref, profile, versions);
    return 0;
}

struct HeadOptions
{
    std::string dataset, filter, sort;
    std::int64_t rows = defaultRows;
    std::int64_t offset = 0;
};

/// "COL", "COL:asc" or "COL:desc"; a column that is called all of it comes first.
data::SortKey sortKeyOf(const std::string& text, const data::Schema& schema)
{
    data::SortKey key;
    std::string name = text;
    if (!schema.find(name)) {
        for (const auto& [ending, descending] :
             {std::pair<std::string_view, bool>{":desc", true}, {":asc", false}}) {
            if (!name.ends_with(ending))
                continue;
            name.erase(name.size() - ending.size());
            key.descending = descending;
            break;
        }
    }
    const auto column = schema.find(name);
    if (!column) {
        base::ErrorPlace place;
        place.column = name;
        std::vector<std::string> names;
        for (const data::Column& one : schema.columns)
            names.push_back(one.name);
        throw base::Error(base::ErrorCode::UnknownColumn,
                          "There is no column called \"" + name + "\" to sort by. " +
                              base::didYouMean(name, names).value_or("lepton dataset show lists them."),
                          std::move(place));
    }
    key.column = *column;
    return key;
}

void printPage(const data::Schema& schema, const data::Page& page, std::int64_t rowCount)
{
    using Align = TextTable::Align;
    std::vector<TextTable::Heading> headings{{"ROW", Align::Right}};
    for (const std::size_t column : page.columns) {
        const data::ColumnType type = schema.columns[column].type;
        headings.push_back({fitted(schema.columns[column].name, longestCell),
                            data::isNumber(type) ? Align::Right : Align::Left});
    }
    TextTable table(std::move(headings));
    for (std::size_t i = 0; i < page.cells.size(); ++i) {
        std::vector<std::string> cells{grouped(page.rows[i] + 1)};
        for (std::size_t k = 0; k < page.cells[i].size(); ++k)
            cells.push_back(
                fitted(data::formatCell(schema.columns[page.columns[k]], page.cells[i][k]), longestCell));
        table.add(std::move(cells));
    }
    print(table.toString());
    const auto shown = static_cast<std::int64_t>(page.cells.size());
    if (shown > 0 && shown < rowCount)
        print("rows " + grouped(page.first + 1) + " to " + grouped(page.first + shown) + " of " +
              grouped(rowCount) + "\n");
    else
        print(counted(rowCount, "row") + "\n");
}

int headDataset(const Context& context, const HeadOptions& options)
{
    const auto session = context.openSession();
    const data::VersionRef ref = session->datasets().resolve(options.dataset);
    const std::shared_ptr<data::Table> table = session->datasets().open(ref.version);
    const data::Schema& schema = table->schema();
    base::Progress progress;
    data::RowOrder order = options.filter.empty()
                               ? data::RowOrder::all(table->rowCount())
                               : table->filter(options.filter, context.interrupted(), progress);
    if (!options.sort.empty())
        order = table->sort(order, sortKeyOf(options.sort, schema), context.interrupted(), progress);
    std::vector<std::size_t> columns(schema.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    const std::int64_t first = std::min(options.offset, order.size());
    const std::int64_t count = std::min(options.rows, order.size() - first);
    const data::Page page = table->page(order, first, count, columns, context.interrupted());
    if (context.json)
        printJson(headDocument(schema, page, order.size()));
    else
        printPage(schema, page, order.size());
    return 0;
}

} // namespace

void addDatasetView(CLI::App& dataset, Context& context)
{
    auto listOptions = std::make_shared<ListOptions>();
    CLI::App* list = dataset.add_subcommand("list", "List the data sets");
    list->add_option("--search", listOptions->search, "Words in names, descriptions, tags and column names");
    list->add_option("--department", listOptions->departments, "Only of this department")
        ->allow_extra_args(false);
    list->add_option("--tag", listOptions->tags, "Only with this tag")->allow_extra_args(false);
    list->add_flag("--trashed", listOptions->trashed, "What is in the trash");
    list->footer("Example:\n  lepton dataset list --json --workspace team");
    context.whenChosen(*list, [&context, listOptions] { return listDatasets(context, *listOptions); });

    auto name = std::make_shared<std::string>();
    CLI::App* show = dataset.add_subcommand("show", "Show a data set: columns, statistics, versions, source");
    show->add_option("DATASET", *name, "NAME or NAME@VERSION")->required();
    show->footer("Example:\n  lepton dataset show loans@2 --workspace team");
    context.whenChosen(*show, [&context, name] { return showDataset(context, *name); });

    auto headOptions = std::make_shared<HeadOptions>();
    CLI::App* head = dataset.add_subcommand("head", "Print rows of a data set");
    head->add_option("DATASET", headOptions->dataset, "NAME or NAME@VERSION")->required();
    head->add_option("--rows", headOptions->rows, "How many rows (default 10)")->check(faultOfCount);
    head->add_option("--offset", headOptions->offset, "How many rows to pass over")->check(faultOfCount);
    head->add_option("--filter", headOptions->filter, "Only rows for which this holds");
    head->add_option("--sort", headOptions->sort, "COLUMN, or COLUMN:desc");
    head->footer("Example:\n  lepton dataset head loans --rows 5 --filter \"amount >= 1000 and city = 'Ulm'\""
                 " --sort amount:desc --workspace team");
    context.whenChosen(*head, [&context, headOptions] { return headDataset(context, *headOptions); });
}

} // namespace lepton::cli
