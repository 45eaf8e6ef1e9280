// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/hist_header.h"

#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/columns_model.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/datasets/grid/hist_header_layout.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace lepton::ui {
namespace {

using namespace header_layout;

constexpr int dragDistance = 4;
constexpr int narrowest = 72;
constexpr int widest = 260;
constexpr int widestText = 880;
/// Beyond this many columns widths are guessed from the number of characters: measuring text takes its time.
constexpr int measuredColumns = 300;

/// The smallest and the largest value of an ordered column as cells show them: a number must not be cut.
QStringList endsOf(const data::Column& column, const data::ColumnProfile& profile)
{
    if (!isOrdered(column.type) || !profile.minimum || !profile.maximum)
        return {};
    std::array<data::CellValue, 2> ends{profile.smallest, profile.largest};
    if (column.type == data::ColumnType::Float64)
        ends = {data::CellValue(*profile.minimum), data::CellValue(*profile.maximum)};
    else if (data::isMissing(ends[0]) || data::isMissing(ends[1]))
        return {};
    const CellFormat format(column, QLocale(), decimalsOf(ends), !looksLikeYears(profile));
    return {format(ends[0]).text, format(ends[1]).text};
}

/// @p value with the figures that a pixel of a range @p span wide can tell apart.
double rounded(double value, double span, bool up)
{
    if (span <= 0)
        return value;
    const double step = std::pow(10.0, std::floor(std::log10(span / 100)));
    const double steps = value / step;
    // Through text, so that 0.30000000000000004 comes out as 0.3.
    return QString::number((up ? std::ceil(steps) : std::floor(steps)) * step, 'g', 12).toDouble();
}

} // namespace

HistHeader::HistHeader(TableViewModel& table, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_table(table)
{
    setModel(new ColumnsModel(table.table()->schema(), this));
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Interactive);
    setMinimumSectionSize(40);
    setFixedHeight(fixedHeight());
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    for (int column = 0; column < count(); ++column)
        resizeSection(column, fittingWidth(column));
    connect(this, &QHeaderView::sectionClicked, this,
            [this](int logical) { m_table.cycleSort(static_cast<std::size_t>(logical)); });
    connect(this, &QHeaderView::sectionHandleDoubleClicked, this,
            [this](int logical) { resizeSection(logical, fittingWidth(logical)); });
    connect(this, &QHeaderView::sectionResized, this, [this] { m_resized = true; });
    connect(&table, &TableViewModel::sortChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&table, &TableViewModel::orderChanged, viewport(), qOverload<>(&QWidget::update));
}

void HistHeader::setCurrentColumn(int logical)
{
    if (logical == m_current)
        return;
    m_current = logical;
    viewport()->update();
}

int HistHeader::fittingWidth(int logical) const
{
    return std::min(contentWidth(logical), widest);
}

int HistHeader::contentWidth(int logical) const
{
    const auto column = static_cast<std::size_t>(logical);
    const QFontMetrics small(theme::font(theme::Step::Small, QFont::Medium));
    const QFontMetrics body(theme::font(theme::Step::Body));
    const bool exact = count() <= measuredColumns;
    const auto width = [exact](const QFontMetrics& metrics, const QString& text) {
        return exact ? metrics.horizontalAdvance(text)
                     : metrics.averageCharWidth() * static_cast<int>(text.size());
    };
    const data::Column& which = m_table.column(column);
    // The name has a sort arrow or a funnel beside it.
    int fitting = width(small, QString::fromStdString(which.name)) + theme::smallIconSide + theme::gap4;
    if (const data::ColumnProfile* profile = m_table.profile(column)) {
        fitting = std::max(fitting,
                           width(small, columnCaption(which, *profile)) + theme::smallIconSide + theme::gap4);
        for (const QString& end : endsOf(which, *profile))
            fitting = std::max(fitting, width(body, end));
        for (std::size_t i = 0; i < std::min<std::size_t>(3, profile->top.size()); ++i)
            fitting = std::max(fitting, width(body, QString::fromStdString(profile->top[i].first).left(60)));
    }
    return std::max(fitting + 2 * pad + 2, narrowest);
}

