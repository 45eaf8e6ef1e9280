// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/base_models_view_model.h"

namespace lepton::ui {

BaseModelsViewModel::BaseModelsViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_rights(m_backend)
{
    connect(&m_rights, &Rights::changed, this, &BaseModelsViewModel::changed);
}

void BaseModelsViewModel::refresh()
{
    m_rights.refresh();
    m_read.run([backend = m_backend] { return backend->baseModels(); },
               [this](std::vector<train::BaseModel> models) {
                   m_model.setModels(std::move(models));
                   m_state = State::Ready;
                   m_error.reset();
                   Q_EMIT changed();
               },
               [this](const base::Error& error) {
                   m_state = State::Failed;
                   m_error = error;
                   Q_EMIT changed();
               });
}

void BaseModelsViewModel::trash(const train::BaseModelId& id, const QString& name)
{
    m_commands.run([backend = m_backend, id] { backend->trashBaseModel(id); },
                   [this, id, name] {
                       refresh();
                       Q_EMIT trashed(name, id);
                   },
                   [this](const base::Error& error) {
                       Q_EMIT commandFailed(tr("The base model was not moved to the trash."), error);
                   });
}

void BaseModelsViewModel::restore(const train::BaseModelId& id, const QString& name)
{
    m_commands.run([backend = m_backend, id] { backend->restoreBaseModel(id); },
                   [this, name] {
                       refresh();
                       Q_EMIT restored(name);
                   },
                   [this](const base::Error& error) {
                       Q_EMIT commandFailed(tr("The base model was not restored."), error);
                   });
}

} // namespace lepton::ui
