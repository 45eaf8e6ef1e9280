// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_builder.h"

#include "base/error.h"
#include "data/arrow_support.h"
#include "data/cell_parser.h"
#include "data/schema_arrow.h"

#include <arrow/array.h>
#include <arrow/buffer.h>
#include <arrow/util/bit_util.h>
#include <arrow/util/decimal.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

namespace lepton::data {

namespace {

/// The validity bits of an array, made when the first missing value comes.
class Validity
{
public:
    explicit Validity(std::size_t rows)
        : m_rows(rows)
    {}

    void setMissing(std::size_t row)
    {
        if (!m_bits) {
            m_bits = allocateBuffer(static_cast<std::int64_t>((m_rows + 7) / 8));
            std::memset(m_bits->mutable_data(), 0xff, static_cast<std::size_t>(m_bits->size()));
        }
        arrow::bit_util::ClearBit(m_bits->mutable_data(), static_cast<std::int64_t>(row));
        ++m_missing;
    }
    std::shared_ptr<arrow::Buffer> bits() const { return m_bits; }
    std::int64_t missing() const noexcept { return m_missing; }

private:
    std::size_t m_rows;
    std::int64_t m_missing = 0;
    std::shared_ptr<arrow::Buffer> m_bits;
};

/// Goes through the cells of one column.
class Reader
{
public:
    /// @p misfits: is given every row that does not fit; without it the first one ends the reading.
    Reader(const RecordBatch& batch, std::size_t column, const ColumnPlan& plan, const InferenceRules& rules,
           std::vector<std::size_t>* misfits)
        : m_batch(batch)
        , m_column(column)
        , m_plan(plan)
        , m_rules(rules)
        , m_misfits(misfits)
        , m_type(arrowType(plan.column))
    {}

    /// Arrays of values of equal width. parse(text, value, style) reads one cell.
    template <class Value, class Parse>
    BuiltColumn fixed(Parse parse)
    {
        BuiltColumn result;
        Validity validity(m_batch.rows);
        const auto values = allocateBuffer(static_cast<std::int64_t>(m_batch.rows * sizeof(Value)));
        auto* out = reinterpret_cast<Value*>(values->mutable_data());
        for (std::size_t row = 0; row < m_batch.rows; ++row) {
            const Field& field = m_batch.field(row, m_column);
            Value value{};
            const Cell cell = read(field, value, parse, result.style);
            if (cell == Cell::Misfit && !goOnAfter(row))
                return result;
            if (cell == Cell::Missing)
                validity.setMissing(row);
            out[row] = value;
        }
        result.array = arrow::MakeArray(arrow::ArrayData::Make(
            m_type, static_cast<std::int64_t>(m_batch.rows), {validity.bits(), values}, validity.missing()));
        return result;
    }

    BuiltColumn booleans()
    {
        const bool lenient = m_plan.stated;
        auto built =
            fixed<std::uint8_t>([lenient](std::string_view text, std::uint8_t& value, ColumnStyle& style) {
                bool truth = false;
                if (!parseBool(text, lenient, truth))
                    return false;
                (truth ? style.truth : style.falsehood).see(text);
                value = truth ? 1 : 0;
                return true;
            });
        if (!built.array)
            return built;
        const auto& bytes = *built.array->data();
        const auto bits = allocateBuffer(static_cast<std::int64_t>((m_batch.rows + 7) / 8));
        std::memset(bits->mutable_data(), 0, static_cast<std::size_t>(bits->size()));
        for (std::size_t row = 0; row < m_batch.rows; ++row) {
            if (bytes.buffers[1]->data()[row])
                arrow::bit_util::SetBit(bits->mutable_data(), static_cast<std::int64_t>(row));
        }
        built.array = arrow::MakeArray(arrow::ArrayData::Make(arrow::boolean(), bytes.length,
                                                              {bytes.buffers[0], bits}, bytes.null_count));
        return built;
    }

