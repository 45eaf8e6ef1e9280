// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/rules_form.h"

#include "ui/settings/gate_row.h"
#include "ui/settings/name_list.h"
#include "ui/settings/standard_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr int mostApprovals = 20;

/// A gate of each kind with values that most begin with.
std::vector<std::pair<QString, registry::Gate>> proposals()
{
    return {
        {RulesForm::tr("A metric is high enough"),
         registry::MetricGate{"macro_f1", MetricBound::AtLeast, 0.8, 1}},
        {RulesForm::tr("Not worse than in production"),
         registry::MetricGate{"macro_f1", MetricBound::NotBelowProductionBy, 0.005, 1}},
        {RulesForm::tr("No class is left behind"),
         registry::MetricGate{std::string(registry::lowestClassMetric), MetricBound::AtLeast, 0.7, 20}},
        {RulesForm::tr("Probabilities can be trusted"),
         registry::MetricGate{"ece", MetricBound::AtMost, 0.05, 1}},
        {RulesForm::tr("Enough test rows"), registry::TestRowsGate{500}},
        {RulesForm::tr("No test row in training"), registry::LeakageGate{0}},
        {RulesForm::tr("The run can be repeated"), registry::RepeatableGate{}},
    };
}

} // namespace

RulesForm::RulesForm(const QString& name, registry::Stage stage, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_approvals(new QSpinBox)
    , m_reviewer(new QCheckBox(tr("Reviewers")))
    , m_admin(new QCheckBox(tr("Admins")))
    , m_excludeTrainer(new QCheckBox(tr("Not who trained the version")))
    , m_departments(new QLineEdit)
    , m_none(new TextLabel(tr("There is no gate: approvals alone decide."), theme::Step::Small,
                           theme::Role::Text2))
    , m_add(new Button(tr("Add gate"), ButtonKind::Secondary))
    , m_list(new QVBoxLayout)
{
    m_approvals->setObjectName(name + QStringLiteral(".approvals"));
    m_approvals->setRange(stage == registry::Stage::Production ? 1 : 0, mostApprovals);
    m_reviewer->setObjectName(name + QStringLiteral(".reviewer"));
    m_admin->setObjectName(name + QStringLiteral(".admin"));
    m_excludeTrainer->setObjectName(name + QStringLiteral(".excludeTrainer"));
    m_departments->setObjectName(name + QStringLiteral(".departments"));
    m_departments->setPlaceholderText(tr("Any department"));
    m_add->setObjectName(name + QStringLiteral(".addGate.button"));
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setSmall(true);
    m_add->setMenu(new QMenu(m_add));
    fillMenu();

    auto* approvals = new FormField(tr("Approvals"), m_approvals);
    m_approvals->findChild<QLineEdit*>()->setAccessibleName(m_approvals->accessibleName());
    approvals->setHint(tr("Never by who asked."));
    auto* departments = new FormField(tr("From these departments"), m_departments);
    departments->setHint(tr("Several are parted by a semicolon; a name with one stands in \"…\"."));
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(theme::gap12);
    for (QWidget* field : {static_cast<QWidget*>(approvals), static_cast<QWidget*>(departments)}) {
        field->setMaximumWidth(theme::fieldWidth);
        numbers->addWidget(field, 1, Qt::AlignTop);
    }
    auto* who = new QHBoxLayout;
    who->setSpacing(theme::gap16);
    for (QCheckBox* box : {m_reviewer, m_admin, m_excludeTrainer})
        who->addWidget(box);
    who->addStretch();
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Gates"), theme::Step::CardTitle));
    head->addStretch();
    head->addWidget(m_add);
    m_list->setSpacing(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    layout->addLayout(numbers);
    layout->addLayout(who);
    layout->addSpacing(theme::gap8);
    layout->addLayout(head);
    layout->addWidget(m_none);
    layout->addLayout(m_list);
    layout->addStretch();

    const auto tell = [this] {
        if (!m_isFilling)
            Q_EMIT changed();
    };
    connect(m_approvals, &QSpinBox::valueChanged, this, tell);
    for (QCheckBox* box : {m_reviewer, m_admin, m_excludeTrainer})
        connect(box, &QCheckBox::toggled, this, tell);
    connect(m_departments, &QLineEdit::textEdited, this, tell);
}

void RulesForm::fillMenu()
{
    for (const auto& [text, gate] : proposals())
        connect(m_add->menu()->addAction(text), &QAction::triggered, this, [this, gate = gate] {
            addGate(gate);
            Q_EMIT changed();
        });
}

registry::StageRules RulesForm::rules() const
{
    registry::StageRules rules;
    rules.approvals = m_approvals->value();
    if (m_reviewer->isChecked())
        rules.roles.insert(identity::Role::Reviewer);
    if (m_admin->isChecked())
        rules.roles.insert(identity::Role::Admin);
    rules.excludeTrainer = m_excludeTrainer->isChecked();
    rules.departments = splitNames(m_departments->text());
    for (const GateRow* row : m_gates)
        rules.gates.push_back(row->gate());
    return rules;
}

void RulesForm::setRules(const registry::StageRules& rules)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_approvals->setValue(rules.approvals);
    m_reviewer->setChecked(rules.roles.contains(identity::Role::Reviewer));
    m_admin->setChecked(rules.roles.contains(identity::Role::Admin));
    m_excludeTrainer->setChecked(rules.excludeTrainer);
    m_departments->setText(joinNames(rules.departments));
    setGates(rules.gates);
}

void RulesForm::setGates(const std::vector<registry::Gate>& gates)
{
    for (GateRow* row : m_gates) {
        row->hide();
        row->deleteLater();
    }
    m_gates.clear();
    for (const registry::Gate& gate : gates)
        addGate(gate);
    m_none->setVisible(m_gates.empty());
}

void RulesForm::addGate(const registry::Gate& gate)
{
    auto* row = new GateRow(m_name + QStringLiteral(".gate.%1").arg(m_gates.size()), gate);
    connect(row, &GateRow::changed, this, &RulesForm::changed);
    connect(
        row, &GateRow::removeRequested, this,
        [this, row] {
            auto left = rules().gates;
            for (std::size_t i = 0; i < m_gates.size(); ++i) {
                if (m_gates[i] == row)
                    left.erase(left.begin() + std::ptrdiff_t(i));
            }
            setGates(left); // their names count on
            Q_EMIT changed();
        },
        Qt::QueuedConnection); // the button is still in its click
    m_gates.push_back(row);
    m_list->addWidget(row);
    if (isVisible())
        row->show();
    m_none->hide();
}

} // namespace lepton::ui
