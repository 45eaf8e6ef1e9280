// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_list.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace lepton::ui {

class ViewMemory;

/// A filter, an order and columns under a name.
struct RunView
{
    QString name;
    RunListRequest request; ///< of the shelf of listed runs
    QStringList columns;
};

/// The views that this person has saved, by name; remembered on this machine.
class RunViews final : public QObject
{
    Q_OBJECT

public:
    /// @p memory outlives it.
    explicit RunViews(ViewMemory& memory);

    const std::vector<RunView>& views() const { return m_views; }
    /// A view of the same name, in either case, is replaced.
    void save(RunView view);
    /// Another view that is called @p to is replaced.
    void rename(const QString& name, const QString& to);
    void remove(const QString& name);
    /// The saved view that these are.
    const RunView* matching(const RunListRequest& request, const QStringList& columns) const;

Q_SIGNALS:
    void changed();

private:
    void write();

    ViewMemory& m_memory;
    std::vector<RunView> m_views;
};

} // namespace lepton::ui
