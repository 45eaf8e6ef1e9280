// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_plan.h"

#include "data/cell_parser.h"

#include <algorithm>
#include <cmath>

namespace lepton::data {

namespace {

using namespace CellKind;

bool exactAsDouble(std::int64_t value)
{
    constexpr std::int64_t most = std::int64_t{1} << 53;
    return value >= -most && value <= most;
}

/// "1,234" and "12,345,678": a comma that may as well group thousands.
bool looksGrouped(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    const auto comma = text.find(',');
    return comma >= 1 && comma <= 3 && text.size() - comma - 1 == 3 && text[0] != '0';
}

std::uint32_t numberKind(std::string_view text, const InferenceRules& rules, ColumnEvidence& evidence)
{
    std::int64_t integerValue = 0;
    if (parseInteger(text, integerValue))
        return exactAsDouble(integerValue) ? integer : largeInteger;
    NumberForm form;
    if (parseFloat(text, '.', false, form)) {
        if (form.plain)
            // "-0" has a sign that an integer would lose; "+49" may be more than a number.
            return form.plus ? plusInteger : form.value == 0 ? pointNumber : other;
        evidence.mostDecimals = std::max(evidence.mostDecimals, form.decimals);
        return rules.pointDecimals ? pointNumber : other;
    }
    if (rules.commaDecimals && parseFloat(text, ',', false, form)) {
        evidence.mostDecimals = std::max(evidence.mostDecimals, form.decimals);
        return looksGrouped(text) && !rules.commaStated ? commaAmbiguous : commaNumber;
    }
    double special = 0;
    return parseSpecialFloat(text, special) ? specialNumber : 0;
}

std::uint32_t timeKind(std::string_view text)
{
    std::int32_t days = 0;
    if (parseDate(text, days))
        return day;
    std::int64_t microseconds = 0;
    bool zone = false;
    if (parseTimestamp(text, microseconds, zone))
        return zone ? instant : localTime;
    return 0;
}

std::uint32_t kindOf(std::string_view text, const InferenceRules& rules, ColumnEvidence& evidence)
{
    if (rules.missing.contains(text))
        return missingWord;
    // Most cells are told by their first character.
    const char first = text.empty() ? ' ' : text[0];
    const bool mayBeNumber = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.' ||
                             first == ',' || first == 'n' || first == 'N' || first == 'i' || first == 'I';
    if (mayBeNumber) {
        if (const auto kind = numberKind(text, rules, evidence))
            return kind;
    }
    bool value = false;
    if (parseBool(text, false, value))
        return truth;
    if (const auto kind = timeKind(text))
        return kind;
    return other;
}

bool only(std::uint32_t kinds, std::uint32_t allowed)
{
    return (kinds & ~allowed) == 0;
}

} // namespace

MissingWords::MissingWords(const std::optional<std::vector<std::string>>& stated)
    : m_stated(stated)
{}

bool MissingWords::contains(std::string_view text) const noexcept
{
    if (m_stated)
        return std::find(m_stated->begin(), m_stated->end(), text) != m_stated->end();
    return equalsIgnoringCase(text, "na") || equalsIgnoringCase(text, "n/a") ||
           equalsIgnoringCase(text, "null");
}

InferenceRules InferenceRules::from(const ReadOptions& options, char delimiter)
{
    const char mark = options.decimalMark.value_or('\0');
    return {.missing = MissingWords(options.nulls),
            .quote = options.quote,
            .commaDecimals = mark == ',' || (mark == '\0' && delimiter != ','),
            .pointDecimals = mark != ',',
            .commaStated = mark == ','};
}

void addEvidence(const RecordBatch& batch, std::size_t column, const InferenceRules& rules,
                 ColumnEvidence& evidence)
{
    std::string scratch;
    for (std::size_t row = 0; row < batch.rows; ++row) {
        if ((evidence.kinds & other) != 0)
            return; // text, whatever follows
        const Field& field = batch.field(row, column);
        if (field.empty()) {
            evidence.kinds |= empty;
            continue;
        }
        const std::string_view text = batch.value(field, rules.quote, scratch);
        if (batch.strictTexts && field.quoted()) {
            const std::uint32_t kind = timeKind(text);
            evidence.kinds |= kind ? kind : other;
        } else if (text.empty()) {
            evidence.kinds |= quotedEmpty;
        } else {
            evidence.kinds |= kindOf(trimmed(text), rules, evidence);
        }
    }
}

ColumnPlan planFor(std::string name, const ColumnEvidence& evidence)
{
    ColumnPlan plan;
    plan.column.name = std::move(name);
    const std::uint32_t kinds = evidence.kinds & ~(empty | quotedEmpty | missingWord);
    const auto type = [&]() -> ColumnType {
        if (kinds == 0)
            return only(evidence.kinds, empty) ? ColumnType::Null : ColumnType::Text;
        if (only(kinds, truth))
            return ColumnType::Bool;
        if (only(kinds, integer | largeInteger))
            return ColumnType::Int64;
        if (only(kinds, day))
            return ColumnType::Date;
        if (only(kinds, localTime) || only(kinds, instant))
            return ColumnType::Timestamp;
        // Special words and signs alone are no evidence for numbers.
        const std::uint32_t beside = integer | plusInteger | specialNumber;
        if (only(kinds, pointNumber | beside) && (kinds & (pointNumber | integer)) != 0 &&
            ((kinds & plusInteger) == 0 || (kinds & pointNumber) != 0))
            return ColumnType::Float64;
        if (only(kinds, commaNumber | commaAmbiguous | beside) && (kinds & commaNumber) != 0)
            return ColumnType::Float64;
        return ColumnType::Text;
    }();
    plan.column.type = type;
    plan.undecided = kinds == 0 && type == ColumnType::Text;
    plan.column.utc = type == ColumnType::Timestamp && (kinds & instant) != 0;
    if (type == ColumnType::Float64 && (kinds & commaNumber) != 0)
        plan.decimalMark = ',';
    return plan;
}

} // namespace lepton::data
