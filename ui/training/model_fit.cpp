// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/model_fit.h"

#include "ui/training/new_run_view_model.h"

#include <vector>

namespace lepton::ui {

namespace {

/// Each has to read its vocabulary.
constexpr std::size_t mostModels = 12;

} // namespace

ModelFit::ModelFit(std::shared_ptr<TrainingBackend> backend, NewRunViewModel& newRun, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_newRun(newRun)
{
    connect(&m_newRun, &NewRunViewModel::changed, this, &ModelFit::follow);
}

std::optional<ModelFit::Texts> ModelFit::texts() const
{
    const train::Recipe& recipe = m_newRun.recipe();
    if (recipe.datasetVersion.isNull() || recipe.textColumn.empty())
        return std::nullopt;
    return Texts(recipe.datasetVersion, recipe.textColumn);
}

std::map<train::BaseModelId, double> ModelFit::unknownShares() const
{
    std::map<train::BaseModelId, double> known;
    const auto wanted = texts();
    const auto found = wanted ? m_shares.find(*wanted) : m_shares.end();
    if (found == m_shares.end())
        return known;
    for (const auto& [model, share] : found->second) {
        if (share)
            known.emplace(model, *share);
    }
    return known;
}

void ModelFit::follow()
{
    const auto wanted = texts();
    if (!wanted) {
        m_asked.reset();
        m_read.cancel();
        return;
    }
    std::vector<train::BaseModelId> models;
    const Shares& there = m_shares[*wanted];
    for (const train::BaseModel& model : m_newRun.baseModels()) {
        if (!there.contains(model.id) && models.size() < mostModels)
            models.push_back(model.id);
    }
    if (models.empty() || (m_read.isRunning() && m_asked == wanted))
        return;
    m_asked = wanted;
    m_read.run(
        [backend = m_backend, texts = *wanted, models](const base::Cancellation& cancellation) {
            Shares shares;
            for (const train::BaseModelId& model : models) {
                cancellation.throwIfRequested();
                try {
                    shares[model] = backend->unknownShare(texts.first, texts.second, model);
                } catch (const base::Error&) {
                    shares[model] = std::nullopt; // the checks say what is wrong with the one that is chosen
                }
            }
            return shares;
        },
        [this, texts = *wanted](Shares shares) {
            m_shares[texts].merge(shares);
            Q_EMIT changed();
        },
        [](const base::Error&) {});
}

} // namespace lepton::ui
