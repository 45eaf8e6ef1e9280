// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/histogram_view.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace lepton::ui {

HistogramView::HistogramView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HistogramView::setBars(const QList<double>& heights, const QString& low, const QString& high,
                            const QString& sentence)
{
    m_heights = heights;
    m_low = low;
    m_high = high;
    setAccessibleName(sentence);
    update();
}

void HistogramView::setBarHeight(int pixels)
{
    m_barHeight = pixels;
    updateGeometry();
}

QSize HistogramView::sizeHint() const
{
    return {240, m_barHeight + theme::gap4 + QFontMetrics(theme::font(theme::Step::Caption)).height()};
}

QSize HistogramView::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void HistogramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect bars(0, 0, width(), m_barHeight);
    paintHistogram(painter, bars, {m_heights.constData(), std::size_t(m_heights.size())});
    painter.fillRect(QRect(0, m_barHeight, width(), 1), theme::color(theme::Role::Line2));
    painter.setFont(theme::font(theme::Step::Caption));
    painter.setPen(theme::color(theme::Role::Text3));
    const QRect labels(0, m_barHeight + theme::gap4, width(), height() - m_barHeight - theme::gap4);
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignTop, m_low);
    painter.drawText(labels, Qt::AlignRight | Qt::AlignTop, m_high);
}

} // namespace lepton::ui
