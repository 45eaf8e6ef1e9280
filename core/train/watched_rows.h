// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/batch.h"

#include <functional>
#include <utility>

namespace lepton::train {

/// Rows that tell before each batch how many have been given, so that a long evaluation shows how far it is
/// and ends when it is cancelled: what the listener throws goes through.
class WatchedRows final : public EvaluationSource
{
public:
    using Listener = std::function<void(std::int64_t rowsGiven)>;

    /// @p rows must outlive it.
    WatchedRows(EvaluationSource& rows, Listener listener)
        : m_rows(rows)
        , m_listener(std::move(listener))
    {}

    std::int64_t rows() const override { return m_rows.rows(); }
    std::int64_t batchCount() const override { return m_rows.batchCount(); }
    Batch batch(std::int64_t index) override
    {
        m_listener(std::exchange(m_given, m_given + static_cast<std::int64_t>(rowNumbers(index).size())));
        return m_rows.batch(index);
    }
    std::span<const std::int64_t> rowNumbers(std::int64_t index) const override
    {
        return m_rows.rowNumbers(index);
    }

private:
    EvaluationSource& m_rows;
    Listener m_listener;
    std::int64_t m_given = 0;
};

} // namespace lepton::train
