// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/list_with_pane.h"

#include "ui/widgets/text_label.h"

#include <QFrame>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int paneWidth = 304;

} // namespace

ListWithPane::ListWithPane(QWidget* list, QWidget* pane, QWidget* parent)
    : QWidget(parent)
    , m_list(list)
    , m_pane(pane)
    , m_rule(makeRule(Qt::Vertical, this))
{
    m_list->setParent(this);
    m_pane->setParent(this);
    m_pane->hide();
    m_rule->hide();
    setTabOrder(m_list, m_pane);
}

bool ListWithPane::isNarrow() const
{
    return window()->width() < theme::narrowWindow;
}

void ListWithPane::setPaneShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    arrange();
}

void ListWithPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
    if (m_narrow != isNarrow()) {
        m_narrow = isNarrow();
        Q_EMIT narrowChanged(m_narrow);
    }
}

void ListWithPane::arrange()
{
    const int pane = std::min(paneWidth, width());
    m_list->setGeometry(0, 0, m_shown ? width() - pane - 1 : width(), height());
    m_rule->setGeometry(width() - pane - 1, 0, 1, height());
    m_pane->setGeometry(width() - pane, 0, pane, height());
    m_pane->setVisible(m_shown);
    m_rule->setVisible(m_shown);
    if (m_shown) {
        m_pane->raise();
        m_rule->raise();
    }
}

} // namespace lepton::ui
