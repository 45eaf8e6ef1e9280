// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/delimited_scanner.h"

#include "base/error.h"
#include "data/bad_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace lepton::data {

namespace {

constexpr int mostRecoveries = 64;
constexpr std::size_t mostShownFields = 100;

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

base::Error tooLarge(std::int64_t record)
{
    return {
        base::ErrorCode::TooLarge,
        fmt::format(
            "Row {} is larger than 1 GiB. Is a quote missing before it, or the delimiter another one?",
            record),
        base::ErrorPlace{.row = record, .line = {}, .byte = {}, .column = {}, .fields = {}, .expected = {}}};
}

} // namespace

DelimitedScanner::DelimitedScanner(TextSource& source, Dialect dialect, BadRowSink sink, BatchLimits limits)
    : m_source(source)
    , m_dialect(dialect)
    , m_sink(std::move(sink))
    , m_limits(limits)
{
    if (isLineEnd(dialect.delimiter) || dialect.delimiter == '\0' || dialect.delimiter == dialect.quote)
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "The delimiter must be one character that is no line end and not the quote.");
    readHeader();
}

std::size_t DelimitedScanner::fieldEnd(std::size_t from) const
{
    const char* const data = m_text.bytes.data();
    const std::size_t size = m_text.bytes.size();
    std::size_t at = from;
#if defined(__SSE2__)
    // The buffer has room behind its end, so that the last load may reach over it.
    const __m128i delimiters = _mm_set1_epi8(m_dialect.delimiter);
    const __m128i feeds = _mm_set1_epi8('\n');
    const __m128i returns = _mm_set1_epi8('\r');
    while (at < size) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + at));
        const __m128i hits =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters),
                         _mm_or_si128(_mm_cmpeq_epi8(bytes, feeds), _mm_cmpeq_epi8(bytes, returns)));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
        if (mask != 0) {
            at += static_cast<std::size_t>(std::countr_zero(mask));
            return at < size ? at : std::string::npos;
        }
        at += 16;
    }
    return std::string::npos;
#else
    while (at < size && data[at] != m_dialect.delimiter && !isLineEnd(data[at]))
        ++at;
    return at < size ? at : std::string::npos;
#endif
}

void DelimitedScanner::countLines(std::size_t from, std::size_t to)
{
    const char* const data = m_text.bytes.data();
    for (std::size_t at = from; at < to; ++at) {
        if (data[at] == '\n' || (data[at] == '\r' && (at + 1 == to || data[at + 1] != '\n')))
            ++m_linesInside;
    }
}

bool DelimitedScanner::scanQuoted()
{
    const char* const data = m_text.bytes.data();
    const std::size_t size = m_text.bytes.size();
    m_quoteAt = m_at;
    const std::size_t begin = m_at + 1;
    std::size_t from = begin;
    std::uint32_t marks = Field::quotedBit;
    while (from < size) {
        const void* found = std::memchr(data + from, m_dialect.quote, size - from);
        if (!found)
            return false;
        const auto close = static_cast<std::size_t>(static_cast<const char*>(found) - data);
        if (close + 1 == size && !m_ended)
            return false;
        if (close + 1 < size && data[close + 1] == m_dialect.quote) {
            marks |= Field::escapedBit;
            from = close + 2;
            continue;
        }
        m_fields.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(close - begin) | marks});
        m_at = close + 1;
        // A short field rarely holds a line end, and memchr is quick to say so.
        if (std::memchr(data + begin, '\n', close - begin) || std::memchr(data + begin, '\r', close - begin))
            countLines(begin, close);
        return true;
    }
    return false;
}

