// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"
#include "ui/widgets/async.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace lepton::ui {

/// A rectangle of cells: positions first..first+count-1 of an order, and columns as they stand on the screen.
struct CellRange
{
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::vector<std::size_t> columns;

    std::int64_t cells() const noexcept { return count * static_cast<std::int64_t>(columns.size()); }
};

/// One whole cell, cut only for the screen.
struct WholeCell
{
    std::int64_t row = 0; ///< 0-based, in the table
    std::size_t column = 0;
    bool missing = false;
    QString shown;                           ///< the beginning, at most maxShownCharacters() code points
    std::int64_t characters = 0;             ///< code points of the whole
    std::shared_ptr<const std::string> text; ///< the whole, UTF-8
};

/// Reads cells for the clipboard and for the inspector on a worker. The latest question of each kind alone is
/// answered.
class SelectionReader final : public QObject
{
    Q_OBJECT

public:
    explicit SelectionReader(std::shared_ptr<data::Table> table, QObject* parent = nullptr);
    ~SelectionReader() override;

    static constexpr std::int64_t maxCopiedCells() { return 1'000'000; }
    static constexpr std::int64_t maxCopiedBytes() { return 128'000'000; }
    static constexpr std::size_t maxShownCharacters() { return 50'000; }

    /// Cells as tab-separated lines in their exact writing; cells with tabs, breaks or quotes are quoted. A
    /// range over the limits is refused with a sentence.
    void copy(const data::RowOrder& order, const CellRange& range, bool withHeader);
    void readCell(const data::RowOrder& order, std::int64_t position, std::size_t column);
    void cancelCell();

Q_SIGNALS:
    void copied(const QString& text, qint64 rows, qint64 columns);
    void refused(const QString& message);
    void cellRead(const lepton::ui::WholeCell& cell);
    void cellFailed(const QString& message);

private:
    std::shared_ptr<data::Table> m_table;
    Async m_copy;
    Async m_cell;
};

} // namespace lepton::ui
