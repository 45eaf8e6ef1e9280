// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/standard.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace lepton::ui {

class Button;
class FormField;
class GateRow;
class TextLabel;

/// What it takes to reach one stage: approvals, who gives them, and gates.
class RulesForm final : public QWidget
{
    Q_OBJECT

public:
    /// Parts are called @p name + ".approvals", ".gate.0.value", ...
    RulesForm(const QString& name, registry::Stage stage, QWidget* parent = nullptr);

    registry::StageRules rules() const;
    /// Emits nothing.
    void setRules(const registry::StageRules& rules);

Q_SIGNALS:
    void changed();

private:
    void fillMenu();
    void addGate(const registry::Gate& gate);
    void setGates(const std::vector<registry::Gate>& gates);

    QString m_name;
    bool m_isFilling = false;
    QSpinBox* m_approvals;
    QCheckBox* m_reviewer;
    QCheckBox* m_admin;
    QCheckBox* m_excludeTrainer;
    QLineEdit* m_departments;
    TextLabel* m_none;
    Button* m_add;
    QVBoxLayout* m_list;
    std::vector<GateRow*> m_gates;
};

} // namespace lepton::ui
