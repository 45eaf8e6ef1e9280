// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include "ui/theme/line_box.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace lepton::ui {
namespace {

constexpr int narrowestBar = 3;

constexpr int barHeight = 4;

/// Two colours of a tint: on light the first is the ground, on dark the second.
struct Tint
{
    QRgb pale;
    QRgb strong;
};

constexpr std::array<Tint, 8> tints{{{0xFFDCE7FBu, 0xFF1F4DB0u},
                                     {0xFFDDF1E5u, 0xFF146C43u},
                                     {0xFFFBE0EEu, 0xFF9A2A68u},
                                     {0xFFD9EEF8u, 0xFF0B5F86u},
                                     {0xFFECE3FAu, 0xFF5F3BA8u},
                                     {0xFFFCEBCBu, 0xFF7A4A00u},
                                     {0xFFE5E8EDu, 0xFF454D5Au},
                                     {0xFFFBE2DDu, 0xFF9C2F1Du}}};

/// FNV-1a: the same member has the same tint on every machine.
std::size_t tintOf(const QString& id)
{
    std::uint32_t hash = 2166136261u;
    for (const char byte : id.toUtf8()) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 16777619u;
    }
    return hash % tints.size();
}

int alignedStart(int start, int room, int size, Qt::Alignment alignment, Qt::Alignment end,
                 Qt::Alignment middle)
{
    if (alignment & end)
        return start + room - size;
    return alignment & middle ? start + (room - size) / 2 : start;
}

} // namespace

void paintText(QPainter& painter, const QRect& area, Qt::Alignment alignment, const QString& text)
{
    QString line = text;
    const auto breaks = [](QChar letter) {
        return letter < QLatin1Char(' ') || letter == QChar::LineSeparator ||
               letter == QChar::ParagraphSeparator;
    };
    std::replace_if(line.begin(), line.end(), breaks, QLatin1Char(' '));
    const theme::LineBox box = theme::lineBox(painter.font());
    const int width = painter.fontMetrics().horizontalAdvance(line);
    const int left =
        alignedStart(area.left(), area.width(), width, alignment, Qt::AlignRight, Qt::AlignHCenter);
    const int top =
        alignedStart(area.top(), area.height(), box.height(), alignment, Qt::AlignBottom, Qt::AlignVCenter);
    const bool isCut = width > area.width();
    if (isCut) {
        painter.save();
        painter.setClipRect(area.adjusted(0, -box.height(), 0, box.height()), Qt::IntersectClip);
    }
    painter.drawText(left, top + box.ascent, line);
    if (isCut)
        painter.restore();
}

void paintBar(QPainter& painter, const QRect& area, double share, theme::Role fill)
{
    const QRectF track(area.x(), area.y() + (area.height() - barHeight) / 2, area.width(), barHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(theme::Role::Track));
    painter.drawRoundedRect(track, 2, 2);
    const double width = std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0) * track.width();
    if (width > 0) {
        painter.setBrush(theme::color(fill));
        painter.drawRoundedRect(QRectF(track.x(), track.y(), std::max(width, 2.0), barHeight), 2, 2);
    }
    painter.restore();
}

void paintSpark(QPainter& painter, const QRect& area, std::span<const double> values, theme::Role line)
{
    double low = INFINITY;
    double high = -INFINITY;
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low > high)
        return;
    const QRectF box = QRectF(area).adjusted(2, 3, -3, -3);
    const double span = high > low ? high - low : 1.0;
    QPainterPath path;
    QPointF last;
    bool pen = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            pen = false;
            continue;
        }
        const double x = values.size() > 1 ? box.x() + box.width() * static_cast<double>(i) /
                                                           static_cast<double>(values.size() - 1)
                                           : box.right();
        last = QPointF(x, box.bottom() - box.height() * (high > low ? (values[i] - low) / span : 0.5));
        if (pen)
            path.lineTo(last);
        else
            path.moveTo(last);
        pen = true;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::color(line), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(line));
    painter.drawEllipse(last, 2.0, 2.0);
    painter.restore();
}

void paintHistogram(QPainter& painter, const QRect& area, std::span<const double> counts,
                    std::pair<int, int> highlight)
{
    if (counts.empty() || area.width() < narrowestBar)
        return;
    const auto most = static_cast<std::size_t>(area.width() / narrowestBar);
    const std::size_t joined = (counts.size() + most - 1) / most;
    std::vector<double> bars((counts.size() + joined - 1) / joined, 0);
    for (std::size_t i = 0; i < counts.size(); ++i)
        bars[i / joined] += counts[i];
    const double tallest = *std::max_element(bars.begin(), bars.end());
    if (!(tallest > 0))
        return;
    const double step = area.width() / static_cast<double>(bars.size());
    const auto edge = [&](std::size_t bar) {
        return area.left() + static_cast<int>(std::lround(static_cast<double>(bar) * step));
    };
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (!(bars[i] > 0))
            continue;
        const int height = std::max(2, static_cast<int>(std::lround(bars[i] / tallest * area.height())));
        const int left = edge(i);
        const int width = std::max(1, edge(i + 1) - left - (bars.size() > 1 ? 1 : 0));
        const bool chosen = static_cast<int>((i + 1) * joined) > highlight.first &&
                            static_cast<int>(i * joined) <= highlight.second;
        painter.fillRect(left, area.bottom() + 1 - height, width, height,
                         theme::color(chosen ? theme::Role::HistHi : theme::Role::Hist));
    }
}

void paintShares(QPainter& painter, const QRect& area, std::span<const double> shares, double opacity)
{
    painter.fillRect(area, theme::color(theme::Role::Track));
    double sum = 0;
    double strength = opacity;
    for (const double share : shares) {
        const int left = area.x() + static_cast<int>(std::lround(sum * area.width()));
        sum = std::min(1.0, sum + std::max(0.0, share));
        const int right = area.x() + static_cast<int>(std::lround(sum * area.width()));
        QColor fill = theme::color(theme::Role::HistHi);
        fill.setAlphaF(static_cast<float>(strength));
        const int width = right - left - (sum < 1.0 ? 1 : 0);
        if (width > 0)
            painter.fillRect(left, area.y(), width, area.height(), fill);
        strength = std::max(0.18, strength * 0.72);
    }
}

void paintAvatar(QPainter& painter, const QRect& area, const QString& name, const QString& id)
{
    const int side = std::min(area.width(), area.height());
    const QRect circle(area.x(), area.y() + (area.height() - side) / 2, side, side);
    const Tint tint = tints[tintOf(id)];
    const bool dark = theme::isDark();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(dark ? tint.strong : tint.pale));
    painter.drawEllipse(circle);
    QFont font = theme::font(theme::Step::Caption, QFont::DemiBold);
    if (side >= 28)
        font = theme::font(theme::Step::Body, QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(QColor::fromRgb(dark ? tint.pale : tint.strong));
    const char32_t first = name.isEmpty() ? U'?' : name.toUcs4().front();
    painter.drawText(circle, Qt::AlignCenter, QString::fromUcs4(&first, 1).toUpper());
    painter.restore();
}

} // namespace lepton::ui
