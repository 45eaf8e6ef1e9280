// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/run_rows.h"

#include "base/error.h"
#include "data/table.h"
#include "registry/registry_state.h"
#include "train/object_files.h"
#include "train/recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace lepton::registry {
namespace {

using base::Error;
using base::ErrorCode;

/// Views of the texts of the training part; @p rows outlives them.
std::unordered_set<std::string_view> trainingTexts(const RunRows& rows)
{
    std::unordered_set<std::string_view> texts;
    for (const std::int64_t position : rows.split.of(train::Part::Train))
        texts.insert(rows.data.texts[static_cast<std::size_t>(position)]);
    return texts;
}

} // namespace

RunRows readRunRows(const store::ObjectStore& objects, const RegistryState& state, const RunFacts& run,
                    const base::Cancellation& cancellation, base::Progress& progress)
{
    const DatasetFacts* dataset = state.dataset(run.datasetVersion);
    if (!dataset || dataset->contentHash != run.datasetHash)
        throw Error(ErrorCode::NotFound,
                    fmt::format("The test data of {} ({} version {}) is not recorded in this workspace.",
                                run.name, run.datasetName, run.datasetNumber));
    std::filesystem::path file;
    try {
        file = train::verifiedObject(objects, {dataset->objectHash, 0}, cancellation);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::NotFound)
            throw;
        throw Error(ErrorCode::NotFound, fmt::format("The test data of {} ({} version {}) is gone.", run.name,
                                                     run.datasetName, run.datasetNumber));
    }
    const train::Recipe recipe = train::recipeFromJson(run.recipe);
    RunRows rows;
    rows.data = train::readTrainingData(*data::Table::open(file),
                                        {recipe.textColumn, recipe.labelColumn, recipe.splitColumn},
                                        cancellation, progress);
    rows.split = train::splitRows(rows.data, recipe);
    return rows;
}

TestRows testRowsOf(const RunFacts& run, const RunRows& rows)
{
    TestRows test;
    test.dataset = run.datasetName;
    test.number = run.datasetNumber;
    test.hash = run.datasetHash;
    test.classes = rows.data.classes;
    for (const std::int64_t position : rows.split.of(train::Part::Test)) {
        const auto index = static_cast<std::size_t>(position);
        test.texts.push_back(rows.data.texts[index]);
        test.labels.push_back(rows.data.labels[index]);
    }
    test.leaks = countTrainedOn(test, rows);
    return test;
}

std::int64_t countTrainedOn(const TestRows& rows, const RunRows& trained)
{
    const auto texts = trainingTexts(trained);
    return std::ranges::count_if(rows.texts, [&](const std::string& text) { return texts.contains(text); });
}

} // namespace lepton::registry
