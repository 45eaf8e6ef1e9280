// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/column_picture.h"

#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/column_chart.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace lepton::ui {
namespace {

using theme::Role;

constexpr int pictureHeight = 72;
constexpr int barHeight = 16;
constexpr int endsHeight = 20;
constexpr int valueRowHeight = 28;
constexpr std::size_t mostValues = 10;
constexpr double staleOpacity = 0.6;

} // namespace

ColumnPicture::ColumnPicture(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ColumnPicture::setProfile(const data::Column& column, const std::optional<data::ColumnProfile>& profile,
                               bool stale)
{
    m_column = column;
    m_profile = profile;
    m_stale = stale;
    setAccessibleName(profile ? columnCaption(column, *profile) : QString());
    updateGeometry();
    update();
}

int ColumnPicture::chartHeight() const
{
    return m_profile && columnShape(m_column, *m_profile) != ColumnShape::Histogram ? barHeight
                                                                                    : pictureHeight;
}

QSize ColumnPicture::sizeHint() const
{
    return {272, chartHeight() + endsHeight};
}

void ColumnPicture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area(0, 0, width(), chartHeight());
    if (!m_profile) {
        painter.fillRect(QRect(0, area.height() / 2, width(), area.height() / 2), theme::color(Role::Track));
        return;
    }
    if (m_stale)
        painter.setOpacity(staleOpacity);
    const ColumnShape shape = columnShape(m_column, *m_profile);
    painter.setFont(theme::font(theme::Step::Caption));
    painter.setPen(theme::color(Role::Text2));
    const QRect ends(0, area.height() + 2, width(), endsHeight - 2);
    if (shape == ColumnShape::Histogram) {
        paintColumnHistogram(painter, area, m_profile->histogram, Emphasis::Strong);
        painter.fillRect(QRect(0, area.height(), width(), 1), theme::color(Role::Line2));
        const bool text = !isOrdered(m_column.type);
        const CellFormat format(m_column, QLocale(), 0, !looksLikeYears(*m_profile));
        const auto end = [&](double value) {
            return text ? countText(static_cast<std::int64_t>(value)) : format.statistic(value);
        };
        const ValueRange values = histogramEnds(*m_profile);
        painter.drawText(ends, Qt::AlignLeft | Qt::AlignTop, end(values.low));
        painter.drawText(ends, Qt::AlignRight | Qt::AlignTop,
                         text ? tr("%1 characters").arg(end(values.high)) : end(values.high));
    } else if (shape == ColumnShape::Shares) {
        paintColumnShares(painter, area, *m_profile, Emphasis::Strong);
        painter.drawText(ends, Qt::AlignLeft | Qt::AlignTop, columnCaption(m_column, *m_profile));
    } else {
        paintText(painter, area, Qt::AlignLeft | Qt::AlignVCenter, columnCaption(m_column, *m_profile));
    }
}

TopValues::TopValues(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TopValues::setProfile(const std::optional<data::ColumnProfile>& profile, bool stale)
{
    m_values.clear();
    m_stale = stale;
    m_rows = profile ? profile->rows : 0;
    QStringList words;
    if (profile)
        for (std::size_t i = 0; i < std::min(mostValues, profile->top.size()); ++i) {
            const auto& [value, count] = profile->top[i];
            // A value may be as long as a cell may be; what is shown is one line.
            const QString text = QString::fromUtf8(
                value.data(), static_cast<qsizetype>(std::min<std::size_t>(value.size(), 400)));
            m_values.emplace_back(text.simplified(), count);
            words << tr("%1: %2", "value and its number of rows").arg(m_values.back().first, rowsText(count));
        }
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize TopValues::sizeHint() const
{
    return {272, static_cast<int>(m_values.size()) * valueRowHeight};
}

void TopValues::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_stale)
        painter.setOpacity(staleOpacity);
    const QFontMetrics metrics(theme::font(theme::Step::Small));
    painter.setFont(theme::font(theme::Step::Small));
    int y = 0;
    for (const auto& [value, count] : m_values) {
        const QString number = countText(count);
        const int numberWidth = metrics.horizontalAdvance(number);
        const QRect line(0, y, width(), 18);
        painter.setPen(theme::color(Role::Text));
        paintText(painter, line, Qt::AlignRight | Qt::AlignVCenter, number);
        paintText(painter, line, Qt::AlignLeft | Qt::AlignVCenter,
                  value.isEmpty()
                      ? tr("(empty text)")
                      : metrics.elidedText(value, Qt::ElideRight, width() - numberWidth - theme::gap12));
        const double share = m_rows > 0 ? static_cast<double>(count) / static_cast<double>(m_rows) : 0;
        paintBar(painter, QRect(0, y + 18, width(), 6), share);
        y += valueRowHeight;
    }
}

bool TopValues::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const auto index = static_cast<std::size_t>(std::max(0, help->pos().y() / valueRowHeight));
        QToolTip::showText(help->globalPos(), index < m_values.size() ? m_values[index].first : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace lepton::ui
