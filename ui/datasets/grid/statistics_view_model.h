// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"
#include "ui/widgets/async.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace lepton::ui {

class TableViewModel;
/// The statistics of one column over the rows that a TableViewModel shows, computed on a worker while someone
/// looks. Over all rows the stored statistics answer at once. What was shown stays while the next is
/// computed.
class StatisticsViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Empty,
        Reading,
        Ready,
        Failed
    };

    explicit StatisticsViewModel(TableViewModel& table, QObject* parent = nullptr);
    ~StatisticsViewModel() override;

    void setColumn(std::size_t column);
    /// Computes only while true: nobody pays for a closed panel.
    void setWatched(bool watched);
    void retry();

    std::optional<std::size_t> column() const noexcept { return m_column; }
    State state() const noexcept { return m_state; }
    /// Of the column(), unless it is still being read for the first time.
    const std::optional<data::ColumnProfile>& profile() const noexcept { return m_profile; }
    const QString& error() const noexcept { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void read();

    TableViewModel& m_table;
    Async m_worker;
    QTimer m_rest; ///< moving through columns by key does not start a read on each
    std::optional<std::size_t> m_column;
    std::optional<data::ColumnProfile> m_profile;
    QString m_filter; ///< of the rows that m_profile is about
    QString m_error;
    State m_state = State::Empty;
    bool m_watched = false;
    bool m_stale = true;
};

} // namespace lepton::ui
