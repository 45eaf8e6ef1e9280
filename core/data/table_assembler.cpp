// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table_assembler.h"

#include <arrow/array.h>

#include <utility>

namespace lepton::data {

TableAssembler::TableAssembler(const std::filesystem::path& target, const Schema& schema)
    : m_target(target)
    , m_schema(schema)
{
    m_profilers.reserve(schema.size());
    m_hashes.reserve(schema.size());
    for (const Column& column : schema.columns) {
        m_profilers.emplace_back(column, schema.size());
        m_hashes.emplace_back(column.type);
    }
}

void TableAssembler::take(std::size_t index, const arrow::Array& array)
{
    m_profilers[index].add(array);
    m_hashes[index].add(array);
}

void TableAssembler::write(std::vector<std::shared_ptr<arrow::Array>> columns)
{
    const std::int64_t rows = columns.empty() ? 0 : columns.front()->length();
    if (!m_writer) {
        // A dictionary pays where the first rows repeat themselves.
        std::vector<bool> dictionary;
        for (const ColumnProfiler& profiler : m_profilers)
            dictionary.push_back(profiler.distinct() * 4 <= rows);
        m_writer.emplace(m_target, m_schema, dictionary);
    }
    m_writer->write(std::move(columns));
    m_rows += rows;
}

TableAssembler::Result TableAssembler::finish()
{
    if (!m_writer)
        m_writer.emplace(m_target, m_schema, std::vector<bool>(m_schema.size(), true));
    m_writer->finish();
    Result result;
    result.rows = m_rows;
    result.contentHash = contentHash(m_schema, m_rows, m_hashes);
    for (const ColumnProfiler& profiler : m_profilers)
        result.profile.columns.push_back(profiler.profile());
    return result;
}

} // namespace lepton::data
