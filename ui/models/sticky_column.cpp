// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sticky_column.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace lepton::ui {

StickyColumn::StickyColumn(QWidget* content, QScrollArea& area, QWidget* parent)
    : QWidget(parent)
    , m_content(content)
    , m_area(area)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    content->setParent(this);
    area.viewport()->installEventFilter(this);
    connect(area.verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { place(); });
}

int StickyColumn::heightForWidth(int width) const
{
    const QLayout* layout = m_content->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                       : layout->totalSizeHint().height();
}

QSize StickyColumn::sizeHint() const
{
    return {m_content->sizeHint().width(), m_content->layout()->totalMinimumSize().height()};
}

bool StickyColumn::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) { // of the content
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

bool StickyColumn::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void StickyColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void StickyColumn::moveEvent(QMoveEvent* event)
{
    QWidget::moveEvent(event);
    place();
}

void StickyColumn::place()
{
    const int needed = heightForWidth(width());
    const int sight = m_area.viewport()->height() - theme::gap12;
    const int scrolled = m_area.verticalScrollBar()->value() - mapTo(m_area.widget(), QPoint()).y();
    const int top = scrolled - std::max(0, needed - sight);
    m_content->setGeometry(0, std::clamp(top, 0, std::max(0, height() - needed)), width(), needed);
}

} // namespace lepton::ui
