// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stat_tile.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int side = theme::gap16;
constexpr int tileHeight = 64;

} // namespace

StatTile::StatTile(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StatTile::setLabel(const QString& label)
{
    m_label = label;
    describe();
}

void StatTile::setValue(const QString& value, const QString& note, theme::Role tone)
{
    m_tone = tone;
    m_value = value;
    m_note = note;
    describe();
}

QSize StatTile::sizeHint() const
{
    const int label = QFontMetrics(theme::font(theme::Step::Small)).horizontalAdvance(m_label);
    int value = QFontMetrics(theme::font(theme::Step::Stat)).horizontalAdvance(m_value);
    if (!m_note.isEmpty())
        value += theme::gap8 + QFontMetrics(theme::font(theme::Step::Small)).horizontalAdvance(m_note);
    return {2 * side + std::max(label, value), tileHeight};
}

QSize StatTile::minimumSizeHint() const
{
    return sizeHint();
}

void StatTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area = rect().adjusted(side, 0, -side, 0);
    painter.setFont(theme::font(theme::Step::Small));
    painter.setPen(theme::color(theme::Role::Text2));
    paintText(painter, QRect(area.x(), 10, area.width(), 18), Qt::AlignLeft | Qt::AlignVCenter,
              painter.fontMetrics().elidedText(m_label, Qt::ElideRight, area.width()));
    const QRect line(area.x(), 28, area.width(), 28);
    painter.setFont(theme::font(theme::Step::Stat));
    painter.setPen(theme::color(theme::Role::Text));
    const QString value = painter.fontMetrics().elidedText(m_value, Qt::ElideRight, area.width());
    paintText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, value);
    if (!m_note.isEmpty()) {
        const int left = painter.fontMetrics().horizontalAdvance(value) + theme::gap8;
        painter.setFont(theme::font(theme::Step::Small));
        painter.setPen(theme::color(m_tone));
        paintText(painter, line.adjusted(left, 3, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_note);
    }
}

void StatTile::describe()
{
    setAccessibleName(QStringLiteral("%1: %2 %3").arg(m_label, m_value, m_note).trimmed());
    updateGeometry();
    update();
}

} // namespace lepton::ui
