// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/gate_row.h"

#include "ui/settings/standard_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>
#include <utility>

namespace lepton::ui {

namespace {

constexpr int shownDecimals = 4;
constexpr double step = 0.01;

bool isLowerBetter(std::string_view metric)
{
    return metric == "ece" || metric == "brier";
}

QString boundWord(MetricBound bound)
{
    switch (bound) {
    case MetricBound::AtLeast:
        return GateRow::tr("at least", "between metric and value");
    case MetricBound::AtMost:
        return GateRow::tr("at most", "between metric and value");
    case MetricBound::NotBelowProductionBy:
        break;
    }
    return GateRow::tr("below production by at most", "between metric and value");
}

} // namespace

GateRow::GateRow(const QString& name, registry::Gate gate, QWidget* parent)
    : QWidget(parent)
    , m_gate(std::move(gate))
{
    setObjectName(name);
    auto* remove = new IconButton(QStringLiteral("close"), theme::smallFieldHeight);
    remove->setObjectName(name + QStringLiteral(".remove"));
    remove->setLabel(tr("Remove the gate: %1").arg(StandardText::gate(m_gate)));
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::gap8);
    line->addLayout(makeFields(name));
    line->addStretch();
    line->addWidget(remove);
    auto* meaning = new TextLabel(StandardText::meaning(m_gate), theme::Step::Small, theme::Role::Text2);
    meaning->setObjectName(name + QStringLiteral(".meaning"));
    meaning->setWordWrap(true);
    connect(this, &GateRow::changed, meaning,
            [this, meaning] { meaning->setText(StandardText::meaning(m_gate)); });
    connect(remove, &QToolButton::clicked, this, &GateRow::removeRequested);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::gap8, 0, theme::gap8);
    layout->setSpacing(theme::gap4);
    layout->addLayout(line);
    layout->addWidget(meaning);
}

QLayout* GateRow::makeFields(const QString& name)
{
    if (auto* metric = std::get_if<registry::MetricGate>(&m_gate))
        return makeMetricFields(name, *metric);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::gap8);
    const auto word = [line](const QString& text) {
        line->addWidget(new TextLabel(text, theme::Step::Strong));
    };
    if (auto* rows = std::get_if<registry::TestRowsGate>(&m_gate)) {
        word(tr("Test rows: at least"));
        line->addWidget(makeCount(name + QStringLiteral(".value"), rows->atLeast, 0));
    } else if (auto* leakage = std::get_if<registry::LeakageGate>(&m_gate)) {
        word(tr("Test rows in training: at most"));
        line->addWidget(makeCount(name + QStringLiteral(".value"), leakage->atMost, 0));
    } else {
        word(tr("The run can be repeated"));
    }
    return line;
}

QLayout* GateRow::makeMetricFields(const QString& name, registry::MetricGate& gate)
{
    auto* metric = new QComboBox;
    metric->setObjectName(name + QStringLiteral(".metric"));
    metric->setAccessibleName(tr("Metric"));
    for (const std::string_view one : registry::metricNames()) {
        if (gate.bound != MetricBound::NotBelowProductionBy || !isLowerBetter(one))
            metric->addItem(StandardText::metric(std::string(one)),
                            QString::fromLatin1(one.data(), qsizetype(one.size())));
    }
    metric->setCurrentIndex(metric->findData(QString::fromStdString(gate.metric)));
    auto* value = new QDoubleSpinBox;
    value->setObjectName(name + QStringLiteral(".value"));
    value->setDecimals(shownDecimals);
    value->setSingleStep(step);
    value->setRange(gate.bound == MetricBound::NotBelowProductionBy ? 0 : -1, 2);
    value->setValue(gate.value);
    value->setAccessibleName(boundWord(gate.bound));
    value->findChild<QLineEdit*>()->setAccessibleName(value->accessibleName());
    auto* supportWord = new TextLabel(tr("classes from"), theme::Step::Body);
    auto* support = makeCount(name + QStringLiteral(".support"), gate.minSupport, 1);
    support->setSuffix(tr(" test rows"));
    const auto showSupport = [supportWord, support, &gate] {
        supportWord->setVisible(gate.metric == registry::lowestClassMetric);
        support->setVisible(gate.metric == registry::lowestClassMetric);
    };
    connect(metric, &QComboBox::activated, this, [this, metric, showSupport, &gate](int row) {
        gate.metric = metric->itemData(row).toString().toStdString();
        if (gate.metric != registry::lowestClassMetric)
            gate.minSupport = 1;
        showSupport();
        Q_EMIT changed();
    });
    connect(value, &QDoubleSpinBox::valueChanged, this, [this, &gate](double now) {
        gate.value = now;
        Q_EMIT changed();
    });
    auto* first = new QHBoxLayout;
    first->setSpacing(theme::gap8);
    first->addWidget(metric);
    first->addWidget(new TextLabel(boundWord(gate.bound), theme::Step::Body));
    first->addWidget(value);
    first->addStretch();
    auto* second = new QHBoxLayout;
    second->setSpacing(theme::gap8);
    second->addWidget(supportWord);
    second->addWidget(support);
    second->addStretch();
    auto* lines = new QVBoxLayout;
    lines->setSpacing(theme::gap4);
    lines->addLayout(first);
    lines->addLayout(second);
    showSupport();
    return lines;
}

QSpinBox* GateRow::makeCount(const QString& name, std::int64_t& count, std::int64_t least)
{
    auto* spin = new QSpinBox;
    spin->setObjectName(name);
    spin->setAccessibleName(tr("Test rows"));
    spin->findChild<QLineEdit*>()->setAccessibleName(spin->accessibleName());
    spin->setGroupSeparatorShown(true);
    spin->setRange(int(least), std::numeric_limits<int>::max());
    spin->setValue(int(std::min<std::int64_t>(count, std::numeric_limits<int>::max())));
    connect(spin, &QSpinBox::valueChanged, this, [this, &count](int now) {
        count = now;
        Q_EMIT changed();
    });
    return spin;
}

} // namespace lepton::ui
