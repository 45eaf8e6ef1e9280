// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_legend.h"

#include "ui/charts/line_chart_impl.h"
#include "ui/widgets/paint.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <span>

namespace lepton::charts {

namespace {

using namespace ui::theme;
namespace theme = ui::theme;

constexpr int swatchWidth = 16;
constexpr int nameWidthMost = 160;
constexpr int nameWidthLeast = 24;
constexpr int rowHeight = 24;

QFontMetrics nameMetrics()
{
    return QFontMetrics(theme::font(Step::Small));
}

QFontMetrics valueMetrics()
{
    return QFontMetrics(theme::font(Step::Small, QFont::DemiBold));
}

/// Width of all but the names.
int fixedWidth(const std::vector<LegendEntry>& entries, bool isCompact)
{
    int width = 0;
    for (const auto& entry : entries) {
        if (!isCompact)
            width += swatchWidth + (entry.name.isEmpty() ? 0 : gap4);
        if (!entry.last.isEmpty())
            width += gap4 + valueMetrics().horizontalAdvance(entry.last) + 1;
    }
    return width + gap12 * std::max(0, int(entries.size()) - 1);
}

int nameWidth(const LegendEntry& entry, int most)
{
    return std::min(most, nameMetrics().horizontalAdvance(entry.name) + 1);
}

int namesWidth(const std::vector<LegendEntry>& entries, int most)
{
    int width = 0;
    for (const auto& entry : entries)
        width += nameWidth(entry, most);
    return width;
}

/// How wide a name may be, so that all fit @p room: the longest are cut first.
int widestName(const std::vector<LegendEntry>& entries, int room)
{
    int most = nameWidthMost;
    while (most > nameWidthLeast && namesWidth(entries, most) > room)
        most -= gap4;
    return most;
}

int entryWidth(const LegendEntry& entry, int most, bool isCompact)
{
    int width = fixedWidth({entry}, isCompact);
    if (!isCompact && !entry.name.isEmpty())
        width += nameWidth(entry, most);
    return width;
}

QString moreText(std::size_t count)
{
    return QStringLiteral("+%1").arg(count);
}

/// How many entries are whole in @p room, beside the number of the others; at least one.
std::size_t wholeEntries(const std::vector<LegendEntry>& entries, int room, int most, bool isCompact)
{
    std::size_t whole = 0;
    int used = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        used += (i > 0 ? gap12 : 0) + entryWidth(entries[i], most, isCompact);
        const std::size_t others = entries.size() - i - 1;
        const int rest = others > 0 ? gap12 + nameMetrics().horizontalAdvance(moreText(others)) + 1 : 0;
        if (used + rest <= room)
            whole = i + 1;
    }
    return std::max<std::size_t>(whole, std::min<std::size_t>(1, entries.size()));
}

void paintSwatch(QPainter& painter, const LegendEntry& entry, int x, int middle)
{
    Series series;
    series.number = entry.number;
    series.role = entry.role;
    const Look look = lookOf(series);
    QPen pen = look.pen;
    pen.setColor(color(look.role));
    painter.setPen(pen);
    painter.drawLine(QPointF(x, middle + 0.5), QPointF(x + swatchWidth, middle + 0.5));
    if (entry.hasMarks)
        paintMark(painter, look, QPointF(x + swatchWidth / 2.0, middle + 0.5), color(Role::Surface));
}

} // namespace

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChartLegend::setEntries(std::vector<LegendEntry> entries)
{
    const QSize before = sizeHint();
    m_entries = std::move(entries);
    QStringList lines;
    for (const auto& entry : m_entries)
        lines << (entry.name + QLatin1Char(' ') + entry.last).trimmed();
    setToolTip(m_isCompact ? QString() : lines.join(QLatin1Char('\n')));
    setAccessibleName(lines.join(QStringLiteral("; ")));
    if (sizeHint() != before)
        updateGeometry();
    update();
}

void ChartLegend::setCompact(bool isOn)
{
    m_isCompact = isOn;
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {fixedWidth(m_entries, m_isCompact) + (m_isCompact ? 0 : namesWidth(m_entries, nameWidthMost)),
            rowHeight};
}

QSize ChartLegend::minimumSizeHint() const
{
    constexpr int entriesSeen = 2; // a chart with many lines must not widen its card
    const int width =
        fixedWidth(m_entries, m_isCompact) + (m_isCompact ? 0 : namesWidth(m_entries, nameWidthLeast));
    return {m_entries.size() > entriesSeen ? std::min(width, 160) : width, rowHeight};
}

int ChartLegend::paint(QPainter& painter, const std::vector<LegendEntry>& entries, const QRect& area,
                       bool isCompact)
{
    const int room = area.width() - fixedWidth(entries, isCompact);
    const int narrow = widestName(entries, room);
    // where not even short names let all fit, those that are shown keep their names
    const int most = namesWidth(entries, narrow) > room ? nameWidthMost : narrow;
    const int middle = area.center().y();
    int x = area.left();
    const std::size_t whole = wholeEntries(entries, area.width(), most, isCompact);
    for (const auto& entry : std::span(entries).first(whole)) {
        if (!isCompact) {
            painter.setRenderHint(QPainter::Antialiasing);
            paintSwatch(painter, entry, x, middle);
            x += swatchWidth;
            if (!entry.name.isEmpty()) {
                x += gap4;
                const int width = nameWidth(entry, most);
                painter.setFont(theme::font(Step::Small));
                painter.setPen(color(Role::Text2));
                ui::paintText(painter, QRect(x, area.top(), width, area.height()),
                              Qt::AlignLeft | Qt::AlignVCenter,
                              nameMetrics().elidedText(entry.name, Qt::ElideRight, width));
                x += width;
            }
        }
        if (!entry.last.isEmpty()) {
            x += gap4;
            const int width = valueMetrics().horizontalAdvance(entry.last) + 1;
            painter.setFont(theme::font(Step::Small, QFont::DemiBold));
            painter.setPen(color(entry.isOdd ? Role::BadText : Role::Text));
            ui::paintText(painter, QRect(x, area.top(), width, area.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, entry.last);
            x += width;
        }
        x += gap12;
    }
    if (whole < entries.size()) {
        const QString more = moreText(entries.size() - whole);
        const int width = nameMetrics().horizontalAdvance(more) + 1;
        painter.setFont(theme::font(Step::Small));
        painter.setPen(color(Role::Text2));
        ui::paintText(painter, QRect(x, area.top(), width, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      more);
        x += width + gap12;
    }
    return x - gap12 - area.left();
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, m_entries, rect(), m_isCompact);
}

void ChartLegend::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace lepton::charts
