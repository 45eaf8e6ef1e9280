// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/dataset_reader.h"

#include "base/text.h"
#include "store/workspace.h"

#include <algorithm>
#include <numeric>

namespace lepton::ui {

namespace {

/// Events are read in pages from the newest on, so that a long log costs no more than its last part.
constexpr std::int64_t eventPage = 500;
constexpr std::int64_t eventScanLimit = 20'000;
constexpr std::size_t activityLimit = 200;
/// What of a name stands before a number.
constexpr std::size_t stemLength = 110;

std::vector<std::size_t> firstColumns(const data::Schema& schema)
{
    std::vector<std::size_t> columns(std::min(schema.size(), sampleColumnLimit));
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    return columns;
}

data::Page rowsOf(data::Table& table, const std::vector<std::int64_t>& rows, std::size_t limit,
                  const base::Cancellation& cancellation)
{
    std::vector<std::uint32_t> numbers;
    for (const auto row : rows) {
        if (numbers.size() == limit)
            break;
        numbers.push_back(std::uint32_t(row));
    }
    if (numbers.empty())
        return {};
    const auto count = std::int64_t(numbers.size());
    return table.page(data::RowOrder::listed(std::move(numbers)), 0, count, firstColumns(table.schema()),
                      cancellation);
}

std::vector<store::Event> eventsOf(store::Workspace& workspace, const base::DatasetId& id,
                                   const base::Cancellation& cancellation)
{
    const auto text = id.toString();
    std::vector<store::Event> found;
    for (std::int64_t offset = 0; offset < eventScanLimit; offset += eventPage) {
        cancellation.throwIfRequested();
        auto events = workspace.latestEvents(offset, eventPage);
        for (auto& event : events) {
            if (event.object == text || event.detail.find(text) != std::string::npos)
                found.push_back(std::move(event));
            if (found.size() == activityLimit)
                return found;
        }
        if (std::int64_t(events.size()) < eventPage)
            break;
    }
    return found;
}

data::Dataset datasetOf(data::DatasetService& service, const base::DatasetId& id)
{
    auto dataset = service.store().find(id);
    if (!dataset)
        throw base::Error(
            base::ErrorCode::NotFound,
            "This data set is no longer in the workspace: it was removed from the trash for good.");
    return std::move(*dataset);
}

} // namespace

VersionFacts readVersion(data::DatasetService& service, const base::DatasetId& id, int number,
                         std::int64_t sampleRows, const base::Cancellation& cancellation)
{
    VersionFacts facts{.dataset = datasetOf(service, id), .version = {}, .profile = {}, .sample = {}};
    if (number == 0)
        number = facts.dataset.latestVersion;
    if (number == 0)
        return facts;
    facts.version = service.store().version(id, number);
    if (!facts.version)
        return facts;
    cancellation.throwIfRequested();
    facts.profile = service.store().profile(facts.version->id);
    cancellation.throwIfRequested();
    if (sampleRows > 0 && facts.version->rows > 0) {
        const auto table = service.open(*facts.version);
        facts.sample = table->page(data::RowOrder::all(table->rowCount()), 0, sampleRows,
                                   firstColumns(table->schema()), cancellation);
    }
    return facts;
}

DatasetDetails readDetails(const DatasetContext& context, const base::DatasetId& id, int number,
                           const base::Cancellation& cancellation)
{
    DatasetDetails details;
    details.shown = readVersion(context.datasets, id, number, 10, cancellation);
    details.versions = context.datasets.store().versions(id);
    details.activity = eventsOf(context.workspace, id, cancellation);
    return details;
}

VersionComparison compareVersions(data::DatasetService& service, const base::DatasetId& id, int before,
                                  int after, std::size_t shownRows, const base::Cancellation& cancellation,
                                  base::Progress& progress)
{
    const auto earlier = service.store().version(id, before);
    const auto later = service.store().version(id, after);
    if (!earlier || !later)
        throw base::Error(base::ErrorCode::NotFound,
                          "One of the two versions is no longer in the workspace.");
    const auto earlierTable = service.open(*earlier);
    const auto laterTable = service.open(*later);
    VersionComparison comparison{.before = *earlier, .after = *later, .diff = {}, .added = {}, .removed = {}};
    comparison.diff = data::diffTables(*earlierTable, *laterTable, cancellation, progress);
    comparison.added = rowsOf(*laterTable, comparison.diff.addedRows, shownRows, cancellation);
    comparison.removed = rowsOf(*earlierTable, comparison.diff.removedRows, shownRows, cancellation);
    return comparison;
}

std::string restoreDataset(data::DatasetService& service, const base::DatasetId& id, WhenTaken whenTaken)
{
    const std::string name = datasetOf(service, id).name;
    std::string wanted;
    for (int number = 2;; ++number) {
        try {
            service.restore(id, wanted);
            return datasetOf(service, id).name;
        } catch (const base::Error& error) {
            if (error.code() != base::ErrorCode::Exists || whenTaken == WhenTaken::Refuse)
                throw;
        }
        wanted = std::string(base::firstCodePoints(name, stemLength)) + " " + std::to_string(number);
    }
}

} // namespace lepton::ui
