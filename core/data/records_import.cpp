// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/records_import.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "data/bad_row.h"
#include "data/bad_row_log.h"
#include "data/batch_pump.h"
#include "data/column_builder.h"
#include "data/csv_style.h"
#include "data/table_assembler.h"
#include "data/value_errors.h"
#include "data/worker_pool.h"

#include <arrow/array.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace lepton::data {

namespace {

/// Thrown inside a pass when a cell does not fit the type that was found for its column.
struct Misfit
{};

BadRowSink sinkFor(const ReadOptions& options, BadRowLog& log)
{
    if (options.badRows == BadRows::Skip)
        return [&log](BadRow row) { log.add(std::move(row)); };
    return [](BadRow row) { throw errorFor(row); };
}

/// One way through a file with the types fixed.
class ImportPass
{
public:
    ImportPass(const std::filesystem::path& file, const InputPlan& input, const TablePlan& plan,
               const ReadOptions& options, const std::filesystem::path& target, WorkerPool& pool,
               const base::Cancellation& cancellation, base::Progress& progress)
        : m_input(input)
        , m_plan(plan)
        , m_options(options)
        , m_rules(InferenceRules::from(options, input.dialect.delimiter))
        , m_pool(pool)
        , m_cancellation(cancellation)
        , m_progress(progress)
        , m_opened(file, input, sinkFor(options, m_log), cancellation)
        , m_assembler(target, plan.schema())
        , m_styles(plan.columns.size())
    {}

    /// @throw Misfit, Error
    ImportedTable run()
    {
        m_progress.begin("reading", m_opened.bytes().fileBytes());
        {
            BatchPump pump(m_opened.records());
            RecordBatch batch;
            while (pump.next(batch)) {
                m_cancellation.throwIfRequested();
                importBatch(batch);
                m_progress.update(m_opened.bytes().storedBytesRead());
            }
        }
        auto assembled = m_assembler.finish();
        m_progress.flush();

        ImportedTable table;
        table.detected = m_input.detected;
        table.schema = m_plan.schema();
        table.rows = assembled.rows;
        table.contentHash = std::move(assembled.contentHash);
        table.profile = std::move(assembled.profile);
        table.skippedRowCount = m_log.count();
        table.skippedRows = m_log.rows();
        table.notices = m_input.notices;
        table.notices.insert(table.notices.end(), m_plan.notices.begin(), m_plan.notices.end());
        addWordNotices(table.notices);
        table.fileHash = m_opened.bytes().fileHash();
        table.fileBytes = m_opened.bytes().fileBytes();
        if (const auto* facts = m_opened.delimitedFacts())
            table.csvStyle = csvStyleFor(m_input, *facts, m_plan, m_styles, m_opened.text().byteOrderMark());
        return table;
    }

private:
    void importBatch(RecordBatch& batch)
    {
        // Columns that are not there yet in JSON Lines are made missing; ones that nobody planned are a
        // misfit.
        if (batch.columns != m_plan.columns.size())
            throw Misfit();
        std::vector<BuiltColumn> built(batch.columns);
        if (m_plan.hasStated())
            dropMisfits(batch);
        std::vector<std::size_t> indices(batch.columns);
        std::size_t kept = 0;
        for (std::size_t column = 0; column < batch.columns; ++column)
            indices[column] = m_plan.columns[column].leftOut ? kept : kept++;
        m_pool.run(batch.columns, [&](std::size_t column) {
            m_cancellation.throwIfRequested();
            const ColumnPlan& plan = m_plan.columns[column];
            built[column] = buildColumn(batch, column, plan, m_rules);
            if (!built[column].array)
                throw Misfit();
            m_styles[column].merge(built[column].style);
            if (!plan.leftOut)
                m_assembler.take(indices[column], *built[column].array);
        });
        std::vector<std::shared_ptr<arrow::Array>> arrays;
        arrays.reserve(kept);
        for (std::size_t column = 0; column < batch.columns; ++column) {
            if (!m_plan.columns[column].leftOut)
                arrays.push_back(std::move(built[column].array));
        }
        if (batch.rows > 0)
            m_assembler.write(std::move(arrays));
    }

    /// Takes out the rows whose cells do not fit a type that the person stated.
    void dropMisfits(RecordBatch& batch)
    {
        std::vector<BadRow> rows = misfitRows(batch, m_plan, m_rules, m_opened);
        if (rows.empty())
            return;
        if (m_options.badRows == BadRows::Fail)
            throw errorFor(rows.front());
        for (BadRow& row : rows)
            m_log.add(std::move(row));
    }

