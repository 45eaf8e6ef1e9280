// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"
#include "data/schema.h"

#include <QLocale>
#include <QString>

#include <span>

namespace lepton::ui {

/// One cell as the grid shows it.
struct CellText
{
    QString text; ///< on one line, cut at maxCellUnits; empty when missing
    bool missing = false;
    bool cut = false; ///< there is more of it than text shows
};

/// UTF-16 units of a cell that are kept for showing: more than any column can show.
inline constexpr int maxCellUnits = 400;

/// How the values of one column are written in cells: numbers grouped by the locale and with equal decimals.
/// Immutable, usable on any thread.
class CellFormat
{
public:
    /// @p decimals for Float64 columns, see decimalsOf().
    CellFormat(data::Column column, const QLocale& locale, int decimals, bool grouped);

    CellText operator()(const data::CellValue& value) const;
    /// A statistic of the column (a double; days or microseconds for dates and times) in the column's own
    /// writing.
    QString statistic(double value) const;
    const data::Column& column() const noexcept { return m_column; }

private:
    QString number(double value, int decimals) const;
    QString exactDecimal(const std::string& digits) const;

    data::Column m_column;
    QLocale m_locale;
    int m_decimals;
};

/// The decimals that show all of @p values, 0 to 6.
int decimalsOf(std::span<const data::CellValue> values);

/// Whether whole numbers between the ends of @p profile read better without grouping: years.
bool looksLikeYears(const data::ColumnProfile& profile);

/// Number, date or time: it has an order and a histogram over a range.
bool isOrdered(data::ColumnType type) noexcept;

/// The icon of the type of @p column by its name in resources/icons; @p profile tells a category from a text.
QString typeIcon(const data::Column& column, const data::ColumnProfile* profile);

} // namespace lepton::ui
