// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "data/dataset_store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace lepton::ui {

/// The words and figures of data sets, as all their pages write them. They follow the language and the
/// default locale of the moment. GUI thread.
class DatasetText
{
    Q_DECLARE_TR_FUNCTIONS(DatasetText)

public:
    /// UTF-8 of core as Qt text.
    static QString from(std::string_view text)
    {
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    }

    static QString sensitivity(data::Sensitivity sensitivity);
    static QString kind(data::DatasetKind kind);
    /// The icon of what a data set mostly holds: "table" or "text".
    static QString kindIcon(data::DatasetKind kind);

    /// "integer", "date", ...; with a profile, text of few values is a "category".
    static QString type(const data::Column& column, const data::ColumnProfile* profile = nullptr);
    static QString typeIcon(const data::Column& column, const data::ColumnProfile* profile = nullptr);
    /// Text whose values repeat so much that they are worth counting one by one.
    static bool isCategory(const data::Column& column, const data::ColumnProfile& profile);
    /// Numbers, dates and times: they have a minimum, a median and a histogram of their values.
    static bool isMeasured(const data::Column& column);

    static QString count(std::int64_t count);
    /// "84 KB", "1.9 MB".
    static QString size(std::int64_t bytes);
    /// Of an estimate: two figures, "610 MB".
    static QString aboutSize(std::int64_t bytes);
    /// "39.4 %"; very small shares read "< 0.1 %", never 0, and ones just below the whole never 100.
    static QString share(std::int64_t part, std::int64_t whole);
    /// "comma", "tab", ..., or the character itself.
    static QString delimiter(char delimiter);
    /// At most about six significant digits.
    static QString number(double value);
    /// @p value of a measured column, as ColumnProfile counts it, in the column's own terms (a date as a
    /// date).
    static QString value(const data::Column& column, double value);
    /// "4 / 18 / 72", or the most frequent value, or the median length of a free text.
    static QString summary(const data::Column& column, const data::ColumnProfile& profile);
    /// A cell as a table shows it; missing ones are empty.
    static QString cell(const data::Column& column, const data::CellValue& value);

    static QDateTime local(base::UtcTime time);
    /// "2 h ago", "Yesterday", "Mon", then the date.
    static QString when(base::UtcTime time, const QDateTime& now = QDateTime::currentDateTime());
    /// The same inside a sentence: "just now".
    static QString whenInside(base::UtcTime time);
    /// Date and time in full, for tooltips and facts.
    static QString fullTime(base::UtcTime time);
};

} // namespace lepton::ui
