// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>

#include <vector>

class QPainter;

namespace lepton::charts {

/// What a line that is denser than the pixels covers of one pixel column.
struct BandBar
{
    int column = 0;    ///< device pixels from the left edge of the axis
    double top = 0;    ///< device independent pixels
    double bottom = 0; ///< not above the top
};

/// Fills the bars of a band pixel by pixel, with soft ends. A painter that takes them as shapes needs ten
/// times as long. Keeps its memory from picture to picture.
class BandPicture
{
public:
    /// @p left is where column 0 begins; nothing above or below @p area is painted. The painter's device
    /// pixels must be those of its device.
    void paint(QPainter& painter, const std::vector<BandBar>& bars, double left, const QRectF& area,
               const QColor& color);

private:
    QImage m_image;
    std::vector<float> m_tops;
    std::vector<float> m_bottoms;
};

} // namespace lepton::charts