bool HistHeader::isFreeText(int logical) const
{
    const auto column = static_cast<std::size_t>(logical);
    const data::ColumnProfile* profile = m_table.profile(column);
    return profile != nullptr && m_table.column(column).type == data::ColumnType::Text &&
           columnShape(m_table.column(column), *profile) == ColumnShape::Histogram;
}

int HistHeader::longestWidth(int logical) const
{
    const data::ColumnProfile* profile = m_table.profile(static_cast<std::size_t>(logical));
    if (profile == nullptr || !profile->maximum)
        return widestText;
    // A letter is at most about as wide as a Chinese one.
    const double letter = QFontMetrics(theme::font(theme::Step::Body)).horizontalAdvance(QChar(0x4e2d));
    return static_cast<int>(std::min(*profile->maximum * letter + 2 * pad + 2, double(widestText)));
}

void HistHeader::shareWidth(int width)
{
    if (m_contentWidths.empty())
        for (int logical = 0; logical < count(); ++logical)
            m_contentWidths.push_back(contentWidth(logical));
    struct Wish
    {
        int logical = 0;
        int width = 0;
        int most = 0;
    };
    std::vector<Wish> texts;
    std::vector<Wish> others; // those that do not show all they have
    int left = width;
    for (int logical = 0; logical < count(); ++logical) {
        if (isSectionHidden(logical))
            continue;
        const int content = m_contentWidths[static_cast<std::size_t>(logical)];
        const Wish wish{logical, std::min(content, widest), std::min(content, widestText)};
        left -= wish.width;
        if (isFreeText(logical))
            texts.push_back({logical, wish.width, std::max(wish.width, longestWidth(logical))});
        else
            others.push_back(wish);
    }
    for (std::vector<Wish>* wishes : {&texts, &others}) {
        std::sort(wishes->begin(), wishes->end(),
                  [](const Wish& a, const Wish& b) { return a.most - a.width < b.most - b.width; });
        for (std::size_t i = 0; i < wishes->size(); ++i) {
            Wish& wish = (*wishes)[i];
            const int share = std::max(0, left) / static_cast<int>(wishes->size() - i);
            const int more = std::min(share, wish.most - wish.width);
            left -= more;
            resizeSection(wish.logical, wish.width + more);
        }
    }
}

QString HistHeader::describe(int logical) const
{
    const auto column = static_cast<std::size_t>(logical);
    const data::Column& which = m_table.column(column);
    const QString name = QString::fromStdString(which.name);
    const data::ColumnProfile* profile = m_table.profile(column);
    const QString type = typeText(which, profile);
    if (profile == nullptr)
        return tr("%1, %2").arg(name, type);
    return tr("%1, %2, %3, %4 missing")
        .arg(name, type, columnCaption(which, *profile),
             QLocale().toString(static_cast<qlonglong>(profile->missing)));
}

QSize HistHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fixedHeight()};
}

void HistHeader::mousePressEvent(QMouseEvent* event)
{
    m_resized = false;
    const int logical = logicalIndexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && canBrush(logical, event->position().toPoint())) {
        const int x = event->position().toPoint().x();
        m_brush = Brush{logical, x, x};
        viewport()->update();
        return;
    }
    QHeaderView::mousePressEvent(event);
}

void HistHeader::mouseMoveEvent(QMouseEvent* event)
{
    if (m_brush) {
        m_brush->to = event->position().toPoint().x();
        viewport()->update();
        return;
    }
    const int logical = logicalIndexAt(event->position().toPoint());
    if (logical != m_hovered) {
        m_hovered = logical;
        viewport()->update();
    }
    QHeaderView::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton && canBrush(logical, event->position().toPoint()))
        setCursor(Qt::CrossCursor);
    else if (cursor().shape() == Qt::CrossCursor)
        unsetCursor();
}

void HistHeader::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_brush) {
        QHeaderView::mouseReleaseEvent(event);
        if (std::exchange(m_resized, false))
            Q_EMIT resizedByHand();
        return;
    }
    const Brush brush = *m_brush;
    m_brush.reset();
    viewport()->update();
    if (std::abs(brush.to - brush.from) < dragDistance) {
        m_table.cycleSort(static_cast<std::size_t>(brush.logical));
        return;
    }
    const ValueRange range = brushedRange(brush);
    Q_EMIT rangeDragged(brush.logical, range.low, range.high);
}

