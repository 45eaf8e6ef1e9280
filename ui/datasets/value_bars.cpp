// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/value_bars.h"

#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace lepton::ui {

namespace {
constexpr int barHeight = 4;
}

ValueBars::ValueBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ValueBars::setItems(std::vector<Item> items, std::int64_t whole)
{
    m_items = std::move(items);
    m_whole = whole;
    QStringList sentence;
    for (const auto& item : m_items) {
        if (m_whole <= 0 || whole <= 0)
            m_whole = std::max(m_whole, item.count);
        sentence
            << tr("%1: %2", "a value and its number of rows").arg(item.label, DatasetText::count(item.count));
    }
    setAccessibleName(tr("Most frequent values"));
    setAccessibleDescription(sentence.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

int ValueBars::lineHeight() const
{
    return QFontMetrics(theme::font(theme::Step::Small)).height() + 4;
}

QSize ValueBars::sizeHint() const
{
    return {240, int(m_items.size()) * lineHeight()};
}

QSize ValueBars::minimumSizeHint() const
{
    return {160, int(m_items.size()) * lineHeight()};
}

void ValueBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto font = theme::font(theme::Step::Small);
    painter.setFont(font);
    const QFontMetrics metrics(font);

    int countWidth = 0;
    int labelWidth = 0;
    for (const auto& item : m_items) {
        countWidth = std::max(countWidth, metrics.horizontalAdvance(DatasetText::count(item.count)));
        labelWidth = std::max(labelWidth, metrics.horizontalAdvance(item.label) + 2);
    }
    labelWidth = std::min(labelWidth, width() * 2 / 5);
    const int barLeft = labelWidth + theme::gap12;
    const int barWidth = std::max(24, width() - barLeft - theme::gap12 - countWidth);
    const int line = lineHeight();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const auto& item = m_items[i];
        const int top = int(i) * line;
        painter.setPen(theme::color(theme::Role::Text));
        paintText(painter, QRect(0, top, labelWidth, line), Qt::AlignLeft | Qt::AlignVCenter,
                  metrics.elidedText(item.label, Qt::ElideRight, labelWidth));
        paintText(painter, QRect(0, top, width(), line), Qt::AlignRight | Qt::AlignVCenter,
                  DatasetText::count(item.count));
        const QRectF track(barLeft, top + (line - barHeight) / 2, barWidth, barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(theme::Role::Track));
        painter.drawRoundedRect(track, 2, 2);
        if (item.count > 0 && m_whole > 0) {
            auto filled = track;
            filled.setWidth(std::max(2.0, track.width() * double(item.count) / double(m_whole)));
            painter.setBrush(theme::color(theme::Role::Progress));
            painter.drawRoundedRect(filled, 2, 2);
        }
    }
}

bool ValueBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto line = std::size_t(std::max(0, help->pos().y() / std::max(1, lineHeight())));
        if (line < m_items.size())
            QToolTip::showText(help->globalPos(),
                               tr("%1: %2", "a value and its number of rows")
                                   .arg(m_items[line].label, DatasetText::count(m_items[line].count)),
                               this);
        return true;
    }
    return QWidget::event(event);
}

void ValueBars::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace lepton::ui
