// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/cell_format.h"

#include "data/column_kinds.h"
#include "ui/datasets/grid/grid_text.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace lepton::ui {
namespace {

constexpr int maxDecimals = 6;

/// The first line of what @p utf8 says: breaks, tabs and other control characters become blanks, and the text
/// is cut.
CellText oneLine(const std::string& utf8)
{
    // Four bytes a unit are enough whatever the text; a cut code point at the end falls away with the cut.
    const auto bytes = std::min<std::size_t>(utf8.size(), std::size_t{4} * maxCellUnits);
    CellText cell;
    cell.text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(bytes));
    cell.cut = bytes < utf8.size() || cell.text.size() > maxCellUnits;
    if (cell.text.size() > maxCellUnits)
        cell.text.truncate(maxCellUnits);
    if (cell.cut && !cell.text.isEmpty() &&
        (cell.text.back().isHighSurrogate() || cell.text.back() == QChar::ReplacementCharacter))
        cell.text.chop(1);
    for (QChar& c : cell.text)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = u' ';
    return cell;
}

int neededDecimals(double value)
{
    if (!std::isfinite(value))
        return 0;
    double scaled = std::fabs(value);
    for (int decimals = 0; decimals < maxDecimals; ++decimals, scaled *= 10)
        if (std::fabs(scaled - std::round(scaled)) <= 1e-9 * std::max(1.0, scaled))
            return decimals;
    return maxDecimals;
}

} // namespace

CellFormat::CellFormat(data::Column column, const QLocale& locale, int decimals, bool grouped)
    : m_column(std::move(column))
    , m_locale(locale)
    , m_decimals(decimals)
{
    if (!grouped)
        m_locale.setNumberOptions(m_locale.numberOptions() | QLocale::OmitGroupSeparator);
}

CellText CellFormat::operator()(const data::CellValue& value) const
{
    return std::visit(
        [this](const auto& held) -> CellText {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::monostate>) {
                return {{}, true, false};
            } else if constexpr (std::is_same_v<Held, std::int64_t>) {
                if (m_column.type == data::ColumnType::Int64)
                    return {m_locale.toString(static_cast<qlonglong>(held)), false, false};
                return {QString::fromStdString(data::formatCell(m_column, held)), false, false};
            } else if constexpr (std::is_same_v<Held, double>) {
                return {number(held, m_decimals), false, false};
            } else if constexpr (std::is_same_v<Held, std::string>) {
                if (m_column.type == data::ColumnType::Decimal)
                    return {exactDecimal(held), false, false};
                return oneLine(held);
            } else {
                return {QString::fromStdString(data::formatCell(m_column, held)), false, false};
            }
        },
        value);
}

QString CellFormat::statistic(double value) const
{
    switch (m_column.type) {
    case data::ColumnType::Date:
    case data::ColumnType::Time:
    case data::ColumnType::Timestamp:
        if (!std::isfinite(value))
            return {};
        return QString::fromStdString(
            data::formatCell(m_column, static_cast<std::int64_t>(std::llround(value))));
    default:
        break;
    }
    if (!std::isfinite(value))
        return number(value, 0);
    // Three or four figures say what a statistic says; whole values keep all of theirs.
    const double size = std::fabs(value);
    if (value == std::round(value))
        return number(value, 0);
    const int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
    const double power = std::pow(10.0, decimals);
    const double rounded = std::round(value * power) / power;
    if (rounded != 0)
        return number(rounded, std::min(decimals, neededDecimals(rounded)));
    return number(value, decimals);
}

QString CellFormat::number(double value, int decimals) const
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const double size = std::fabs(value);
    const bool vanishes = size > 0 && size < 0.5 * std::pow(10.0, -decimals);
    if (vanishes || size >= 1e15)
        return m_locale.toString(value, 'g', 6);
    return m_locale.toString(value, 'f', decimals);
}

QString CellFormat::exactDecimal(const std::string& digits) const
{
    const QString text = QString::fromStdString(digits);
    const bool negative = text.startsWith(u'-');
    const qsizetype first = negative ? 1 : 0;
    const qsizetype point = text.indexOf(u'.');
    QString whole = text.mid(first, (point < 0 ? text.size() : point) - first);
    if (!(m_locale.numberOptions() & QLocale::OmitGroupSeparator))
        for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
            whole.insert(at, m_locale.groupSeparator());
    const QString rest = point < 0 ? QString() : m_locale.decimalPoint() + text.mid(point + 1);
    return (negative ? m_locale.negativeSign() : QString()) + whole + rest;
}

int decimalsOf(std::span<const data::CellValue> values)
{
    int decimals = 0;
    for (const data::CellValue& value : values)
        if (const auto* number = std::get_if<double>(&value))
            decimals = std::max(decimals, neededDecimals(*number));
    return decimals;
}

bool looksLikeYears(const data::ColumnProfile& profile)
{
    return profile.minimum && profile.maximum && *profile.minimum >= 1600 && *profile.maximum <= 2200;
}

bool isOrdered(data::ColumnType type) noexcept
{
    return data::isNumber(type) || type == data::ColumnType::Date || type == data::ColumnType::Time ||
           type == data::ColumnType::Timestamp;
}

QString typeIcon(const data::Column& column, const data::ColumnProfile* profile)
{
    switch (column.type) {
    case data::ColumnType::Int64:
    case data::ColumnType::Float64:
    case data::ColumnType::Decimal:
        return QStringLiteral("hash");
    case data::ColumnType::Bool:
        return QStringLiteral("check-circle");
    case data::ColumnType::Date:
        return QStringLiteral("calendar");
    case data::ColumnType::Time:
    case data::ColumnType::Timestamp:
        return QStringLiteral("clock");
    case data::ColumnType::Null:
        return QStringLiteral("minus");
    case data::ColumnType::Text:
        return profile && isCategory(column, *profile) ? QStringLiteral("tag") : QStringLiteral("text");
    }
    return {};
}

} // namespace lepton::ui
