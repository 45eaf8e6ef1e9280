// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/detail_view_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/restoring.h"

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr std::size_t comparedRows = 20;

} // namespace

DetailViewModel::DetailViewModel(DatasetContext context, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_rights(context)
    , m_useRights(context)
{
    for (const Rights* rights : std::initializer_list<const Rights*>{&m_rights, &m_useRights})
        connect(rights, &Rights::changed, this, &DetailViewModel::changed);
}

void DetailViewModel::open(const QString& name, int version)
{
    if (m_state == State::Ready && name == m_name && version == m_version) {
        refresh();
        return;
    }
    if (name != m_name || m_state == State::Failed) {
        m_id = {};
        m_details = {};
        m_state = State::Loading;
        cancelComparison();
    }
    m_name = name;
    m_version = version;
    m_error.reset();
    Q_EMIT changed();
    refresh();
}

void DetailViewModel::refresh()
{
    m_rights.refresh();
    m_useRights.refresh();
    m_read.run(
        [context = m_context, name = m_name.toStdString(), known = m_id,
         number = m_version](const base::Cancellation& cancellation) {
            auto id = known;
            if (id.isNull()) {
                const auto found = context.datasets.store().findByName(name);
                if (!found)
                    throw base::Error(
                        base::ErrorCode::NotFound,
                        "There is no data set of this name. It may have been renamed or moved to the "
                        "trash; the list of data sets shows what there is.");
                id = found->id;
            }
            return readDetails(context, id, number, cancellation);
        },
        [this](DatasetDetails details) {
            m_details = std::move(details);
            m_id = m_details.shown.dataset.id;
            m_name = DatasetText::from(m_details.shown.dataset.name);
            m_state = State::Ready;
            m_error.reset();
            Q_EMIT changed();
        },
        [this](const base::Error& error) {
            m_error = error;
            m_state = State::Failed;
            Q_EMIT changed();
        });
}

QString DetailViewModel::whyNot(data::DatasetAction action) const
{
    return isTrashed() && action != data::DatasetAction::Read ? tr("It is in the trash. Restore it first.")
                                                              : m_rights.whyNot(action);
}

QString DetailViewModel::whyNot(DatasetUse use) const
{
    return isTrashed() ? tr("It is in the trash. Restore it first.") : m_useRights.whyNot(use);
}

const data::DatasetVersion* DetailViewModel::version() const
{
    return m_details.shown.version ? &*m_details.shown.version : nullptr;
}

const data::DatasetVersion* DetailViewModel::previous() const
{
    if (!version())
        return nullptr;
    const auto it = std::ranges::find_if(m_details.versions, [this](const data::DatasetVersion& candidate) {
        return candidate.number < version()->number; // newest first
    });
    return it == m_details.versions.end() ? nullptr : &*it;
}

void DetailViewModel::compare(int before, int after)
{
    m_comparisonState = Comparison::Running;
    m_comparisonError.reset();
    Q_EMIT comparisonChanged();
    m_compare.run(
        [context = m_context, id = m_id, before, after](const base::Cancellation& cancellation) {
            base::Progress progress;
            return compareVersions(context.datasets, id, before, after, comparedRows, cancellation, progress);
        },
        [this](VersionComparison comparison) {
            m_comparison = std::move(comparison);
            m_comparisonState = Comparison::Ready;
            Q_EMIT comparisonChanged();
        },
        [this](const base::Error& error) {
            m_comparisonError = error;
            m_comparisonState = Comparison::Failed;
            Q_EMIT comparisonChanged();
        });
}

void DetailViewModel::cancelComparison()
{
    m_compare.cancel();
    if (m_comparisonState == Comparison::None)
        return;
    m_comparisonState = Comparison::None;
    Q_EMIT comparisonChanged();
}

void DetailViewModel::edit(const data::DatasetEdit& edit, std::function<void()> done,
                           std::function<void(base::Error)> failed)
{
    m_commands.run([context = m_context, id = m_id, edit] { context.datasets.edit(id, edit); },
                   [this, done = std::move(done)] {
                       refresh();
                       done();
                   },
                   [failed = std::move(failed)](const base::Error& error) { failed(error); });
}

void DetailViewModel::trash()
{
    m_commands.run([context = m_context, id = m_id] { context.datasets.trash(id); },
                   [this, name = m_name, id = m_id] { Q_EMIT trashed(name, id); },
                   [this](const base::Error& error) {
                       Q_EMIT commandFailed(tr("The data set was not moved to the trash."), error);
                   });
}

void DetailViewModel::restore(const base::DatasetId& id, WhenTaken whenTaken)
{
    Restoring::run(
        m_commands, m_context, id, whenTaken,
        {.restored =
             [this](const QString& name) {
                 m_state = State::Loading;
                 Q_EMIT restored(name);
             },
         .failed = [this](const QString& title,
                          const base::Error& error) { Q_EMIT commandFailed(title, error); },
         .nameTaken = [this, id](const QString& title,
                                 const base::Error& error) { Q_EMIT nameTaken(title, error, id); }});
}

} // namespace lepton::ui
