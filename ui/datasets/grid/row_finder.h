// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"
#include "ui/widgets/async.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace lepton::ui {

/// Finds text in cells and row numbers in an order of rows, on a worker. The latest question alone is
/// answered.
class RowFinder final : public QObject
{
    Q_OBJECT

public:
    explicit RowFinder(std::shared_ptr<data::Table> table, QObject* parent = nullptr);
    ~RowFinder() override;

    /// The next cell from @p from on (before it, when @p backwards) that contains @p text by case folding, in
    /// @p column or in any; goes on at the other end when it finds none.
    void find(const data::RowOrder& order, const QString& text, std::optional<std::size_t> column,
              std::int64_t from, bool backwards);
    /// Where the row with the 1-based number @p row stands in @p order.
    void goTo(const data::RowOrder& order, std::int64_t row);
    void cancel();
    bool isBusy() const noexcept { return m_worker.isRunning(); }

Q_SIGNALS:
    void started();
    /// @p wrapped: found only after going on at the other end.
    void found(qint64 position, quint64 column, bool wrapped);
    void notFound();
    void rowAt(qint64 position);
    void rowNotShown(qint64 row);
    void failed(const QString& message);

private:
    std::shared_ptr<data::Table> m_table;
    Async m_worker;
};

} // namespace lepton::ui
