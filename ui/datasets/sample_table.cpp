// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/sample_table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/missing_font.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace lepton::ui {

namespace {

constexpr int textRow = 34;
constexpr int cellRow = 28;

} // namespace

SampleTable::SampleTable(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SampleTable::setColumns(const QStringList& names, std::vector<Row> rows)
{
    m_names = names;
    m_rows = std::move(rows);
    describe();
}

void SampleTable::setTexts(std::vector<Row> rows)
{
    m_names.clear();
    m_rows = std::move(rows);
    describe();
}

void SampleTable::describe()
{
    QStringList lines;
    for (const auto& row : m_rows) {
        QStringList cells;
        for (const auto& cell : row)
            cells << cell.text;
        lines << cells.join(QLatin1Char('\t'));
    }
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize SampleTable::sizeHint() const
{
    const int rows = int(m_rows.size());
    return {256, m_names.isEmpty() ? rows * textRow : (rows + 1) * cellRow};
}

void SampleTable::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto font = theme::font(theme::Step::Small);
    const QFontMetrics metrics(font);
    const auto line = theme::color(theme::Role::Line);
    const auto drawCell = [&](const QRect& area, const Cell& cell) {
        painter.setFont(cell.missing ? missingFont(theme::Step::Small) : font);
        painter.setPen(theme::color(cell.missing ? theme::Role::Text3 : theme::Role::Text));
        paintText(painter, area, (cell.rightAligned ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                  metrics.elidedText(cell.text, Qt::ElideRight, area.width()));
    };

    if (m_names.isEmpty()) {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const QRect area(0, int(i) * textRow, width(), textRow);
            painter.fillRect(QRect(0, area.top(), width(), 1), line);
            int right = area.right();
            if (m_rows[i].size() > 1 && !m_rows[i][1].text.isEmpty()) {
                ChipContent chip{.text = metrics.elidedText(m_rows[i][1].text, Qt::ElideRight, width() / 3),
                                 .kind = ChipKind::Neutral,
                                 .icon = {}};
                const int chipWidth = chipSize(chip).width();
                paintChip(painter, QRect(area.right() - chipWidth + 1, area.top(), chipWidth, textRow), chip);
                right -= chipWidth + theme::gap8;
            }
            drawCell(QRect(QPoint(0, area.top()), QPoint(right, area.bottom())), m_rows[i][0]);
        }
        return;
    }

    const int columns = int(m_names.size());
    const int columnWidth = (width() - theme::gap8 * (columns - 1)) / std::max(1, columns);
    for (int column = 0; column < columns; ++column) {
        const int left = column * (columnWidth + theme::gap8);
        const bool right = !m_rows.empty() && m_rows.front()[std::size_t(column)].rightAligned;
        painter.setFont(theme::font(theme::Step::Caption, QFont::Medium));
        painter.setPen(theme::color(theme::Role::Text2));
        paintText(painter, QRect(left, 0, columnWidth, cellRow),
                  (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                  QFontMetrics(painter.font()).elidedText(m_names[column], Qt::ElideRight, columnWidth));
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            drawCell(QRect(left, (int(i) + 1) * cellRow, columnWidth, cellRow),
                     m_rows[i][std::size_t(column)]);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        painter.fillRect(QRect(0, (int(i) + 1) * cellRow, width(), 1), line);
}

} // namespace lepton::ui
