// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeleton.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <chrono>
#include <utility>

namespace lepton::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto barsAfter = 200ms;
constexpr auto sentenceAfter = 1800ms; // after the bars
constexpr auto newsEvery = 250ms;

} // namespace

Skeleton::Skeleton(QWidget* parent)
    : QWidget(parent)
    , m_rowHeight(theme::rowNormal)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Skeleton::step);
}

void Skeleton::step()
{
    if (m_stage == Stage::Quiet) {
        m_stage = Stage::Bars;
        m_timer.start(sentenceAfter);
    } else {
        m_stage = Stage::Sentence;
        if (m_news) {
            m_told = m_news();
            setAccessibleName(shownSentence());
            m_timer.start(newsEvery);
        }
    }
    update();
}

void Skeleton::setNews(std::function<QString()> news)
{
    m_news = std::move(news);
}

QString Skeleton::shownSentence() const
{
    if (m_stage != Stage::Sentence)
        return {};
    return m_told.isEmpty() ? m_sentence : m_told;
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
    m_told.clear();
    m_timer.start(barsAfter);
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
    if (const QString sentence = shownSentence(); !sentence.isEmpty()) {
        painter.setFont(theme::font(theme::Step::Small));
        painter.setPen(theme::color(theme::Role::Text2));
        painter.drawText(QRect(theme::gap16, 0, width() - 2 * theme::gap16, m_rowHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, sentence);
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
