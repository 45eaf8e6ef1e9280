// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_view_model.h"

namespace lepton::ui {

ModelsViewModel::ModelsViewModel(std::shared_ptr<ModelsBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{}

void ModelsViewModel::refresh()
{
    m_read.run([backend = m_backend] { return backend->overview(); },
               [this](ModelsOverview overview) {
                   m_overview = std::move(overview);
                   m_error.reset();
                   m_state = State::Ready;
                   Q_EMIT changed();
               },
               [this](const base::Error& error) {
                   m_error = error;
                   if (m_state == State::Loading)
                       m_state = State::Failed;
                   Q_EMIT changed();
               });
}

} // namespace lepton::ui
