// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_view_model.h"

#include "base/file.h"
#include "ui/datasets/dataset_text.h"

#include <algorithm>

namespace lepton::ui {

struct ModelViewModel::Read
{
    ModelsOverview overview;
    ModelDetails details;
};

ModelViewModel::ModelViewModel(std::shared_ptr<ModelsBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{}

bool ModelViewModel::isBusy() const noexcept
{
    return m_read.isRunning() || m_readCard.isRunning() || m_find.isRunning() || m_command.isRunning();
}

void ModelViewModel::open(const QString& name, int version)
{
    if (name.compare(m_name, Qt::CaseInsensitive) != 0) {
        m_state = State::Loading;
        m_details = {};
        m_card.reset();
    }
    m_name = name;
    m_wanted = version;
    Q_EMIT changed();
    refresh();
}

void ModelViewModel::refresh()
{
    m_read.run(
        [backend = m_backend, name = m_name.toStdString()] {
            return Read{backend->overview(), backend->model(name)};
        },
        [this](Read read) { take(std::move(read)); },
        [this](const base::Error& error) {
            m_error = error;
            m_state = State::Failed;
            Q_EMIT changed();
        });
}

void ModelViewModel::take(Read read)
{
    m_overview = std::move(read.overview);
    m_details = std::move(read.details);
    m_name = DatasetText::from(m_details.model.name);
    m_error.reset();
    m_state = State::Ready;
    Q_EMIT changed();
    readCard();
}

const VersionSummary* ModelViewModel::version() const
{
    const auto& versions = m_details.versions;
    const auto byNumber = [&](int number) {
        const auto found = std::ranges::find(versions, number, &VersionSummary::number);
        return found == versions.end() ? nullptr : &*found;
    };
    if (const VersionSummary* wanted = byNumber(m_wanted))
        return wanted;
    if (m_details.model.production)
        return byNumber(*m_details.model.production);
    return versions.empty() ? nullptr : &versions.front();
}

void ModelViewModel::select(int number)
{
    if (number == m_wanted)
        return;
    m_wanted = number;
    Q_EMIT changed();
    readCard();
}

void ModelViewModel::readCard()
{
    const VersionSummary* shown = version();
    if (!shown)
        return;
    m_readCard.run([backend = m_backend, name = m_name.toStdString(),
                    number = shown->number] { return backend->card(name, number); },
                   [this](registry::CardFacts card) {
                       m_card = std::move(card);
                       Q_EMIT changed();
                   },
                   [this](const base::Error& error) {
                       m_error = error;
                       Q_EMIT changed();
                   });
}

void ModelViewModel::command(const QString& title, std::function<void(ModelsBackend&)> work,
                             std::function<void()> done)
{
    m_command.run([backend = m_backend, work = std::move(work)] { work(*backend); },
                  [this, done = std::move(done)] {
                      done();
                      refresh();
                  },
                  [this, title](const base::Error& error) {
                      Q_EMIT commandFailed(title, error);
                      refresh();
                  });
}

void ModelViewModel::setTrashed(int number, bool isTrashed)
{
    const auto found = std::ranges::find(m_details.versions, number, &VersionSummary::number);
    if (found == m_details.versions.end())
        return;
    command(
        isTrashed ? tr("v%1 was not moved to the trash.").arg(number)
                  : tr("v%1 was not restored.").arg(number),
        [id = found->id, isTrashed](ModelsBackend& backend) { backend.setTrashed(id, isTrashed); },
        [this, number, isTrashed] {
            if (isTrashed)
                Q_EMIT trashed(number);
            else
                Q_EMIT restored(number);
        });
}

void ModelViewModel::setAlias(const QString& alias, int number)
{
    command(
        tr("The alias was not set."),
        [id = m_details.model.id, alias = alias.toStdString(), number](ModelsBackend& backend) {
            backend.setAlias(id, alias, number);
        },
        [] {});
}

void ModelViewModel::removeAlias(const QString& alias)
{
    command(
        tr("The alias was not removed."),
        [id = m_details.model.id, alias = alias.toStdString()](ModelsBackend& backend) {
            backend.removeAlias(id, alias);
        },
        [] {});
}

void ModelViewModel::describe(const QString& intendedUse, const QString& limits)
{
    command(
        tr("The card was not changed."),
        [id = m_details.model.id, use = intendedUse.toStdString(),
         limits = limits.toStdString()](ModelsBackend& backend) { backend.describe(id, use, limits); },
        [this] { Q_EMIT described(); });
}

void ModelViewModel::saveCard(const QString& file, const QString& card)
{
    command(
        tr("The card was not saved."),
        [path = std::filesystem::path(file.toStdString()), text = card.toStdString()](ModelsBackend&) {
            base::writeFileAtomically(path, text);
        },
        [this, file] { Q_EMIT cardSaved(file); });
}

void ModelViewModel::findProduction(base::UtcTime time)
{
    m_find.run(
        [backend = m_backend, name = m_name.toStdString(), time] {
            return backend->productionAt(name, time);
        },
        [this](std::optional<int> number) { Q_EMIT productionFound(number); },
        [this](const base::Error& error) { Q_EMIT commandFailed(tr("The past cannot be read."), error); });
}

} // namespace lepton::ui
