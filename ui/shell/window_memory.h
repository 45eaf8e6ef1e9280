// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_settings.h"
#include "ui/widgets/view_memory.h"

namespace lepton::ui {

/// What views remember, in WindowSettings.
class WindowMemory final : public ViewMemory
{
public:
    explicit WindowMemory(WindowSettings& settings)
        : m_settings(settings)
    {}

    QByteArray state(const QString& name) const override { return m_settings.state(name); }
    void setState(const QString& name, const QByteArray& state) override { m_settings.setState(name, state); }

private:
    WindowSettings& m_settings;
};

} // namespace lepton::ui
