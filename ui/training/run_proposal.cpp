// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_proposal.h"

#include "train/model_checks.h"
#include "ui/training/column_guess.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace lepton::ui {

namespace {

/// Those that have a version, with texts and the newest first.
std::vector<const data::Dataset*> candidates(const std::vector<data::Dataset>& datasets)
{
    std::vector<const data::Dataset*> found;
    for (const data::Dataset& dataset : datasets) {
        if (dataset.latestVersion > 0)
            found.push_back(&dataset);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), [](const data::Dataset* one) {
        return std::pair(one->kind == data::DatasetKind::Text, one->updated.milliseconds);
    });
    if (found.size() > proposalsLookedAt)
        found.resize(proposalsLookedAt);
    return found;
}

/// The share of tokens that the model does not know; 1 where that cannot be told.
double unknownShare(TrainingBackend& backend, const data::DatasetVersion& version, const std::string& column,
                    const train::BaseModelId& model)
{
    try {
        return backend.unknownShare(version.id, column, model).value_or(1);
    } catch (const base::Error&) {
        return 1; // the checks say what is wrong with the one that is chosen
    }
}

} // namespace

train::BaseModelId proposedBaseModel(const std::vector<train::BaseModel>& models)
{
    const auto newest = std::ranges::max_element(
        models, {}, [](const train::BaseModel& model) { return model.created.milliseconds; });
    return newest == models.end() ? train::BaseModelId() : newest->id;
}

std::optional<TrainingSource> proposedData(TrainingBackend& backend,
                                           const std::vector<data::Dataset>& datasets,
                                           const train::BaseModelId& baseModel)
{
    std::optional<TrainingSource> best;
    double leastUnknown = std::numeric_limits<double>::infinity();
    for (const data::Dataset* dataset : candidates(datasets)) {
        TrainingSource source = backend.source(dataset->id, 0);
        if (!source.version)
            continue; // gone meanwhile
        const ColumnGuess guess = guessColumns(source.version->schema, source.profile);
        if (guess.text.empty() || guess.label.empty()) {
            if (!best)
                best = std::move(source); // until one that can be classified is found
            continue;
        }
        if (baseModel.isNull())
            return source;
        const double unknown = unknownShare(backend, *source.version, guess.text, baseModel);
        if (unknown < leastUnknown) {
            leastUnknown = unknown;
            best = std::move(source);
        }
        if (unknown <= train::manyUnknown)
            break;
    }
    return best;
}

} // namespace lepton::ui
