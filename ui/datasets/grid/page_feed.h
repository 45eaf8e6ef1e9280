// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"
#include "ui/datasets/grid/segment_cache.h"
#include "ui/widgets/async.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace lepton::ui {

/// The part of the rows that a view shows, and where it is heading.
struct GridWindow
{
    std::int64_t first = 0; ///< position of the first row
    int count = 0;          ///< rows
    std::vector<std::size_t> columns;
    int direction = 1; ///< of the last scroll: -1 up, 1 down

    friend bool operator==(const GridWindow&, const GridWindow&) = default;
};

/// Reads, on a worker, the cells that a grid shows and those that it will show next, and keeps them in a
/// SegmentCache. One read at a time: what was wanted in between is read only if it is still wanted.
class PageFeed final : public QObject
{
    Q_OBJECT

public:
    PageFeed(std::shared_ptr<data::Table> table, data::TableProfile profile, QObject* parent = nullptr);
    ~PageFeed() override;

    /// Shows other rows from now on; nothing that was read for the rows before is kept.
    void setOrder(const data::RowOrder& order);
    const data::RowOrder& order() const noexcept { return m_order; }
    /// Writes numbers by @p locale from now on.
    void setLocale(const QLocale& locale);
    void want(GridWindow window);
    /// Reads again what could not be read.
    void retry();

    /// The cell at @p position of the order, or null while it is not there.
    GridCell* cell(std::int64_t position, std::size_t column);
    /// The 0-based row number in the table at @p position, or -1 while it is not known.
    std::int64_t rowNumber(std::int64_t position);
    void forgetWidths();
    /// Whether every cell of the window is there.
    bool isComplete() const;

Q_SIGNALS:
    /// Cells of the window came; @p milliseconds is what the read took on the worker.
    void arrived(double milliseconds);
    void failed(const QString& message);

private:
    struct Formats;
    struct Request
    {
        std::int64_t segment = -1;
        std::vector<std::size_t> columns;
    };

    std::vector<std::int64_t> wantedSegments() const;
    Request nextRequest() const;
    void readNext();

    std::shared_ptr<data::Table> m_table;
    data::RowOrder m_order;
    std::shared_ptr<Formats> m_formats;
    SegmentCache m_cache;
    GridWindow m_window;
    Async m_reader;
    std::int64_t m_reading = -1; ///< the segment that m_reader reads
    bool m_failed = false;
};

} // namespace lepton::ui
