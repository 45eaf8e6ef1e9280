// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/activity_panel.h"

#include "ui/datasets/detail_view_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/member_delegate.h"

#include <QEvent>
#include <QVBoxLayout>

namespace lepton::ui {

DatasetActivityPanel::DatasetActivityPanel(DetailViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_table(new DataTable)
{
    m_table->setObjectName(QStringLiteral("dataset.activity.table"));
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(EventListModel::WhoColumn, new MemberDelegate(m_table));
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(EventListModel::WhatColumn, QHeaderView::Stretch);
    header->resizeSection(EventListModel::WhoColumn, 176);
    header->resizeSection(EventListModel::WhenColumn, 128);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    connect(&m_viewModel, &DetailViewModel::changed, this, &DatasetActivityPanel::update);
    update();
}

void DatasetActivityPanel::update()
{
    m_table->setAccessibleName(tr("What happened to this data set"));
    if (m_viewModel.state() != DetailViewModel::State::Ready)
        return;
    std::map<std::string, std::string> names;
    names[m_viewModel.dataset().owner.toString()] = m_viewModel.dataset().ownerName;
    for (const auto& version : m_viewModel.versions())
        names[version.author.toString()] = version.authorName;
    m_model.setEvents(m_viewModel.details().activity, std::move(names));
}

void DatasetActivityPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model.setEvents({}, {});
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace lepton::ui
