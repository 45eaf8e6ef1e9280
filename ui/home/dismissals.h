// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/home_item.h"
#include "ui/widgets/view_memory.h"

namespace lepton::ui {

/// What this person has put aside on this machine of what waited in one workspace. What happens again to the
/// same thing waits again. GUI thread.
class Dismissals
{
public:
    /// @p workspace: its id.
    Dismissals(ViewMemory& memory, const QString& workspace);

    bool has(const HomeItem& item) const;
    void add(const HomeItem& item);
    void remove(const HomeItem& item);
    /// Takes what was put aside out of @p items.
    void apply(std::vector<HomeItem>& items) const;

private:
    QList<QByteArray> all() const;

    ViewMemory& m_memory;
    QString m_key;
};

} // namespace lepton::ui
