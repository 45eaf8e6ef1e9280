// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/standard.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace lepton::ui {

/// A gate with the fields that it has, and what it means.
class GateRow final : public QWidget
{
    Q_OBJECT

public:
    /// Parts are called @p name + ".metric", ".value", ".support", ".remove".
    GateRow(const QString& name, registry::Gate gate, QWidget* parent = nullptr);

    const registry::Gate& gate() const noexcept { return m_gate; }

Q_SIGNALS:
    void changed();
    void removeRequested();

private:
    QLayout* makeFields(const QString& name);
    QLayout* makeMetricFields(const QString& name, registry::MetricGate& gate);
    QSpinBox* makeCount(const QString& name, std::int64_t& count, std::int64_t least);

    registry::Gate m_gate;
};

} // namespace lepton::ui
