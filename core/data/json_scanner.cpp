// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/json_scanner.h"

#include "base/error.h"
#include "data/bad_row.h"

#include <fmt/format.h>

#include <algorithm>

namespace lepton::data {

JsonScanner::JsonScanner(TextSource& source, BadRowSink sink, BatchLimits limits,
                         std::vector<std::string> names)
    : m_source(source)
    , m_sink(std::move(sink))
    , m_limits(limits)
    , m_names(std::move(names))
{
    for (std::size_t i = 0; i < m_names.size(); ++i)
        m_columns.emplace(m_names[i], i);
    m_lastRecord.assign(m_names.size(), 0);
}

std::size_t JsonScanner::columnOf(std::string_view key)
{
    const auto [it, added] = m_columns.try_emplace(std::string(key), m_names.size());
    if (added) {
        if (m_names.size() >= mostColumns)
            throw base::Error(
                base::ErrorCode::TooLarge,
                fmt::format("The objects have more than {} different keys. Are the keys values?",
                            mostColumns));
        m_names.emplace_back(key);
        m_lastRecord.push_back(0);
    }
    return it->second;
}

void JsonScanner::reject(base::ErrorCode kind, std::size_t lineAt, std::size_t lineEnd, std::size_t wrongAt)
{
    BadRow row;
    row.kind = kind;
    row.place.row = m_record;
    row.place.line = m_line;
    row.place.byte = m_text.storedAt(wrongAt);
    row.message = badRowMessage(kind, row.place, {m_source.encoding(), m_source.bytes().compression()});
    row.fields.push_back(shownCell(m_text.bytes.view().substr(lineAt, lineEnd - lineAt)));
    m_sink(std::move(row));
}

void JsonScanner::readLine(RecordBatch& batch, std::size_t begin, std::size_t end)
{
    const std::size_t firstCell = m_cells.size();
    const std::size_t firstByte = batch.text.bytes.size();
    const auto forget = [&] {
        m_cells.resize(firstCell);
        batch.text.bytes.dropLast(batch.text.bytes.size() - firstByte);
    };
    if (const auto* spot = m_text.badSpotIn(begin, end)) {
        reject(spot->kind, begin, end, spot->at);
        return;
    }
    const auto member = [&](std::string_view key, JsonValue kind, std::string_view value) {
        const std::size_t column = columnOf(key);
        const bool twice = std::exchange(m_lastRecord[column], m_record) == m_record;
        if (twice || value.find('\0') != std::string_view::npos)
            return false;
        Field field{static_cast<std::uint32_t>(batch.text.bytes.size()),
                    static_cast<std::uint32_t>(value.size())};
        if (kind == JsonValue::Text || kind == JsonValue::Nested)
            field.bits |= Field::quotedBit;
        if (kind == JsonValue::Null)
            field.bits = 0;
        else
            batch.text.bytes.append(value);
        m_cells.emplace_back(column, field);
        return true;
    };
    if (const auto wrong = parseJsonObject(m_text.bytes.view().substr(begin, end - begin), member)) {
        forget();
        reject(base::ErrorCode::BadJson, begin, end, begin + *wrong);
        return;
    }
    batch.text.anchors.push_back({firstByte, m_text.storedAt(begin)});
    batch.places.push_back({static_cast<std::uint32_t>(firstByte),
                            static_cast<std::uint32_t>(m_record - batch.firstRecord),
                            static_cast<std::uint32_t>(m_line - batch.firstLine)});
    m_rowEnds.push_back(m_cells.size());
    ++batch.rows;
}

void JsonScanner::layOut(RecordBatch& batch) const
{
    batch.columns = m_names.size();
    batch.fields.assign(batch.rows * batch.columns, Field());
    std::size_t cell = 0;
    for (std::size_t row = 0; row < batch.rows; ++row) {
        for (; cell < m_rowEnds[row]; ++cell)
            batch.fields[row * batch.columns + m_cells[cell].first] = m_cells[cell].second;
    }
}

bool JsonScanner::next(RecordBatch& batch)
{
    batch = RecordBatch();
    batch.strictTexts = true;
    batch.firstRecord = m_record;
    batch.firstLine = m_line;
    m_cells.clear();
    m_rowEnds.clear();
    std::size_t begin = 0;
    while (batch.rows < m_limits.rows && batch.text.bytes.size() < m_limits.bytes &&
           batch.rows * std::max<std::size_t>(m_names.size(), 1) < m_limits.cells) {
        const std::size_t found = m_text.bytes.view().find('\n', begin);
        if (found == std::string_view::npos && !m_ended) {
            m_text = m_text.tail(begin);
            begin = 0;
            if (m_text.bytes.size() > longestRecord)
                throw base::Error(base::ErrorCode::TooLarge,
                                  fmt::format("Line {} is larger than 1 GiB.", m_line),
                                  base::ErrorPlace{m_record, m_line, {}, {}, {}, {}});
            m_ended = !m_source.readMore(m_text, std::max(m_text.bytes.size(), TextSource::pieceBytes));
            continue;
        }
        const std::size_t end = std::min(found, m_text.bytes.size());
        if (begin == m_text.bytes.size())
            break;
        if (m_text.bytes.view().substr(begin, end - begin).find_first_not_of(" \t\r") !=
            std::string_view::npos) {
            readLine(batch, begin, end);
            ++m_record;
        }
        ++m_line;
        begin = std::min(end + 1, m_text.bytes.size());
    }
    m_text = m_text.tail(begin);
    layOut(batch);
    return batch.rows > 0;
}

} // namespace lepton::data
