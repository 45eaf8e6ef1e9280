// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/models_backend.h"
#include "ui/widgets/async.h"

#include <memory>
#include <optional>

namespace lepton::ui {

/// All models and what waits. Reads on a worker; what was read stays while it is read again.
class ModelsViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };

    explicit ModelsViewModel(std::shared_ptr<ModelsBackend> backend, QObject* parent = nullptr);

    State state() const noexcept { return m_state; }
    const ModelsOverview& overview() const noexcept { return m_overview; }
    const std::optional<base::Error>& error() const noexcept { return m_error; }
    bool isBusy() const noexcept { return m_read.isRunning(); }
    void refresh();

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<ModelsBackend> m_backend;
    State m_state = State::Loading;
    ModelsOverview m_overview;
    std::optional<base::Error> m_error;
    Async m_read;
};

} // namespace lepton::ui
