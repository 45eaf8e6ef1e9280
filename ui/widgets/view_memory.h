// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace lepton::ui {

/// What views remember for this person on this machine: places of splitters, columns, saved filters. By
/// itself it remembers as long as the program runs; the window's own keeps it. GUI thread.
class ViewMemory
{
public:
    virtual ~ViewMemory() = default;

    /// What was last set under @p name; empty when nothing was.
    virtual QByteArray state(const QString& name) const { return m_states.value(name); }
    virtual void setState(const QString& name, const QByteArray& state) { m_states[name] = state; }

private:
    QHash<QString, QByteArray> m_states;
};

} // namespace lepton::ui
