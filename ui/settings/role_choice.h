// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/access.h"

#include <QWidget>

#include <vector>

class QCheckBox;

namespace lepton::ui {

/// The four roles to tick, each with what it is for.
class RoleChoice final : public QWidget
{
    Q_OBJECT

public:
    /// Boxes are called @p name + ".analyst", ...
    RoleChoice(const QString& name, const identity::Roles& roles, QWidget* parent = nullptr);

    identity::Roles roles() const;

Q_SIGNALS:
    void changed();

private:
    std::vector<std::pair<identity::Role, QCheckBox*>> m_boxes;
};

} // namespace lepton::ui
