// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeleton.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <chrono>

namespace lepton::ui {

using namespace std::chrono_literals;

Skeleton::Skeleton(QWidget* parent)
    : QWidget(parent)
    , m_rowHeight(theme::rowNormal)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_stage == Stage::Quiet)
            m_timer.start(1800ms);
        m_stage = m_stage == Stage::Quiet ? Stage::Bars : Stage::Sentence;
        update();
    });
}

void Skeleton::setRowHeight(int pixels)
{
    m_rowHeight = pixels;
    update();
}

void Skeleton::setSentence(const QString& sentence)
{
    m_sentence = sentence;
    setAccessibleName(sentence);
    update();
}

void Skeleton::start()
{
    m_stage = Stage::Quiet;
    m_timer.start(200ms);
    update();
}

void Skeleton::stop()
{
    m_timer.stop();
    m_stage = Stage::Quiet;
    update();
}

void Skeleton::paintEvent(QPaintEvent*)
{
    if (m_stage == Stage::Quiet)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int top = 0;
    if (m_stage == Stage::Sentence && !m_sentence.isEmpty()) {
        painter.setFont(theme::font(theme::Step::Small));
        painter.setPen(theme::color(theme::Role::Text2));
        painter.drawText(QRect(theme::gap16, 0, width() - 2 * theme::gap16, m_rowHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, m_sentence);
        top = m_rowHeight;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(theme::Role::Track));
    constexpr double widths[] = {0.28, 0.22, 0.33, 0.25, 0.3};
    constexpr int bar = 10;
    for (int row = 0; top + m_rowHeight <= height(); ++row, top += m_rowHeight) {
        const double left = theme::gap16;
        const int y = top + (m_rowHeight - bar) / 2;
        const double first = (width() - 2 * theme::gap16) * widths[row % 5];
        painter.drawRoundedRect(QRectF(left, y, first, bar), 3, 3);
        painter.drawRoundedRect(QRectF(width() * 0.45, y, width() * 0.12, bar), 3, 3);
        painter.drawRoundedRect(QRectF(width() * 0.72, y, width() * 0.1, bar), 3, 3);
    }
}

} // namespace lepton::ui
