// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a comparison that is saved.
#include "ui/charts/chart_card.h"
#include "ui/training/compare_pane.h"
#include "ui/training/compare_table.h"
#include "ui/training/parallel_axes.h"
#include "ui/training/run_words.h"
#include "ui/widgets/text_label.h"

#include <QBuffer>
#include <QHeaderView>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int scale = 2;
constexpr int leastChartWidth = 640;
constexpr int leastChartHeight = 360;
constexpr int titleWidth = 184;
constexpr int runWidth = 104;

QImage imageOf(QWidget& widget)
{
    QImage image(widget.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(theme::color(theme::Role::Surface));
    widget.render(&image);
    return image;
}

/// All rows of what the table shows.
QImage tableOf(CompareTableModel& model)
{
    DataTable table;
    auto* header = new CompareHeader(&table);
    table.setHorizontalHeader(header);
    table.setItemDelegate(new CompareDelegate(&table));
    table.setModel(&model);
    table.setRowHeight(theme::rowDense);
    int width = 0;
    for (int column = 0; column < model.columnCount(); ++column) {
        header->resizeSection(column, column == 0 ? titleWidth : runWidth);
        width += header->sectionSize(column);
    }
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.ensurePolished();
    table.resize(width, theme::tableHeaderHeight + model.rowCount() * theme::rowDense + theme::gap4);
    return imageOf(table);
}

} // namespace

QByteArray ComparePane::picture(const train::RunComparison& comparison)
{
    QImage left;
    if (m_left->currentIndex() == Curves) {
        left.loadFromData(m_chart->chart().picture("png"), "PNG");
        left.setDevicePixelRatio(scale);
    } else {
        left = imageOf(*m_axes);
    }
    const QImage right = tableOf(m_model);
    const QString sentence = comparabilityText(comparison);
    const int leftWidth = std::max(int(left.width() / left.devicePixelRatio()), leastChartWidth);
    const int leftHeight = std::max(int(left.height() / left.devicePixelRatio()), leastChartHeight);
    const int tableWidth = int(right.width() / right.devicePixelRatio());
    const QFontMetrics metrics(theme::font(theme::Step::Small));
    const int width = theme::gap24 + leftWidth + theme::gap24 + tableWidth + theme::gap24;
    const QRect words = metrics.boundingRect(QRect(0, 0, width - 2 * theme::gap24, 10 * metrics.height()),
                                             Qt::TextWordWrap, sentence);
    const int top = theme::gap24 + theme::cardHeaderHeight + words.height() + theme::gap16;
    const int height =
        top + std::max(leftHeight, int(right.height() / right.devicePixelRatio())) + theme::gap24;

    QImage image(QSize(width, height) * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(theme::color(theme::Role::Surface));
    QPainter painter(&image);
    painter.setFont(theme::font(theme::Step::CardTitle));
    painter.setPen(theme::color(theme::Role::Text));
    painter.drawText(QRect(theme::gap24, theme::gap16, width - 2 * theme::gap24, theme::cardHeaderHeight),
                     int(Qt::AlignLeft | Qt::AlignVCenter), m_title->text());
    painter.setFont(theme::font(theme::Step::Small));
    painter.setPen(theme::color(comparison.test.isYes() ? theme::Role::Text2 : theme::Role::WarnText));
    painter.drawText(words.translated(theme::gap24, theme::gap16 + theme::cardHeaderHeight), Qt::TextWordWrap,
                     sentence);
    painter.drawImage(QPoint(theme::gap24, top), left);
    painter.drawImage(QPoint(theme::gap24 + leftWidth + theme::gap24, top), right);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace lepton::ui
