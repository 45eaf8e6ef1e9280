// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/fact_list.h"

#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>

namespace lepton::ui {

FactList::FactList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::gap12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
}

void FactList::clear()
{
    while (auto* item = m_grid->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    // A grid never forgets its rows; without a height they take no room.
    for (int row = 0; row < m_rows; ++row)
        m_grid->setRowMinimumHeight(row, 0);
    m_rows = 0;
}

int FactList::addRow(const QString& label, const QString& value, const QString& tooltip, bool isCopyable)
{
    const int row = m_rows++;
    auto* name = new TextLabel(label, theme::Step::Small, theme::Role::Text2);
    auto* text = new TextLabel(value, theme::Step::Small);
    text->setTextFormat(Qt::PlainText);
    text->setElided(true, Qt::ElideMiddle);
    text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    text->setToolTip(tooltip);
    text->setAccessibleName(tr("%1: %2", "a label and its value").arg(label, value));
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(text, row, 1, 1, isCopyable ? 1 : 2);
    m_grid->setRowMinimumHeight(row, 24);
    return row;
}

void FactList::add(const QString& label, const QString& value, const QString& tooltip)
{
    addRow(label, value, tooltip, false);
}

void FactList::addCopyable(const QString& label, const QString& value, const QString& whole,
                           const QString& objectName)
{
    const int row = addRow(label, value, whole, true);
    auto* copy = new IconButton(QStringLiteral("copy"), 24);
    copy->setObjectName(objectName);
    copy->setLabel(tr("Copy %1", "what a button copies").arg(label));
    connect(copy, &QToolButton::clicked, this, [whole] { QGuiApplication::clipboard()->setText(whole); });
    m_grid->addWidget(copy, row, 2);
}

} // namespace lepton::ui
