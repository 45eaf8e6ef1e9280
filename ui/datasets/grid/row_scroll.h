// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace lepton::ui {

/// Which row stands at the top of a view over rows of equal height, and what an int-valued scroll bar says
/// about it. Below barLimit() rows one step of the bar is one row; above, the bar is proportional and only
/// setTop() reaches every row. Knows no widgets.
class RowScroll
{
public:
    /// The largest value that the bar takes.
    static constexpr int barLimit() { return 1'000'000'000; }

    /// Keeps the top where it is as far as the new number of rows allows.
    void setRows(std::int64_t rows);
    /// The rows that fit as a whole, at least 1.
    void setWholeRows(int rows);
    /// Clamped to 0..lastTop(). Returns whether the top moved.
    bool setTop(std::int64_t top);
    bool scrollBy(std::int64_t rows);
    /// Moves as little as makes @p row stand in the view as a whole. Returns whether the top moved.
    bool ensureVisible(std::int64_t row);

    std::int64_t rows() const noexcept { return m_rows; }
    std::int64_t top() const noexcept { return m_top; }
    int wholeRows() const noexcept { return m_wholeRows; }
    /// The top at which the last row is the last one in view.
    std::int64_t lastTop() const noexcept;

    int barMaximum() const noexcept;
    int barValue() const noexcept;
    /// The top that the bar means by @p value: the present one where the bar already says @p value.
    std::int64_t topForBar(int value) const noexcept;

private:
    std::int64_t m_rows = 0;
    std::int64_t m_top = 0;
    int m_wholeRows = 1;
};

} // namespace lepton::ui
