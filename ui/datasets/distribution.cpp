// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/distribution.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lepton::ui {

void paintHistogram(QPainter& painter, const QRectF& area, const QList<double>& heights)
{
    if (heights.isEmpty())
        return;
    const double highest = *std::max_element(heights.begin(), heights.end());
    if (highest <= 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto color = theme::color(theme::Role::Hist);
    const double step = (area.width() + 1) / double(heights.size());
    for (qsizetype i = 0; i < heights.size(); ++i) {
        const double left = std::round(area.left() + double(i) * step);
        const double right = std::max(std::round(area.left() + double(i + 1) * step) - 1, left + 1);
        // A value that occurs is seen, however rare it is.
        const double height =
            heights[i] > 0 ? std::max(1.0, std::round(area.height() * heights[i] / highest)) : 0;
        painter.fillRect(QRectF(left, area.bottom() - height, right - left, height), color);
    }
    painter.restore();
}

void paintParts(QPainter& painter, const QRectF& area, const QList<double>& shares)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath clip;
    clip.addRoundedRect(area, 2, 2);
    painter.setClipPath(clip);
    painter.fillRect(area, theme::color(theme::Role::Track));
    painter.setRenderHint(QPainter::Antialiasing, false);
    auto color = theme::color(theme::Role::AccentFill);
    double left = area.left();
    for (qsizetype i = 0; i < shares.size(); ++i) {
        const double right = std::min(area.right(), left + area.width() * shares[i]);
        color.setAlphaF(float(std::max(0.18, std::pow(0.72, double(i)))));
        const auto part =
            QRectF(std::round(left), area.top(), std::round(right) - std::round(left), area.height());
        painter.fillRect(part, theme::color(theme::Role::Surface));
        if (part.width() >= 2)
            painter.fillRect(part.adjusted(0, 0, right < area.right() - 0.5 ? -1 : 0, 0), color);
        else
            painter.fillRect(part, color);
        left = right;
    }
    painter.restore();
}

} // namespace lepton::ui
