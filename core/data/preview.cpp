// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "base/error.h"
#include "data/bad_row_log.h"
#include "data/column_builder.h"
#include "data/encoding.h"
#include "data/importer.h"
#include "data/input_plan.h"
#include "data/parquet_input.h"
#include "data/schema_arrow.h"
#include "data/table_plan.h"
#include "data/value_errors.h"

#include <arrow/array.h>

#include <algorithm>

namespace lepton::data {

namespace {

/// The last record of a preview that ends before the file does may be cut.
void dropCutRecord(RecordBatch& batch, std::vector<BadRow>& badRows)
{
    const std::int64_t last = batch.rows > 0 ? batch.firstRecord + batch.places.back().record : 0;
    if (!badRows.empty() && badRows.back().place.row.value_or(0) > last) {
        badRows.pop_back();
    } else if (batch.rows > 0) {
        --batch.rows;
        batch.places.pop_back();
        batch.fields.resize(batch.rows * batch.columns);
    }
}

void showColumn(const Column& column, const arrow::Array& array, std::size_t index, Preview& preview)
{
    for (std::int64_t i = 0; i < array.length(); ++i) {
        const CellValue value = cellAt(array, i);
        const auto row = static_cast<std::size_t>(i);
        preview.missing[row][index] = isMissing(value);
        preview.rows[row][index] = shownCell(formatCell(column, value));
    }
}

void resizeRows(std::size_t rows, std::size_t columns, Preview& preview)
{
    preview.rows.assign(rows, std::vector<std::string>(columns));
    preview.missing.assign(rows, std::vector<bool>(columns));
}

/// How the file begins, for people who look at it as text. What is no UTF-8 in a file read as such stays as
/// it is.
std::string beginningOf(ByteSource& bytes, const std::string& encoding)
{
    constexpr std::size_t shownBytes = std::size_t{16} << 10;
    std::string_view head = bytes.head().substr(0, shownBytes);
    if (encoding == "utf-8") {
        if (head.starts_with(utf8ByteOrderMark))
            head.remove_prefix(utf8ByteOrderMark.size());
        return std::string(head);
    }
    std::string text;
    std::vector<BadBytes> bad;
    Decoder(encoding).decode(head, false, text, bad);
    return text;
}

Preview previewParquet(const std::filesystem::path& file, const ReadOptions& options, int rows,
                       const base::Cancellation& cancellation)
{
    ParquetInput input(file, options);
    Preview preview;
    preview.schema = input.schema();
    preview.notices = input.notices();
    preview.whole = input.rowCount() <= rows;
    const auto wanted = std::min<std::int64_t>(rows, input.rowCount());
    resizeRows(static_cast<std::size_t>(wanted), preview.schema.size(), preview);
    cancellation.throwIfRequested();
    const auto columns = input.nextColumns(wanted);
    if (!columns)
        return preview;
    resizeRows(static_cast<std::size_t>(columns->front()->length()), preview.schema.size(), preview);
    for (std::size_t i = 0; i < columns->size(); ++i)
        showColumn(preview.schema.columns[i], *(*columns)[i], i, preview);
    return preview;
}

} // namespace

Preview previewFile(const std::filesystem::path& file, const ReadOptions& options, int rows,
                    const base::Cancellation& cancellation)
{
    ByteSource bytes(file, cancellation);
    InputPlan input = planInput(bytes, options, WhenUnclear::TakeFirst);
    rows = std::max(rows, 1);
    if (input.detected.format == FileFormat::Parquet) {
        Preview preview = previewParquet(file, options, rows, cancellation);
        preview.detected = std::move(input.detected);
        preview.fileBytes = bytes.fileBytes();
        return preview;
    }

    BadRowLog log;
    BatchLimits limits;
    limits.rows = static_cast<std::size_t>(rows);
    OpenedInput opened(
        file, input, [&log](BadRow row) { log.add(std::move(row)); }, cancellation, limits, Extent::Head);
    RecordBatch batch;
    opened.records().next(batch);
    std::vector<BadRow> badRows = log.rows();
    const bool full = batch.rows >= limits.rows;
    if (!full && !bytes.headIsWhole())
        dropCutRecord(batch, badRows);

    const std::vector<std::string>& names = opened.records().names();
    batch.columns = names.size();
    if (names.empty())
        throw base::Error(base::ErrorCode::EmptyFile,
                          "The file holds no columns: there is nothing to import.");
    const InferenceRules rules = InferenceRules::from(options, input.dialect.delimiter);
    std::vector<ColumnEvidence> evidence(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        addEvidence(batch, i, rules, evidence[i]);
    const TablePlan plan = planTable(names, evidence, options);
    for (BadRow& row : misfitRows(batch, plan, rules, opened))
        badRows.push_back(std::move(row));

    Preview preview;
    preview.schema = plan.schema();
    resizeRows(batch.rows, preview.schema.size(), preview);
    std::size_t shown = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const BuiltColumn built = buildColumn(batch, i, plan.columns[i], rules);
        if (built.array && !plan.columns[i].leftOut)
            showColumn(plan.columns[i].column, *built.array, shown++, preview);
    }
    preview.text = beginningOf(bytes, input.detected.encoding);
    preview.detected = std::move(input.detected);
    preview.badRows = std::move(badRows);
    preview.notices = std::move(input.notices);
    preview.notices.insert(preview.notices.end(), plan.notices.begin(), plan.notices.end());
    preview.fileBytes = bytes.fileBytes();
    preview.whole = bytes.headIsWhole() && !full;
    return preview;
}

} // namespace lepton::data
