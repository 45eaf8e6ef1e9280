// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/page_feed.h"

#include "ui/widgets/core_text.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace lepton::ui {
namespace {

constexpr std::int64_t perSegment = SegmentCache::rowsPerSegment;
/// Segments read ahead in the direction of the scroll, and kept ready behind.
constexpr std::int64_t ahead = 3;
constexpr std::int64_t behind = 1;
/// Rows that decide how many decimals a column of floating-point numbers shows.
constexpr std::int64_t sampleRows = 256;

struct ReadColumns
{
    std::vector<std::pair<std::size_t, ColumnSegment>> columns;
    double milliseconds = 0;
};

} // namespace

/// How each column is written; decimals are found from a sample when a column is first read. Used by the one
/// reading worker at a time, and made anew when the locale changes.
struct PageFeed::Formats
{
    data::TableProfile profile;
    QLocale locale;
    std::vector<std::optional<CellFormat>> columns;

    void prepare(data::Table& table, const std::vector<std::size_t>& wanted,
                 const base::Cancellation& cancellation)
    {
        const std::vector<data::Column>& schema = table.schema().columns;
        std::vector<std::size_t> sampled;
        for (const std::size_t column : wanted) {
            if (columns[column])
                continue;
            if (schema[column].type == data::ColumnType::Float64)
                sampled.push_back(column);
            else
                columns[column].emplace(schema[column], locale, 0, !isYears(column));
        }
        if (sampled.empty())
            return;
        const data::Page page =
            table.page(data::RowOrder::all(table.rowCount()), 0, sampleRows, sampled, cancellation);
        for (std::size_t i = 0; i < sampled.size(); ++i) {
            int decimals = 0;
            for (const auto& row : page.cells)
                decimals = std::max(decimals, decimalsOf(std::span(&row[i], 1)));
            columns[sampled[i]].emplace(schema[sampled[i]], locale, decimals, true);
        }
    }

    bool isYears(std::size_t column) const
    {
        return column < profile.columns.size() && looksLikeYears(profile.columns[column]);
    }
};

PageFeed::PageFeed(std::shared_ptr<data::Table> table, data::TableProfile profile, QObject* parent)
    : QObject(parent)
    , m_table(std::move(table))
    , m_order(data::RowOrder::all(m_table->rowCount()))
    , m_formats(std::make_shared<Formats>())
{
    m_formats->profile = std::move(profile);
    m_formats->columns.resize(m_table->schema().size());
}

PageFeed::~PageFeed() = default;

void PageFeed::setOrder(const data::RowOrder& order)
{
    m_order = order;
    m_cache.reset();
    m_reader.cancel();
    m_failed = false;
    m_window.count = 0; // the view says anew what it shows
}

void PageFeed::setLocale(const QLocale& locale)
{
    auto formats = std::make_shared<Formats>();
    formats->profile = m_formats->profile;
    formats->locale = locale;
    formats->columns.resize(m_table->schema().size());
    m_formats = std::move(formats);
    m_cache.reset();
    m_reader.cancel();
    readNext();
}

void PageFeed::want(GridWindow window)
{
    if (window == m_window)
        return;
    m_window = std::move(window);
    m_failed = false;
    if (m_reader.isRunning()) {
        // Nobody waits any more for what a fast drag has passed by.
        const std::vector<std::int64_t> wanted = wantedSegments();
        if (std::find(wanted.begin(), wanted.end(), m_reading) != wanted.end())
            return;
        m_reader.cancel();
    }
    readNext();
}

void PageFeed::retry()
{
    m_failed = false;
    m_reader.cancel();
    readNext();
}

GridCell* PageFeed::cell(std::int64_t position, std::size_t column)
{
    ColumnSegment* segment = m_cache.find(position / perSegment, column);
    const auto within = static_cast<std::size_t>(position % perSegment);
    return segment != nullptr && within < segment->cells.size() ? &segment->cells[within] : nullptr;
}

