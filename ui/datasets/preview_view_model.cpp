// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/preview_view_model.h"

#include "ui/datasets/dataset_text.h"

namespace lepton::ui {

namespace {
constexpr std::int64_t paneRows = 5;
}

PreviewViewModel::PreviewViewModel(DatasetContext context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{}

void PreviewViewModel::show(const data::Dataset& dataset)
{
    const bool same = m_state == State::Ready && m_facts.dataset.id == dataset.id &&
                      m_facts.dataset.latestVersion == dataset.latestVersion;
    if (same) {
        m_facts.dataset = dataset;
        Q_EMIT changed();
        return;
    }
    m_facts = VersionFacts{.dataset = dataset, .version = {}, .profile = {}, .sample = {}};
    m_state = State::Loading;
    m_error.reset();
    Q_EMIT changed();
    m_read.run(
        [context = m_context, id = dataset.id](const base::Cancellation& cancellation) {
            return readVersion(context.datasets, id, 0, paneRows, cancellation);
        },
        [this](VersionFacts facts) {
            m_facts = std::move(facts);
            m_state = State::Ready;
            Q_EMIT changed();
        },
        [this](const base::Error& error) {
            m_error = error;
            m_state = State::Failed;
            Q_EMIT changed();
        });
}

void PreviewViewModel::clear()
{
    m_read.cancel();
    m_facts = {};
    m_state = State::Empty;
    Q_EMIT changed();
}

void PreviewViewModel::retry()
{
    if (m_state == State::Failed)
        show(data::Dataset(m_facts.dataset));
}

int PreviewViewModel::categoryColumn() const
{
    if (!m_facts.version)
        return -1;
    const auto& columns = m_facts.version->schema.columns;
    int found = -1;
    int any = -1;
    for (std::size_t i = 0; i < std::min(columns.size(), m_facts.profile.columns.size()); ++i) {
        const auto& profile = m_facts.profile.columns[i];
        const bool countable =
            columns[i].type == data::ColumnType::Bool || DatasetText::isCategory(columns[i], profile);
        if (!countable || profile.distinct < 2)
            continue;
        any = any < 0 ? int(i) : any;
        // Labels are few and stand last by custom.
        if (profile.distinct <= 12)
            found = int(i);
    }
    return found >= 0 ? found : any;
}

int PreviewViewModel::histogramColumn() const
{
    if (!m_facts.version)
        return -1;
    const auto& columns = m_facts.version->schema.columns;
    int measured = -1;
    int text = -1;
    double longest = 0;
    for (std::size_t i = 0; i < std::min(columns.size(), m_facts.profile.columns.size()); ++i) {
        const auto& profile = m_facts.profile.columns[i];
        if (profile.histogram.counts.empty())
            continue;
        if (columns[i].type == data::ColumnType::Text && !DatasetText::isCategory(columns[i], profile)) {
            if (profile.mean.value_or(0) > longest) {
                longest = *profile.mean;
                text = int(i);
            }
        } else if (DatasetText::isMeasured(columns[i]) && measured < 0 && profile.distinct > 2) {
            measured = int(i);
        }
    }
    return text >= 0 ? text : measured;
}

} // namespace lepton::ui