    void addWordNotices(std::vector<Notice>& notices) const
    {
        for (std::size_t i = 0; i < m_styles.size(); ++i) {
            if (const auto count = m_styles[i].missingWords; count > 0)
                notices.push_back({.kind = NoticeKind::MissingWords,
                                   .message = fmt::format(
                                       "In column '{}', {} {} a word for a missing value (such as NA) and {} "
                                       "taken as missing.",
                                       m_plan.columns[i].column.name, count,
                                       count == 1 ? "cell holds" : "cells hold", count == 1 ? "was" : "were"),
                                   .column = m_plan.columns[i].column.name,
                                   .number = count});
        }
    }

    const InputPlan& m_input;
    const TablePlan& m_plan;
    const ReadOptions& m_options;
    InferenceRules m_rules;
    WorkerPool& m_pool;
    const base::Cancellation& m_cancellation;
    base::Progress& m_progress;
    BadRowLog m_log;
    OpenedInput m_opened;
    TableAssembler m_assembler;
    std::vector<ColumnStyle> m_styles;
};

} // namespace

FileEvidence gatherEvidence(const std::filesystem::path& file, const InputPlan& input,
                            const ReadOptions& options, const BadRowSink& sink,
                            std::optional<std::size_t> mostBatches, const base::Cancellation& cancellation,
                            base::Progress* progress)
{
    OpenedInput opened(file, input, sink, cancellation);
    const InferenceRules rules = InferenceRules::from(options, input.dialect.delimiter);
    FileEvidence evidence;
    evidence.columns.resize(opened.records().names().size());
    WorkerPool pool(mostBatches ? 1 : 0);
    if (progress)
        progress->begin("reading", opened.bytes().fileBytes());
    const auto look = [&](const RecordBatch& batch) {
        cancellation.throwIfRequested();
        if (evidence.columns.size() < batch.columns) {
            // A key that appears only now was missing in all rows before.
            const ColumnEvidence late{.kinds = evidence.rows > 0 ? CellKind::empty : 0, .mostDecimals = 0};
            evidence.columns.resize(batch.columns, late);
        }
        pool.run(batch.columns,
                 [&](std::size_t column) { addEvidence(batch, column, rules, evidence.columns[column]); });
        evidence.rows += static_cast<std::int64_t>(batch.rows);
        if (progress)
            progress->update(opened.bytes().storedBytesRead());
    };
    RecordBatch batch;
    if (mostBatches) {
        for (std::size_t i = 0; i < *mostBatches && opened.records().next(batch); ++i)
            look(batch);
    } else {
        BatchPump pump(opened.records());
        while (pump.next(batch))
            look(batch);
    }
    evidence.names = opened.records().names();
    evidence.columns.resize(evidence.names.size());
    if (evidence.names.empty())
        throw base::Error(base::ErrorCode::EmptyFile,
                          "The file holds no columns: there is nothing to import.");
    return evidence;
}

ImportedTable importRecords(const std::filesystem::path& file, InputPlan input, const ReadOptions& options,
                            const std::filesystem::path& target, const base::Cancellation& cancellation,
                            base::Progress& progress)
{
    WorkerPool pool;
    const BadRowSink ignore = [&options](BadRow row) {
        if (options.badRows == BadRows::Fail)
            throw errorFor(row);
    };
    const auto attempt = [&](std::optional<std::size_t> mostBatches) {
        const FileEvidence evidence = gatherEvidence(file, input, options, ignore, mostBatches, cancellation,
                                                     mostBatches ? nullptr : &progress);
        if (input.detected.format == FileFormat::JsonLines)
            input.names = evidence.names;
        TablePlan plan = planTable(evidence.names, evidence.columns, options);
        for (ColumnPlan& column : plan.columns)
            column.undecided = column.undecided && mostBatches.has_value();
        return ImportPass(file, input, plan, options, target, pool, cancellation, progress).run();
    };
    // Most files keep the types that they begin with. Where one does not, the whole file decides.
    try {
        return attempt(1);
    } catch (const Misfit&) {
    }
    try {
        return attempt(std::nullopt);
    } catch (const Misfit&) {
        throw base::Error(
            base::ErrorCode::Busy,
            "The file changed while it was read. Wait until it is complete and import it again.");
    }
}

} // namespace lepton::data