std::int64_t PageFeed::rowNumber(std::int64_t position)
{
    if (m_order.isAll())
        return position;
    const auto within = static_cast<std::size_t>(position % perSegment);
    for (const std::size_t column : m_window.columns) {
        const ColumnSegment* segment = m_cache.find(position / perSegment, column);
        if (segment != nullptr && within < segment->rows->size())
            return (*segment->rows)[within];
    }
    return -1;
}

void PageFeed::forgetWidths()
{
    m_cache.forgetWidths();
}

bool PageFeed::isComplete() const
{
    if (m_window.count <= 0)
        return true;
    const std::int64_t last = (m_window.first + m_window.count - 1) / perSegment;
    for (std::int64_t segment = m_window.first / perSegment; segment <= last; ++segment)
        for (const std::size_t column : m_window.columns)
            if (!m_cache.contains(segment, column))
                return false;
    return true;
}

/// Visible segments first, then those that the scroll comes to, then one behind.
std::vector<std::int64_t> PageFeed::wantedSegments() const
{
    std::vector<std::int64_t> segments;
    const std::int64_t rows = m_order.size();
    if (m_window.count <= 0 || rows == 0)
        return segments;
    const std::int64_t lastSegment = (rows - 1) / perSegment;
    const std::int64_t first = std::clamp<std::int64_t>(m_window.first / perSegment, 0, lastSegment);
    const std::int64_t last =
        std::clamp<std::int64_t>((m_window.first + m_window.count - 1) / perSegment, first, lastSegment);
    for (std::int64_t segment = first; segment <= last; ++segment)
        segments.push_back(segment);
    const std::int64_t below = m_window.direction < 0 ? behind : ahead;
    const std::int64_t above = m_window.direction < 0 ? ahead : behind;
    // Wide rows of long texts: reading ahead must not push out what is in view.
    const std::size_t affordable = m_cache.affordable(m_window.columns.size());
    for (std::int64_t i = 1; i <= std::max(below, above) && segments.size() + 2 <= affordable; ++i) {
        if (i <= below && last + i <= lastSegment)
            segments.push_back(last + i);
        if (i <= above && first - i >= 0)
            segments.push_back(first - i);
    }
    return segments;
}

PageFeed::Request PageFeed::nextRequest() const
{
    for (const std::int64_t segment : wantedSegments()) {
        Request request{segment, {}};
        for (const std::size_t column : m_window.columns)
            if (!m_cache.contains(segment, column))
                request.columns.push_back(column);
        if (!request.columns.empty())
            return request;
    }
    return {};
}

void PageFeed::readNext()
{
    Request request = nextRequest();
    if (request.segment < 0)
        return;
    const SegmentCache::Token token = m_cache.token();
    const std::int64_t segment = request.segment;
    m_reading = segment;
    m_reader.run(
        [table = m_table, order = m_order, formats = m_formats,
         request = std::move(request)](const base::Cancellation& cancellation) {
            const auto start = std::chrono::steady_clock::now();
            formats->prepare(*table, request.columns, cancellation);
            const data::Page page =
                table->page(order, request.segment * perSegment, perSegment, request.columns, cancellation);
            auto rows = std::make_shared<const std::vector<std::int64_t>>(page.rows);
            ReadColumns read;
            read.columns.reserve(request.columns.size());
            for (std::size_t i = 0; i < request.columns.size(); ++i) {
                const CellFormat& format = *formats->columns[request.columns[i]];
                ColumnSegment cells;
                cells.rows = rows;
                cells.cells.resize(page.cells.size());
                for (std::size_t row = 0; row < page.cells.size(); ++row)
                    cells.cells[row].value = format(page.cells[row][i]);
                read.columns.emplace_back(request.columns[i], std::move(cells));
            }
            read.milliseconds =
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
            return read;
        },
        [this, token, segment](ReadColumns read) {
            for (auto& [column, cells] : read.columns)
                m_cache.insert(token, segment, column, std::move(cells));
            readNext();
            Q_EMIT arrived(read.milliseconds);
        },
        [this](const base::Error& error) {
            m_failed = true;
            Q_EMIT failed(CoreText::error(error));
        });
}

} // namespace lepton::ui
