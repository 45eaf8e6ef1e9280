// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "base/progress.h"
#include "data/bad_row_log.h"
#include "data/batch_pump.h"
#include "data/importer.h"
#include "data/parquet_input.h"
#include "data/records_import.h"
#include "data/value_errors.h"

#include <arrow/array.h>

namespace lepton::data {

namespace {

ScanResult scanParquet(const std::filesystem::path& file, const ReadOptions& options,
                       const base::Cancellation& cancellation, base::Progress& progress)
{
    ScanResult result;
    readParquet(file, options, [&](ParquetInput& input) {
        result.schema = input.schema();
        result.notices = input.notices();
        result.rows = 0;
        progress.begin("reading", input.rowCount());
        while (const auto columns = input.nextColumns(ParquetInput::batchRows)) {
            cancellation.throwIfRequested();
            result.rows += columns->front()->length();
            progress.update(result.rows);
        }
    });
    return result;
}

/// Goes through the file once more for the types that the person stated.
void findStatedMisfits(const std::filesystem::path& file, const InputPlan& input, const TablePlan& plan,
                       const ReadOptions& options, BadRowLog& log, const base::Cancellation& cancellation,
                       base::Progress& progress)
{
    const InferenceRules rules = InferenceRules::from(options, input.dialect.delimiter);
    OpenedInput opened(
        file, input, [](BadRow) {}, cancellation);
    progress.begin("reading", opened.bytes().fileBytes());
    BatchPump pump(opened.records());
    RecordBatch batch;
    while (pump.next(batch)) {
        cancellation.throwIfRequested();
        for (BadRow& row : misfitRows(batch, plan, rules, opened))
            log.add(std::move(row));
        progress.update(opened.bytes().storedBytesRead());
    }
}

ScanResult scanRecords(const std::filesystem::path& file, InputPlan input, const ReadOptions& options,
                       const base::Cancellation& cancellation, base::Progress& progress)
{
    BadRowLog log;
    const BadRowSink sink = [&log](BadRow row) { log.add(std::move(row)); };
    const FileEvidence evidence =
        gatherEvidence(file, input, options, sink, std::nullopt, cancellation, &progress);
    if (input.detected.format == FileFormat::JsonLines)
        input.names = evidence.names;
    const TablePlan plan = planTable(evidence.names, evidence.columns, options);
    const std::int64_t unreadable = log.count();
    if (plan.hasStated())
        findStatedMisfits(file, input, plan, options, log, cancellation, progress);

    ScanResult result;
    result.detected = std::move(input.detected);
    result.schema = plan.schema();
    result.badRowCount = log.count();
    result.rows = evidence.rows - (result.badRowCount - unreadable);
    result.badRows = log.rows();
    result.notices = std::move(input.notices);
    result.notices.insert(result.notices.end(), plan.notices.begin(), plan.notices.end());
    return result;
}

} // namespace

ScanResult scanFile(const std::filesystem::path& file, const ReadOptions& options,
                    const base::Cancellation& cancellation, base::Progress& progress)
{
    InputPlan input = [&] {
        ByteSource bytes(file, cancellation);
        return planInput(bytes, options);
    }();
    if (input.detected.format == FileFormat::Parquet) {
        ScanResult result = scanParquet(file, options, cancellation, progress);
        result.detected = std::move(input.detected);
        return result;
    }
    return withEncoding(file, input, cancellation,
                        [&] { return scanRecords(file, input, options, cancellation, progress); });
}

} // namespace lepton::data
