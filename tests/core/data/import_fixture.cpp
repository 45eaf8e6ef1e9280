// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "data/table.h"

#include <fstream>
#include <numeric>

namespace lepton::testing {

std::filesystem::path ImportFixture::write(std::string_view bytes, const std::string& name)
{
    const auto path = folder() / (std::to_string(m_files++) + "-" + name);
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

data::ImportedTable ImportFixture::import(const std::filesystem::path& file, const data::ReadOptions& options)
{
    m_target = folder() / (std::to_string(m_files++) + ".parquet");
    base::Progress progress;
    return data::importFile(file, options, m_target, base::Cancellation(), progress);
}

std::optional<base::Error> ImportFixture::errorFor(std::string_view bytes, const data::ReadOptions& options)
{
    try {
        importBytes(bytes, options);
    } catch (const base::Error& error) {
        return error;
    }
    return std::nullopt;
}

ImportFixture::Rows ImportFixture::rows() const
{
    const auto table = data::Table::open(m_target);
    std::vector<std::size_t> columns(table->schema().size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    const auto page = table->page(data::RowOrder::all(table->rowCount()), 0, table->rowCount(), columns, {});
    Rows rows;
    for (const auto& cells : page.cells) {
        std::vector<std::string> row;
        for (std::size_t i = 0; i < cells.size(); ++i)
            row.push_back(data::isMissing(cells[i]) ? "<missing>"
                                                    : data::formatCell(table->schema().columns[i], cells[i]));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string ImportFixture::types(const data::Schema& schema)
{
    std::string text;
    for (const data::Column& column : schema.columns)
        text += (text.empty() ? "" : ",") + std::string(data::typeName(column.type));
    return text;
}

} // namespace lepton::testing
