// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of StandardEditor stand.
#include "ui/settings/rules_form.h"
#include "ui/settings/standard_editor.h"
#include "ui/settings/trial_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr int jsonHeight = 440;

} // namespace

void StandardEditor::layOut()
{
    m_rules->addWidget(m_production);
    m_rules->addWidget(m_staging);
    m_json->setMinimumHeight(jsonHeight);

    m_table->setModel(m_trial);
    m_table->setRowHeight(theme::rowTwoLines);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(TrialModel::ResultColumn, new ChipDelegate(m_table));
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(TrialModel::GateColumn, QHeaderView::Stretch);
    header->resizeSection(TrialModel::VersionColumn, 176);
    header->resizeSection(TrialModel::ResultColumn, 104);

    auto* head = new QHBoxLayout;
    head->setSpacing(theme::gap12);
    head->addWidget(m_back);
    head->addWidget(m_title);
    head->addStretch();
    auto* scope = new QHBoxLayout;
    scope->setSpacing(theme::gap12);
    scope->addWidget(new FormField(tr("For models of"), m_department), 1, Qt::AlignTop);
    m_department->lineEdit()->setAccessibleName(m_department->accessibleName());
    scope->addWidget(new FormField(tr("Task"), m_task), 1, Qt::AlignTop);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(theme::gap12);
    form->addWidget(m_nameField);
    form->addLayout(scope);
    form->addWidget(m_stage, 0, Qt::AlignLeft);
    form->addWidget(m_rules);
    form->addStretch();
    auto* sides = new QHBoxLayout;
    sides->setSpacing(theme::gap24);
    sides->addWidget(m_form, 1);
    sides->addWidget(m_jsonField, 1);
    auto* act = new QHBoxLayout;
    act->setSpacing(theme::gap8);
    m_progressText->setWordWrap(true);
    act->addWidget(m_tryOut);
    act->addWidget(m_stop);
    act->addWidget(m_progressText, 1);
    act->addWidget(m_publishButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
    layout->addLayout(head);
    layout->addLayout(sides);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addLayout(act);
    layout->addWidget(m_banner);
    layout->addWidget(m_table);
    layout->addStretch();
}

} // namespace lepton::ui
