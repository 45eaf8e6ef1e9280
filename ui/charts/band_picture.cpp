// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/band_picture.h"

#include <QPaintDevice>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace lepton::charts {

namespace {

/// @p color by @p share of 256, all four premultiplied channels at once.
std::uint32_t scaled(std::uint32_t color, std::uint32_t share)
{
    constexpr std::uint32_t pairs = 0x00ff00ff;
    const std::uint32_t even = ((color & pairs) * share >> 8) & pairs;
    const std::uint32_t odd = ((color >> 8) & pairs) * share & ~pairs;
    return even | odd;
}

} // namespace

void BandPicture::paint(QPainter& painter, const std::vector<BandBar>& bars, double left, const QRectF& area,
                        const QColor& color)
{
    if (bars.empty())
        return;
    const double ratio = painter.device()->devicePixelRatioF();
    const double ground = std::floor(area.top() * ratio);
    const int firstColumn = bars.front().column;
    const auto width = std::size_t(bars.back().column - firstColumn + 1);
    const double mostHeight = std::ceil(area.bottom() * ratio) - ground;

    // an empty column is one whose top is below its bottom
    m_tops.assign(width, float(mostHeight));
    m_bottoms.assign(width, 0);
    for (const BandBar& bar : bars) {
        const auto column = std::size_t(bar.column - firstColumn);
        m_tops[column] = float(std::clamp(bar.top * ratio - ground, 0.0, mostHeight));
        m_bottoms[column] = float(std::clamp(bar.bottom * ratio - ground, 0.0, mostHeight));
    }
    const int firstRow = int(*std::ranges::min_element(m_tops));
    const int rows = int(std::ceil(*std::ranges::max_element(m_bottoms))) - firstRow;
    if (rows <= 0)
        return;
    if (m_image.width() < int(width) || m_image.height() < rows)
        m_image = QImage(std::max(m_image.width(), int(width)), std::max(m_image.height(), rows),
                         QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(1);

    const std::uint32_t full = qPremultiply(color.rgba());
    for (int row = 0; row < rows; ++row) {
        const auto above = float(firstRow + row);
        auto* pixels = reinterpret_cast<std::uint32_t*>(m_image.scanLine(row));
        const float* tops = m_tops.data();
        const float* bottoms = m_bottoms.data();
        for (std::size_t x = 0; x < width; ++x) {
            const float covered = std::min(above + 1, bottoms[x]) - std::max(above, tops[x]);
            pixels[x] = scaled(full, std::uint32_t(int(std::max(covered, 0.0F) * 256)));
        }
    }
    const QRectF target(left + firstColumn / ratio, (ground + firstRow) / ratio, double(width) / ratio,
                        rows / ratio);
    painter.drawImage(target, m_image, QRectF(0, 0, double(width), rows));
}

} // namespace lepton::charts