void HistHeader::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    viewport()->update();
    QHeaderView::leaveEvent(event);
}

void HistHeader::contextMenuEvent(QContextMenuEvent* event)
{
    const int logical = logicalIndexAt(event->pos());
    if (logical >= 0)
        showMenu(logical, event->globalPos());
}

bool HistHeader::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int logical = logicalIndexAt(help->pos());
        QToolTip::showText(help->globalPos(), logical >= 0 ? describe(logical) : QString(), this);
        return true;
    }
    return QHeaderView::viewportEvent(event);
}

QRect HistHeader::chartRect(int logical) const
{
    return {sectionViewportPosition(logical) + pad, chartTop, sectionSize(logical) - 2 * pad - 1,
            chartHeight};
}

bool HistHeader::canBrush(int logical, const QPoint& position) const
{
    if (logical < 0)
        return false;
    const auto column = static_cast<std::size_t>(logical);
    const data::ColumnProfile* profile = m_table.profile(column);
    const data::Column& which = m_table.column(column);
    return profile != nullptr && isOrdered(which.type) && profile->histogram.high > profile->histogram.low &&
           columnShape(which, *profile) == ColumnShape::Histogram &&
           chartRect(logical).adjusted(-2, -2, 2, 2).contains(position);
}

ValueRange HistHeader::brushedRange(const Brush& brush) const
{
    const data::Histogram& histogram = m_table.profile(static_cast<std::size_t>(brush.logical))->histogram;
    const QRect chart = chartRect(brush.logical);
    const double span = histogram.high - histogram.low;
    const auto valueAt = [&](int x) {
        const double share = static_cast<double>(x - chart.left()) / std::max(1, chart.width());
        return histogram.low + std::clamp(share, 0.0, 1.0) * span;
    };
    const double low = valueAt(std::min(brush.from, brush.to));
    const double high = valueAt(std::max(brush.from, brush.to));
    if (m_table.column(static_cast<std::size_t>(brush.logical)).type == data::ColumnType::Int64 &&
        std::ceil(low) <= std::floor(high))
        return {std::ceil(low), std::floor(high)};
    // The ends of the picture mean the ends of the values, exactly.
    return {low <= histogram.low ? histogram.low : rounded(low, span, false),
            high >= histogram.high ? histogram.high : rounded(high, span, true)};
}

void HistHeader::showMenu(int logical, const QPoint& position)
{
    const auto column = static_cast<std::size_t>(logical);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("table.header.menu"));
    const auto add = [&](const QString& icon, const QString& text, auto action) {
        connect(menu->addAction(theme::icon(icon), text), &QAction::triggered, this, action);
    };
    add(QStringLiteral("arrow-up"), tr("Sort ascending"), [this, column] {
        m_table.setSort(data::SortKey{column, false});
    });
    add(QStringLiteral("arrow-down"), tr("Sort descending"), [this, column] {
        m_table.setSort(data::SortKey{column, true});
    });
    if (m_table.sortKey())
        add(QStringLiteral("undo"), tr("Sort by row number"), [this] { m_table.setSort(std::nullopt); });
    menu->addSeparator();
    add(QStringLiteral("filter"), tr("Filter by this column"),
        [this, logical] { Q_EMIT filterRequested(logical); });
    add(QStringLiteral("panel"), tr("Statistics"), [this, logical] { Q_EMIT statisticsRequested(logical); });
    add(QStringLiteral("copy"), tr("Copy the name"), [this, column] {
        QGuiApplication::clipboard()->setText(QString::fromStdString(m_table.column(column).name));
    });
    menu->addSeparator();
    const int visual = visualIndex(logical);
    if (visual > 0)
        add(QStringLiteral("chevron-left"), tr("Move left"),
            [this, visual] { moveSection(visual, visual - 1); });
    if (visual + 1 < count())
        add(QStringLiteral("chevron-right"), tr("Move right"),
            [this, visual] { moveSection(visual, visual + 1); });
    add(QStringLiteral("expand"), tr("Fit the width"), [this, logical] {
        resizeSection(logical, fittingWidth(logical));
        Q_EMIT resizedByHand();
    });
    add(QStringLiteral("eye"), tr("Hide this column"), [this, logical] { Q_EMIT hideRequested(logical); });
    menu->popup(position);
}

} // namespace lepton::ui
