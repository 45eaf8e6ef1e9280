// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/versions_panel.h"

#include "ui/datasets/comparison_view.h"
#include "ui/datasets/detail_view_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int mostVersionRows = 10; ///< in sight above a comparison

} // namespace

VersionsPanel::VersionsPanel(DetailViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_table(new DataTable)
    , m_compareLabel(new TextLabel(theme::Step::Body, theme::Role::Text2))
    , m_before(new QComboBox)
    , m_withLabel(new TextLabel(theme::Step::Body, theme::Role::Text2))
    , m_after(new QComboBox)
    , m_compare(new Button(ButtonKind::Secondary))
    , m_compareRow(new QWidget)
    , m_comparison(new ComparisonView(viewModel))
{
    m_table->setObjectName(QStringLiteral("dataset.versions.table"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(VersionListModel::AuthorColumn, new MemberDelegate(m_table));
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(VersionListModel::NoteColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {
        {VersionListModel::VersionColumn, 88}, {VersionListModel::RowsColumn, 104},
        {VersionListModel::ColumnsColumn, 88}, {VersionListModel::SizeColumn, 96},
        {VersionListModel::AuthorColumn, 144}, {VersionListModel::TimeColumn, 112}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
    m_before->setObjectName(QStringLiteral("dataset.versions.before"));
    m_after->setObjectName(QStringLiteral("dataset.versions.after"));
    m_compare->setObjectName(QStringLiteral("dataset.versions.compare"));
    m_compare->setIconName(QStringLiteral("compare"));

    auto* choices = new QHBoxLayout(m_compareRow);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(theme::gap8);
    for (QWidget* part : {static_cast<QWidget*>(m_compareLabel), static_cast<QWidget*>(m_before),
                          static_cast<QWidget*>(m_withLabel), static_cast<QWidget*>(m_after),
                          static_cast<QWidget*>(m_compare)})
        choices->addWidget(part);
    choices->addStretch();

    auto* layout = new QVBoxLayout;
    layout->addWidget(m_compareRow);
    layout->addWidget(m_comparison);
    layout->addStretch();
    m_comparing = new PageScroll(layout);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_table);
    outer->addWidget(m_comparing, 1);

    connect(m_table, &DataTable::activated, this, [this](const QModelIndex& index) {
        Q_EMIT versionRequested(m_model.versions().at(std::size_t(index.row())).number);
    });
    connect(m_compare, &QPushButton::clicked, this, &VersionsPanel::compare);
    connect(&m_viewModel, &DetailViewModel::changed, this, &VersionsPanel::update);
    retranslate();
}

void VersionsPanel::update()
{
    if (m_viewModel.state() != DetailViewModel::State::Ready)
        return;
    m_model.setVersions(m_viewModel.versions());
    const bool canCompare = m_model.rowCount() > 1;
    const int rows =
        theme::tableHeaderHeight + theme::rowNormal * std::min(m_model.rowCount(), mostVersionRows);
    m_table->setMinimumHeight(canCompare ? rows : 0);
    m_table->setMaximumHeight(canCompare ? rows : QWIDGETSIZE_MAX);
    m_comparing->setVisible(canCompare);
    fillChoices();
}

void VersionsPanel::fillChoices()
{
    const auto& versions = m_model.versions();
    // Versions are only added: as long as their number is the same, so is the choice.
    if (m_before->count() == int(versions.size()))
        return;
    for (auto* box : {m_before, m_after}) {
        box->clear();
        for (const auto& version : versions)
            box->addItem(tr("v%1").arg(version.number), version.number);
    }
    m_after->setCurrentIndex(0);
    m_before->setCurrentIndex(versions.size() > 1 ? 1 : 0);
}

void VersionsPanel::compare()
{
    m_viewModel.compare(m_before->currentData().toInt(), m_after->currentData().toInt());
}

void VersionsPanel::retranslate()
{
    m_table->setAccessibleName(tr("Versions"));
    m_compareLabel->setText(tr("From", "from one version to another"));
    m_withLabel->setText(tr("to", "from one version to another"));
    m_before->setAccessibleName(tr("Earlier version"));
    m_after->setAccessibleName(tr("Later version"));
    m_compare->setText(tr("Compare versions"));
    update();
}

void VersionsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lepton::ui