DelimitedScanner::Scan DelimitedScanner::scanRecord()
{
    const char* const data = m_text.bytes.data();
    const std::size_t size = m_text.bytes.size();
    m_firstField = m_fields.size();
    m_fault.reset();
    m_linesInside = 0;
    m_crlf = false;
    m_endedByLine = false;
    m_at = m_start;
    if (m_at == size)
        return m_ended ? Scan::End : Scan::NeedMore;
    const bool blank = m_columns != 1 && isLineEnd(data[m_at]);
    while (true) {
        if (m_fields.size() - m_firstField >= mostColumns)
            throw base::Error(
                base::ErrorCode::TooLarge,
                fmt::format("Row {} has more than {} fields. Is this a table, and the delimiter the "
                            "right one?",
                            m_record, mostColumns),
                base::ErrorPlace{m_record, m_line, {}, {}, {}, {}});
        if (m_dialect.quote != '\0' && m_at < size && data[m_at] == m_dialect.quote) {
            if (!scanQuoted()) {
                if (!m_ended)
                    return Scan::NeedMore;
                m_fault = {base::ErrorCode::UnclosedQuote, m_quoteAt, m_fields.size() - m_firstField};
                m_at = size;
                return Scan::Record;
            }
            if (m_at < size && data[m_at] != m_dialect.delimiter && !isLineEnd(data[m_at])) {
                if (!m_fault)
                    m_fault = {base::ErrorCode::TextAfterQuote, m_at, m_fields.size() - m_firstField - 1};
                const std::size_t end = fieldEnd(m_at);
                if (end == std::string::npos && !m_ended)
                    return Scan::NeedMore;
                m_at = std::min(end, size);
            }
        } else {
            const std::size_t end = std::min(fieldEnd(m_at), size);
            if (end == size && !m_ended)
                return Scan::NeedMore;
            m_fields.push_back({static_cast<std::uint32_t>(m_at), static_cast<std::uint32_t>(end - m_at)});
            m_at = end;
        }
        if (m_at == size)
            return m_ended ? Scan::Record : Scan::NeedMore;
        if (data[m_at] == m_dialect.delimiter) {
            ++m_at;
            continue;
        }
        if (data[m_at] == '\r') {
            if (m_at + 1 == size && !m_ended)
                return Scan::NeedMore;
            m_crlf = m_at + 1 < size && data[m_at + 1] == '\n';
        }
        m_at += m_crlf ? 2 : 1;
        m_endedByLine = true;
        return blank ? Scan::Blank : Scan::Record;
    }
}

bool DelimitedScanner::fill()
{
    m_fields.resize(m_firstField);
    const std::size_t pending = m_text.bytes.size() - m_start;
    if (pending > longestRecord)
        throw tooLarge(m_record);
    // A long record is scanned anew each time: reading as much again as there is keeps that linear.
    m_ended = !m_source.readMore(m_text, std::max(pending, TextSource::pieceBytes));
    return !m_ended;
}

std::string DelimitedScanner::columnName(std::size_t column) const
{
    if (column < m_names.size() && !m_names[column].empty())
        return m_names[column];
    return fmt::format("column_{}", column + 1);
}

BadRow DelimitedScanner::describe(const Fault& fault, const std::vector<Field>& fields,
                                  std::size_t first) const
{
    BadRow row;
    row.kind = fault.kind;
    row.place.row = m_record;
    std::int64_t line = m_line;
    const std::string_view before = m_text.bytes.view().substr(m_start, fault.at - m_start);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] == '\n' || (before[i] == '\r' && (i + 1 == before.size() || before[i + 1] != '\n')))
            ++line;
    }
    row.place.line = line;
    row.place.byte = m_text.storedAt(fault.at);
    if (fault.kind == base::ErrorCode::RaggedRow) {
        row.place.fields = static_cast<std::int64_t>(fields.size() - first);
        row.place.expected = static_cast<std::int64_t>(m_columns);
    } else {
        row.place.column = columnName(fault.column);
    }
    row.message = badRowMessage(row.kind, row.place, {m_source.encoding(), m_source.bytes().compression()});
    for (std::size_t i = first; i < std::min(fields.size(), first + mostShownFields); ++i)
        row.fields.push_back(shownCell({m_text.bytes.data() + fields[i].at, fields[i].length()}));
    return row;
}

void DelimitedScanner::reject()
{
    const BadRow row = describe(*m_fault, m_fields, m_firstField);
    m_fields.resize(m_firstField);
    m_sink(row);
}

void DelimitedScanner::finishRecord(RecordBatch& batch, std::size_t end)
{
    const std::size_t count = m_fields.size() - m_firstField;
    if (const auto* spot = m_text.badSpotIn(m_start, end); spot && (!m_fault || spot->at < m_fault->at)) {
        std::size_t column = 0;
        while (column + 1 < count && m_fields[m_firstField + column + 1].at <= spot->at)
            ++column;
        m_fault = {spot->kind, spot->at, column};
    }
    if (!m_fault && count != m_columns)
        m_fault = {base::ErrorCode::RaggedRow, m_start, 0};
    if (m_fault) {
        reject();
        return;
    }
    batch.places.push_back({static_cast<std::uint32_t>(m_start),
                            static_cast<std::uint32_t>(m_record - batch.firstRecord),
                            static_cast<std::uint32_t>(m_line - batch.firstLine)});
    ++batch.rows;
}

