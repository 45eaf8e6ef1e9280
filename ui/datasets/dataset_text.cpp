// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/dataset_text.h"

#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/widgets/relative_time.h"

#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace lepton::ui {

using data::ColumnType;

QString DatasetText::sensitivity(data::Sensitivity sensitivity)
{
    switch (sensitivity) {
    case data::Sensitivity::Public:
        return tr("Public");
    case data::Sensitivity::Internal:
        return tr("Internal");
    case data::Sensitivity::Confidential:
        return tr("Confidential");
    case data::Sensitivity::Restricted:
        return tr("Restricted");
    }
    return {};
}

QString DatasetText::kind(data::DatasetKind kind)
{
    return kind == data::DatasetKind::Text ? tr("Text") : tr("Table");
}

QString DatasetText::kindIcon(data::DatasetKind kind)
{
    return kind == data::DatasetKind::Text ? QStringLiteral("text") : QStringLiteral("table");
}

bool DatasetText::isCategory(const data::Column& column, const data::ColumnProfile& profile)
{
    return ui::isCategory(column, profile);
}

bool DatasetText::isMeasured(const data::Column& column)
{
    switch (column.type) {
    case ColumnType::Int64:
    case ColumnType::Float64:
    case ColumnType::Decimal:
    case ColumnType::Date:
    case ColumnType::Time:
    case ColumnType::Timestamp:
        return true;
    case ColumnType::Null:
    case ColumnType::Bool:
    case ColumnType::Text:
        return false;
    }
    return false;
}

QString DatasetText::type(const data::Column& column, const data::ColumnProfile* profile)
{
    switch (column.type) {
    case ColumnType::Null:
        return tr("empty", "type of a column");
    case ColumnType::Bool:
        return tr("yes/no", "type of a column");
    case ColumnType::Int64:
        return tr("integer", "type of a column");
    case ColumnType::Float64:
        return tr("number", "type of a column");
    case ColumnType::Decimal:
        return tr("decimal", "type of a column");
    case ColumnType::Text:
        return profile && isCategory(column, *profile) ? tr("category", "type of a column")
                                                       : tr("text", "type of a column");
    case ColumnType::Date:
        return tr("date", "type of a column");
    case ColumnType::Time:
        return tr("time", "type of a column");
    case ColumnType::Timestamp:
        return tr("date and time", "type of a column");
    }
    return {};
}

QString DatasetText::typeIcon(const data::Column& column, const data::ColumnProfile* profile)
{
    return ui::typeIcon(column, profile);
}

QString DatasetText::count(std::int64_t count)
{
    return QLocale().toString(qlonglong(count));
}

QString DatasetText::size(std::int64_t bytes)
{
    const auto magnitude = std::abs(double(bytes));
    const int decimals = magnitude >= 1e6 || (magnitude >= 1e3 && magnitude < 1e4) ? 1 : 0;
    return QLocale().formattedDataSize(bytes, decimals, QLocale::DataSizeSIFormat);
}

QString DatasetText::aboutSize(std::int64_t bytes)
{
    const double magnitude = std::abs(double(bytes));
    const double step = magnitude < 100 ? 1 : std::pow(10.0, std::floor(std::log10(magnitude)) - 1);
    const double rounded = std::round(double(bytes) / step) * step;
    const auto leading = std::fmod(std::floor(std::log10(std::max(1.0, std::abs(rounded)))), 3.0);
    const int decimals = leading == 0 && magnitude >= 1e3 ? 1 : 0;
    return QLocale().formattedDataSize(std::llround(rounded), decimals, QLocale::DataSizeSIFormat);
}

QString DatasetText::share(std::int64_t part, std::int64_t whole)
{
    const QLocale locale;
    if (whole <= 0 || part == 0)
        return tr("%1 %", "a share in percent").arg(locale.toString(0));
    if (part == whole)
        return tr("%1 %", "a share in percent").arg(locale.toString(100));
    const double percent = 100.0 * double(part) / double(whole);
    if (percent < 0.05)
        return tr("< %1 %", "a share in percent").arg(locale.toString(0.1, 'f', 1));
    if (percent >= 99.95)
        return tr("> %1 %", "a share in percent").arg(locale.toString(99.9, 'f', 1));
    return tr("%1 %", "a share in percent").arg(locale.toString(percent, 'f', 1));
}

QString DatasetText::delimiter(char delimiter)
{
    switch (delimiter) {
    case ',':
        return tr("comma");
    case '\t':
        return tr("tab", "the character");
    case ';':
        return tr("semicolon");
    case '|':
        return tr("vertical bar");
    default:
        return QString(QLatin1Char(delimiter));
    }
}

QString DatasetText::number(double value)
{
    const QLocale locale;
    const double magnitude = std::abs(value);
    if (!std::isfinite(value))
        return std::isnan(value) ? QStringLiteral("NaN")
               : value > 0       ? QStringLiteral("∞")
                                 : QStringLiteral("−∞");
    if (value == std::floor(value) && magnitude < 1e15)
        return locale.toString(qlonglong(value));
    if (magnitude >= 1e9 || magnitude < 1e-4)
        return locale.toString(value, 'g', 4);
    const int whole = magnitude >= 1 ? int(std::floor(std::log10(magnitude))) + 1 : 0;
    auto text = locale.toString(value, 'f', std::clamp(5 - whole, 1, 5));
    const auto point = locale.decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(locale.zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

QString DatasetText::value(const data::Column& column, double value)
{
    // The text of data is the same in every language, as cells are: ISO dates.
    if (column.type == ColumnType::Date || column.type == ColumnType::Time ||
        column.type == ColumnType::Timestamp) {
        if (!std::isfinite(value))
            return number(value);
        return from(data::formatCell(column, data::CellValue(std::int64_t(std::llround(value)))));
    }
    return number(value);
}

QString DatasetText::summary(const data::Column& column, const data::ColumnProfile& profile)
{
    if (profile.rows == profile.missing)
        return tr("no values");
    const bool isDay = column.type == ColumnType::Date || column.type == ColumnType::Timestamp;
    if (isDay && profile.minimum && profile.maximum)
        return tr("%1 to %2", "the first and the last day")
            .arg(value(column, *profile.minimum), value(column, *profile.maximum));
    if (isMeasured(column) && profile.minimum && profile.maximum && profile.quantiles.size() >= 3)
        return tr("%1 / %2 / %3", "minimum, median, maximum")
            .arg(value(column, *profile.minimum), value(column, profile.quantiles[2]),
                 value(column, *profile.maximum));
    if (column.type == ColumnType::Text && !isCategory(column, profile) && profile.quantiles.size() >= 3)
        return tr("median length %1").arg(number(profile.quantiles[2]));
    if (!profile.top.empty())
        return from(profile.top.front().first);
    return {};
}

QString DatasetText::cell(const data::Column& column, const data::CellValue& value)
{
    return from(data::formatCell(column, value));
}

QDateTime DatasetText::local(base::UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.milliseconds).toLocalTime();
}

QString DatasetText::when(base::UtcTime time, const QDateTime& now)
{
    return relativeTime(local(time), now);
}

QString DatasetText::whenInside(base::UtcTime time)
{
    return relativeTimeInside(local(time));
}

QString DatasetText::fullTime(base::UtcTime time)
{
    return ui::fullTime(local(time));
}

} // namespace lepton::ui
