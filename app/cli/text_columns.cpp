// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_columns.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "base/scratch_folder.h"
#include "data/importer.h"
#include "data/table.h"

namespace lepton::cli {
namespace {

std::string listed(const data::Schema& schema)
{
    std::string names;
    for (const data::Column& column : schema.columns)
        names += (names.empty() ? "" : ", ") + column.name;
    return names;
}

std::size_t positionOf(const data::Schema& schema, const WantedColumn& wanted, std::size_t byDefault,
                       std::size_t wantedCount)
{
    if (!wanted.name.empty()) {
        const auto at = schema.find(wanted.name);
        if (!at)
            throw base::Error(base::ErrorCode::UnknownColumn, "There is no column \"" + wanted.name +
                                                                  "\". There are: " + listed(schema) + ".");
        return *at;
    }
    for (const std::string& name : wanted.usual) {
        if (const auto at = schema.find(name))
            return *at;
    }
    if (schema.size() == wantedCount)
        return byDefault;
    throw base::Error(base::ErrorCode::UnknownColumn, "Which of the columns " + listed(schema) +
                                                          " is meant? Name both with --true and --pred.");
}

} // namespace

std::vector<std::vector<std::string>> readTextColumns(const std::filesystem::path& file,
                                                      const std::vector<WantedColumn>& wanted,
                                                      const base::Cancellation& cancellation,
                                                      base::Progress& progress)
{
    constexpr std::int64_t pageRows = 65'536;
    data::ReadOptions options;
    options.nulls.emplace();
    const data::Preview preview = data::previewFile(file, options, 1, cancellation);
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        positions.push_back(positionOf(preview.schema, wanted[i], i, wanted.size()));
    for (const std::size_t at : positions) {
        data::Column column;
        column.name = preview.schema.columns[at].name;
        column.type = data::ColumnType::Text;
        if (preview.detected.format != data::FileFormat::Parquet)
            options.types.emplace(column.name, column);
    }

    const base::ScratchFolder scratch;
    const auto copy = scratch.path() / "report.parquet";
    data::importFile(file, options, copy, cancellation, progress);
    const auto table = data::Table::open(copy);
    const data::RowOrder order = data::RowOrder::all(table->rowCount());
    std::vector<std::vector<std::string>> columns(positions.size());
    for (std::int64_t first = 0; first < table->rowCount(); first += pageRows) {
        const data::Page page = table->page(order, first, pageRows, positions, cancellation);
        for (const auto& row : page.cells) {
            for (std::size_t i = 0; i < positions.size(); ++i)
                columns[i].push_back(data::isMissing(row[i])
                                         ? std::string()
                                         : data::formatCell(table->schema().columns[positions[i]], row[i]));
        }
    }
    return columns;
}

} // namespace lepton::cli