bool DelimitedScanner::recoverUnclosed()
{
    if (!m_fault || m_fault->kind != base::ErrorCode::UnclosedQuote || ++m_recoveries > mostRecoveries)
        return false;
    // Only the line where the quote opens is lost, not the rest of the file.
    const std::string_view rest = m_text.bytes.view().substr(m_quoteAt);
    const std::size_t lineEnd = rest.find_first_of("\r\n");
    if (lineEnd == std::string_view::npos)
        return false;
    reject();
    const bool crlf = rest.substr(lineEnd).starts_with("\r\n");
    m_start = m_quoteAt + lineEnd + (crlf ? 2 : 1);
    ++m_record;
    m_line += 1 + m_linesInside;
    return true;
}

void DelimitedScanner::readHeader()
{
    Scan scan = scanRecord();
    while (scan == Scan::NeedMore || scan == Scan::Blank) {
        if (scan == Scan::Blank) {
            m_fields.clear();
            m_start = m_at;
            m_line += 1;
            ++m_facts.blankLines;
        } else {
            fill();
        }
        scan = scanRecord();
    }
    if (scan == Scan::End)
        throw base::Error(base::ErrorCode::EmptyFile, "The file is empty: there is not even a header in it.");
    if (const auto* spot = m_text.badSpotIn(m_start, m_at); spot && (!m_fault || spot->at < m_fault->at))
        m_fault = {spot->kind, spot->at, 0};
    if (m_fault)
        throw errorFor(describe(*m_fault, m_fields, 0));
    m_columns = m_fields.size();
    m_names.resize(m_columns);
    if (m_dialect.hasHeader) {
        RecordBatch unquoting;
        unquoting.text = m_text.tail(0);
        m_facts.headerQuoted = true;
        for (std::size_t i = 0; i < m_columns; ++i) {
            std::string scratch;
            m_names[i] = unquoting.value(m_fields[i], m_dialect.quote, scratch);
            m_facts.headerQuoted = m_facts.headerQuoted && m_fields[i].quoted();
        }
        m_start = m_at;
        ++m_record;
        m_line += 1 + m_linesInside;
        m_facts.finalNewline = m_endedByLine;
        ++(m_crlf ? m_facts.crlfLines : m_facts.otherLines);
    }
    m_fields.clear();
}

bool DelimitedScanner::next(RecordBatch& batch)
{
    bool atEnd = false;
    do {
        batch = RecordBatch();
        batch.columns = m_columns;
        batch.firstRecord = m_record;
        batch.firstLine = m_line;
        m_fields.reserve(std::min(m_limits.rows * m_columns, std::size_t{1} << 20));
        const std::size_t mostRows = std::clamp<std::size_t>(m_limits.cells / m_columns, 1, m_limits.rows);
        while (batch.rows < mostRows && m_start < m_limits.bytes && !atEnd) {
            const Scan scan = scanRecord();
            if (scan == Scan::NeedMore) {
                fill();
                continue;
            }
            if (scan == Scan::End) {
                atEnd = true;
                break;
            }
            if (scan == Scan::Blank) {
                m_fields.resize(m_firstField);
                ++m_facts.blankLines;
            } else if (recoverUnclosed()) {
                continue;
            } else {
                finishRecord(batch, m_at);
                ++m_record;
                ++(m_crlf ? m_facts.crlfLines : m_facts.otherLines);
            }
            m_facts.finalNewline = m_endedByLine;
            m_line += (m_endedByLine ? 1 : 0) + m_linesInside;
            m_start = m_at;
        }
        DecodedText rest = m_text.tail(m_start);
        batch.text = std::exchange(m_text, std::move(rest));
        batch.fields = std::move(m_fields);
        m_fields = {};
        m_start = 0;
    } while (batch.rows == 0 && !atEnd);
    return batch.rows > 0;
}

} // namespace lepton::data
