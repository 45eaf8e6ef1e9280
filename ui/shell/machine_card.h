// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/machine_facts.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace lepton::ui {

class TextLabel;

/// What this computer can do, a line each; "being looked at" until it is known.
class MachineCard final : public QWidget
{
    Q_OBJECT

public:
    explicit MachineCard(QWidget* parent = nullptr);

    void setMachine(const MachineFacts& facts);
    void retranslate();

private:
    void fill();
    void addLine(bool there, const QString& name, const QString& value);

    std::optional<MachineFacts> m_machine;
    TextLabel* m_title;
    QVBoxLayout* m_lines;
};

} // namespace lepton::ui
