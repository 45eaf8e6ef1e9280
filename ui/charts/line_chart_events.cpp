// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to a LineChart.
#include "ui/charts/line_chart.h"
#include "ui/charts/line_chart_impl.h"

#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace lepton::charts {

namespace {

constexpr double pickWithin = 12;
constexpr double clickWithin = 4;

} // namespace

bool LineChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = m->oddText(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // these keys are the chart's while it has the focus, whatever the window does with them
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        constexpr int keys[] = {Qt::Key_Left,  Qt::Key_Right, Qt::Key_Plus, Qt::Key_Equal,
                                Qt::Key_Minus, Qt::Key_0,     Qt::Key_L};
        if (isPlain && std::ranges::find(keys, key->key()) != std::end(keys)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LineChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
            m->describe();
        m->schedule();
    }
    QWidget::changeEvent(event);
}

void LineChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m->isPending = true;
    m->plot->resize(size());
}

void LineChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m->bringUpToDate();
    m->dragStart = m->dragEnd = event->position();
}

void LineChart::mouseMoveEvent(QMouseEvent* event)
{
    m->bringUpToDate();
    if (m->dragStart && event->buttons() & Qt::LeftButton) {
        m->dragEnd = event->position();
        m->repaintOverlay();
        return;
    }
    if (m->hasCurves()) {
        m->moveSpotTo(m->spotAt(event->position(), pickWithin));
        return;
    }
    const bool isInside = event->position().x() >= m->now.area.left() - pickWithin;
    m->moveCursorTo(isInside ? m->snapped(m->now.place(event->position().x())) : std::nullopt);
}

void LineChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m->dragStart)
        return;
    if ((event->position() - *m->dragStart).manhattanLength() >= clickWithin) {
        m->finishDrag(event->position());
        return;
    }
    m->dragStart.reset();
    m->repaintOverlay();
    if (const auto spot = m->spotAt(event->position(), pickWithin))
        Q_EMIT pointPicked(spot->series, spot->point);
}

void LineChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m->zoomTo({});
}

void LineChart::leaveEvent(QEvent* event)
{
    m->moveSpotTo({});
    if (m->isCursorMine)
        m->moveCursorTo({});
    QWidget::leaveEvent(event);
}

void LineChart::wheelEvent(QWheelEvent* event)
{
    // a page is scrolled by the wheel; a chart is zoomed when that is plainly meant
    if (!(event->modifiers() & Qt::ControlModifier) && !hasFocus()) {
        event->ignore();
        return;
    }
    m->bringUpToDate();
    constexpr double perNotch = 1.2;
    constexpr double notch = 120;
    if (event->angleDelta().y() != 0)
        m->zoomBy(std::pow(perNotch, event->angleDelta().y() / notch), m->now.place(event->position().x()));
    event->accept();
}

void LineChart::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier) || !m->key(*event))
        QWidget::keyPressEvent(event);
}

void LineChart::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(event->globalPos());
}

void LineChart::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        m->moveSpotTo({});
        if (m->isCursorMine && !underMouse())
            m->moveCursorTo({});
    }
    QWidget::focusOutEvent(event);
}

} // namespace lepton::charts