    BuiltColumn texts()
    {
        BuiltColumn result;
        std::size_t total = 0;
        for (std::size_t row = 0; row < m_batch.rows; ++row)
            total += m_batch.field(row, m_column).length();
        Validity validity(m_batch.rows);
        const auto offsets =
            allocateBuffer(static_cast<std::int64_t>((m_batch.rows + 1) * sizeof(std::int32_t)));
        const auto data = allocateBuffer(static_cast<std::int64_t>(total));
        auto* offset = reinterpret_cast<std::int32_t*>(offsets->mutable_data());
        auto* out = reinterpret_cast<char*>(data->mutable_data());
        std::size_t used = 0;
        for (std::size_t row = 0; row < m_batch.rows; ++row) {
            offset[row] = static_cast<std::int32_t>(used);
            const Field& field = m_batch.field(row, m_column);
            if (field.empty()) {
                result.style.missing.see({});
                validity.setMissing(row);
                continue;
            }
            const std::string_view text = m_batch.value(field, m_rules.quote, m_scratch);
            if (m_rules.missing.stated() && m_rules.missing.contains(text)) {
                seeMissingWord(field, text, result.style);
                validity.setMissing(row);
                continue;
            }
            if (m_plan.undecided && !text.empty() && !m_rules.missing.contains(trimmed(text)))
                return {};
            std::memcpy(out + used, text.data(), text.size());
            used += text.size();
            result.style.anyValue = true;
            if (field.quoted()) {
                result.style.anyQuoted = true;
            } else {
                result.style.allQuoted = false;
                result.style.unquoted.see(text);
            }
        }
        offset[m_batch.rows] = static_cast<std::int32_t>(used);
        const auto trimmedData = arrow::SliceBuffer(data, 0, static_cast<std::int64_t>(used));
        result.array = arrow::MakeArray(
            arrow::ArrayData::Make(m_type, static_cast<std::int64_t>(m_batch.rows),
                                   {validity.bits(), offsets, trimmedData}, validity.missing()));
        return result;
    }

    BuiltColumn nothing()
    {
        BuiltColumn result;
        for (std::size_t row = 0; row < m_batch.rows; ++row) {
            if (!m_batch.field(row, m_column).empty() && !goOnAfter(row))
                return result;
        }
        result.array = std::make_shared<arrow::NullArray>(static_cast<std::int64_t>(m_batch.rows));
        return result;
    }

private:
    enum class Cell
    {
        Value,
        Missing,
        Misfit
    };

    static void seeMissingWord(const Field& field, std::string_view text, ColumnStyle& style)
    {
        ++style.missingWords;
        style.missing.see(field.quoted() ? '"' + std::string(text) + '"' : std::string(text));
    }

    bool goOnAfter(std::size_t misfit) const
    {
        if (m_misfits)
            m_misfits->push_back(misfit);
        return m_misfits != nullptr;
    }

    template <class Value, class Parse>
    Cell read(const Field& field, Value& value, Parse& parse, ColumnStyle& style)
    {
        if (field.empty()) {
            style.missing.see({});
            return Cell::Missing;
        }
        const bool strict = m_batch.strictTexts && field.quoted();
        if (strict && !m_plan.stated && m_plan.column.type != ColumnType::Date &&
            m_plan.column.type != ColumnType::Timestamp)
            return Cell::Misfit;
        const std::string_view text = m_batch.value(field, m_rules.quote, m_scratch);
        style.allQuoted = style.allQuoted && field.quoted();
        if (parse(text, value, style)) {
            style.anyValue = true;
            return Cell::Value;
        }
        value = Value{};
        if (strict && !m_plan.stated)
            return Cell::Misfit;
        if (text.empty()) {
            style.missing.see("\"\"");
            return Cell::Missing;
        }
        const std::string_view core = trimmed(text);
        if (m_rules.missing.contains(core)) {
            seeMissingWord(field, text, style);
            return Cell::Missing;
        }
        if (core.size() != text.size() && parse(core, value, style)) {
            style.anyValue = true;
            return Cell::Value;
        }
        return Cell::Misfit;
    }

