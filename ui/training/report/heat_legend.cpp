// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/heat_legend.h"

#include "ui/theme/theme.h"
#include "ui/training/report/confusion_model.h"

#include <QPainter>

namespace lepton::ui {

namespace {

constexpr int heatSteps = 6;
constexpr int stepWidth = 8;
constexpr int rampHeight = 8;
constexpr int lineHeight = 20;

} // namespace

HeatLegend::HeatLegend(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void HeatLegend::retranslate()
{
    m_right = tr("right, by share of the row");
    m_wrong = tr("wrong");
    setAccessibleName(
        tr("Right cells are blue, wrong ones orange; the stronger, the larger their share of the row."));
    updateGeometry();
    update();
}

QSize HeatLegend::sizeHint() const
{
    const QFontMetrics metrics(theme::font(theme::Step::Caption));
    return {2 * (heatSteps * stepWidth + theme::gap8) + metrics.horizontalAdvance(m_right) + theme::gap16 +
                metrics.horizontalAdvance(m_wrong),
            lineHeight};
}

void HeatLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(theme::font(theme::Step::Caption));
    int left = 0;
    for (const bool isRight : {true, false}) {
        for (int i = 0; i < heatSteps; ++i) {
            const QColor ground = heatGround(isRight, 1, double(i) / (heatSteps - 1));
            painter.fillRect(left + i * stepWidth, (height() - rampHeight) / 2, stepWidth, rampHeight,
                             ground);
        }
        left += heatSteps * stepWidth + theme::gap8;
        const QString& text = isRight ? m_right : m_wrong;
        painter.setPen(theme::color(theme::Role::Text2));
        painter.drawText(QRect(left, 0, width() - left, height()), int(Qt::AlignLeft | Qt::AlignVCenter),
                         text);
        left += painter.fontMetrics().horizontalAdvance(text) + theme::gap16;
    }
}

} // namespace lepton::ui
