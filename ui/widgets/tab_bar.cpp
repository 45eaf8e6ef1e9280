// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QHoverEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int tabGap = theme::gap20;
constexpr int noteGap = 6;

QFont textFont(bool chosen)
{
    return theme::font(theme::Step::Body, chosen ? QFont::Medium : QFont::Normal);
}

} // namespace

TabBar::TabBar(QWidget* parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(theme::tabHeight);
}

void TabBar::setCount(int tab, qint64 count)
{
    setTabData(tab, count < 0 ? QVariant() : QVariant(count));
    setTabToolTip(tab, {});
    setTabEnabled(tab, true);
    setTabText(tab, tabText(tab)); // has the tabs laid out anew
}

void TabBar::setWaiting(int tab, const QString& when)
{
    setTabData(tab, when);
    setTabToolTip(tab, when);
    setTabEnabled(tab, when.isEmpty());
    setTabText(tab, tabText(tab));
}

void TabBar::step(int by)
{
    for (int i = 1; i <= count(); ++i) {
        const int tab = ((currentIndex() + by * i) % count() + count()) % count();
        if (isTabEnabled(tab) && isTabVisible(tab)) {
            setCurrentIndex(tab);
            return;
        }
    }
}

QString TabBar::note(int tab) const
{
    const QVariant extra = tabData(tab);
    if (extra.typeId() == QMetaType::LongLong)
        return locale().toString(extra.toLongLong());
    return extra.toString();
}

QSize TabBar::tabSizeHint(int tab) const
{
    int width = QFontMetrics(textFont(true)).horizontalAdvance(tabText(tab)) + tabGap;
    if (const QString extra = note(tab); !extra.isEmpty())
        width += noteGap + QFontMetrics(theme::font(theme::Step::Caption)).horizontalAdvance(extra);
    return {width, theme::tabHeight};
}

void TabBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (int tab = 0; tab < count(); ++tab) {
        const QRect area = tabRect(tab).adjusted(0, 0, -tabGap, 0);
        const bool chosen = tab == currentIndex();
        const bool enabled = isTabEnabled(tab);
        theme::Role role = chosen ? theme::Role::Text : theme::Role::Text2;
        if (!enabled)
            role = theme::Role::Text3;
        else if (tab == m_hovered)
            role = theme::Role::Text;
        painter.setFont(textFont(chosen));
        painter.setPen(theme::color(role));
        paintText(painter, area, Qt::AlignVCenter | Qt::AlignLeft, tabText(tab));
        if (const QString extra = note(tab); !extra.isEmpty()) {
            const int left = painter.fontMetrics().horizontalAdvance(tabText(tab)) + noteGap;
            painter.setFont(theme::font(theme::Step::Caption));
            painter.setPen(theme::color(theme::Role::Text3));
            paintText(painter, area.adjusted(left, 0, tabGap, 0), Qt::AlignVCenter | Qt::AlignLeft, extra);
        }
        if (chosen)
            painter.fillRect(area.x(), height() - 2, area.width(), 2, theme::color(theme::Role::Accent));
        else if (tab == m_hovered && enabled)
            painter.fillRect(area.x(), height() - 2, area.width(), 2, theme::color(theme::Role::Line2));
        if (chosen && hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme::color(theme::Role::Accent), 2));
            QRectF ring = QRectF(area).adjusted(-5, 5, 5, -6);
            ring.setLeft(std::max(ring.left(), 1.0)); // the first tab begins where the bar does
            painter.drawRoundedRect(ring, theme::radiusTag, theme::radiusTag);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }
}

bool TabBar::event(QEvent* event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter ||
        event->type() == QEvent::HoverLeave) {
        const int tab = event->type() == QEvent::HoverLeave
                            ? -1
                            : tabAt(static_cast<QHoverEvent*>(event)->position().toPoint());
        if (tab != m_hovered) {
            m_hovered = tab;
            update();
        }
    }
    return QTabBar::event(event);
}

} // namespace lepton::ui
