// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_row.h"

#include "ui/widgets/text_label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace lepton::ui {

namespace {

constexpr int tileSide = 28;

theme::Role groundOf(theme::Role tone)
{
    switch (tone) {
    case theme::Role::Bad:
        return theme::Role::BadBg;
    case theme::Role::Warn:
        return theme::Role::WarnBg;
    case theme::Role::Good:
        return theme::Role::GoodBg;
    case theme::Role::Accent:
        return theme::Role::AccentSoft;
    default:
        return theme::Role::NeutralBg;
    }
}

} // namespace

HomeRow::HomeRow(QWidget* parent)
    : QWidget(parent)
{}

void HomeRow::setOpens(bool opens, const QString& sentence)
{
    m_opens = opens;
    setFocusPolicy(opens ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(sentence);
    update();
}

void HomeRow::setRuled(bool ruled)
{
    m_ruled = ruled;
    update();
}

void HomeRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_opens && underMouse())
        painter.fillRect(rect(), theme::color(theme::Role::Hover));
    if (m_ruled)
        painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Role::Line));
}

void HomeRow::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    update();
}

void HomeRow::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    update();
}

void HomeRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_opens && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT opened();
}

void HomeRow::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (m_opens && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) &&
        event->modifiers() == Qt::NoModifier)
        Q_EMIT opened();
    else
        QWidget::keyPressEvent(event);
}

IconTile::IconTile(const QString& icon, theme::Role tone, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_tone(tone)
{
    setFixedSize(tileSide, tileSide);
}

QSize IconTile::sizeHint() const
{
    return {tileSide, tileSide};
}

void IconTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(groundOf(m_tone)));
    painter.drawRoundedRect(rect(), theme::radiusControl, theme::radiusControl);
    const int at = (tileSide - theme::iconSide) / 2;
    painter.drawPixmap(at, at, theme::pixmap(m_icon, m_tone, theme::iconSide, devicePixelRatioF()));
}

void fillAndElide(TextLabel& label)
{
    label.setElided(true);
    label.setSizePolicy(QSizePolicy::Expanding, label.sizePolicy().verticalPolicy());
}

void addRow(QBoxLayout& layout, QWidget* row)
{
    layout.addWidget(row);
    if (row->parentWidget())
        row->show();
}

void clearLayout(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace lepton::ui