    const RecordBatch& m_batch;
    std::size_t m_column;
    const ColumnPlan& m_plan;
    const InferenceRules& m_rules;
    std::vector<std::size_t>* m_misfits;
    std::shared_ptr<arrow::DataType> m_type;
    std::string m_scratch;
};

BuiltColumn buildFloats(Reader& reader, const ColumnPlan& plan)
{
    const char mark = plan.decimalMark;
    const bool lenient = plan.stated;
    return reader.fixed<double>([mark, lenient](std::string_view text, double& value, ColumnStyle& style) {
        NumberForm form;
        if (parseFloat(text, mark, lenient, form)) {
            value = form.value;
            if (form.plain) {
                style.wholePlain = true;
            } else if (form.decimals == 1 && text.back() == '0') {
                style.wholePointed = true;
            }
            const int decimals = form.exponent || form.plus ? -1 : form.decimals;
            if (!style.decimals)
                style.decimals = decimals;
            else if (*style.decimals != decimals)
                style.decimalsVary = true;
            return true;
        }
        if (!parseSpecialFloat(text, value))
            return false;
        if (std::isnan(value))
            style.notANumber.see(text);
        else
            style.infinity.see(text.substr(value < 0 ? 1 : 0));
        return true;
    });
}

BuiltColumn buildTimestamps(Reader& reader, bool utc)
{
    return reader.fixed<std::int64_t>([utc](std::string_view text, std::int64_t& value, ColumnStyle& style) {
        bool zone = false;
        if (!parseTimestamp(text, value, zone) || zone != utc)
            return false;
        style.seeTime(text, 11);
        return true;
    });
}

BuiltColumn buildDecimals(Reader& reader, const ColumnPlan& plan)
{
    const auto& column = plan.column;
    const char mark = plan.decimalMark;
    return reader.fixed<arrow::Decimal128>(
        [&column, mark](std::string_view text, arrow::Decimal128& value, ColumnStyle&) {
            std::string number(text);
            if (mark != '.')
                std::replace(number.begin(), number.end(), mark, '.');
            std::int32_t precision = 0;
            std::int32_t scale = 0;
            arrow::Decimal128 read;
            if (!arrow::Decimal128::FromString(number, &read, &precision, &scale).ok())
                return false;
            // Trailing zeros behind the point may go, other digits may not.
            const auto rescaled = read.Rescale(scale, column.scale);
            if (!rescaled.ok() || !rescaled->FitsInPrecision(column.precision))
                return false;
            value = *rescaled;
            return true;
        });
}

BuiltColumn build(const RecordBatch& batch, std::size_t column, const ColumnPlan& plan,
                  const InferenceRules& rules, std::vector<std::size_t>* misfits)
{
    Reader reader(batch, column, plan, rules, misfits);
    switch (plan.column.type) {
    case ColumnType::Null:
        return reader.nothing();
    case ColumnType::Bool:
        return reader.booleans();
    case ColumnType::Int64: {
        const bool lenient = plan.stated;
        return reader.fixed<std::int64_t>([lenient](std::string_view text, std::int64_t& value,
                                                    ColumnStyle&) {
            if (lenient && text.size() > 1) {
                const bool sign = text[0] == '-' || text[0] == '+';
                const auto digits = std::min(text.find_first_not_of('0', sign ? 1 : 0), text.size() - 1);
                if (text[0] == '+' || digits > (sign ? 1u : 0u)) {
                    const std::string bare = (text[0] == '-' ? "-" : "") + std::string(text.substr(digits));
                    return parseInteger(bare == "-0" ? "0" : bare, value);
                }
            }
            return parseInteger(text, value);
        });
    }
    case ColumnType::Float64:
        return buildFloats(reader, plan);
    case ColumnType::Decimal:
        return buildDecimals(reader, plan);
    case ColumnType::Text:
        return reader.texts();
    case ColumnType::Date:
        return reader.fixed<std::int32_t>(
            [](std::string_view text, std::int32_t& value, ColumnStyle&) { return parseDate(text, value); });
    case ColumnType::Time:
        return reader.fixed<std::int64_t>([](std::string_view text, std::int64_t& value, ColumnStyle& style) {
            if (!parseTime(text, value))
                return false;
            style.seeTime(text, 0);
            return true;
        });
    case ColumnType::Timestamp:
        return buildTimestamps(reader, plan.column.utc);
    }
    return {};
}

} // namespace

std::vector<std::size_t> findMisfits(const RecordBatch& batch, std::size_t column, const ColumnPlan& plan,
                                     const InferenceRules& rules)
{
    std::vector<std::size_t> misfits;
    build(batch, column, plan, rules, &misfits);
    return misfits;
}

BuiltColumn buildColumn(const RecordBatch& batch, std::size_t column, const ColumnPlan& plan,
                        const InferenceRules& rules)
{
    return build(batch, column, plan, rules, nullptr);
}

} // namespace lepton::data
