// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/split_bar.h"

#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/training/training_text.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace lepton::ui {

namespace {

constexpr int barHeight = 8;
constexpr int markSide = 8;
constexpr int wanted = 320; ///< wide enough for the words in most languages
constexpr std::array partColours{theme::Role::Series1, theme::Role::Series2, theme::Role::Series3};

} // namespace

SplitBar::SplitBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SplitBar::setCounts(const train::PartCounts& counts)
{
    m_counts = counts;
    QStringList texts;
    for (const Entry& entry : entries())
        texts << entry.name + QLatin1Char(' ') + entry.rows;
    setAccessibleName(tr("Split: %1").arg(texts.join(QStringLiteral(", "))));
    update();
}

std::array<SplitBar::Entry, train::partCount> SplitBar::entries() const
{
    const std::int64_t all = std::accumulate(m_counts.begin(), m_counts.end(), std::int64_t{0});
    std::array<Entry, train::partCount> entries;
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i] = {TrainingText::part(std::string(train::partName(train::Part(i)))),
                      tr("%1 rows, %2", "number, share")
                          .arg(DatasetText::count(m_counts[i]), DatasetText::share(m_counts[i], all))};
    return entries;
}

QSize SplitBar::sizeHint() const
{
    return {wanted, barHeight + theme::gap4 + QFontMetrics(theme::font(theme::Step::Caption)).height()};
}

void SplitBar::paintEvent(QPaintEvent*)
{
    const std::int64_t all = std::accumulate(m_counts.begin(), m_counts.end(), std::int64_t{0});
    if (all == 0)
        return;
    QPainter painter(this);
    painter.setFont(theme::font(theme::Step::Caption));
    const QFontMetrics metrics = painter.fontMetrics();
    constexpr int gap = 2;
    const int room = width() - gap * int(m_counts.size() - 1);
    int x = 0;
    int textX = 0;
    const auto texts = entries();
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const bool isLast = i + 1 == m_counts.size();
        // a part with any rows is seen, however small
        const int wide =
            isLast ? width() - x : std::max(2, int(double(room) * double(m_counts[i]) / double(all)));
        painter.fillRect(x, 0, wide, barHeight, theme::color(partColours[i]));
        x += wide + gap;

        const int top = barHeight + theme::gap4;
        painter.fillRect(textX, top + (metrics.height() - markSide) / 2, markSide, markSide,
                         theme::color(partColours[i]));
        textX += markSide + theme::gap4;
        const auto write = [&](const QString& text, theme::Role role) {
            painter.setPen(theme::color(role));
            painter.drawText(textX, top + metrics.ascent(), text);
            textX += metrics.horizontalAdvance(text + QLatin1Char(' '));
        };
        write(texts[i].name, theme::Role::Text);
        write(texts[i].rows, theme::Role::Text2);
        textX += theme::gap12;
    }
}

} // namespace lepton::ui
