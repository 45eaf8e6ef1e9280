// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/parquet_import.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "base/sha256.h"
#include "data/parquet_input.h"
#include "data/table_assembler.h"
#include "data/worker_pool.h"

#include <arrow/array.h>

#include <algorithm>
#include <utility>

namespace lepton::data {

ImportedTable importParquet(const std::filesystem::path& file, const Detected& detected,
                            const ReadOptions& options, const std::filesystem::path& target,
                            const base::Cancellation& cancellation, base::Progress& progress)
{
    ImportedTable table;
    table.detected = detected;
    table.fileBytes = static_cast<std::int64_t>(std::filesystem::file_size(file));
    table.fileHash = base::toHex(base::sha256OfFile(file, cancellation));
    WorkerPool pool;
    readParquet(file, options, [&](ParquetInput& input) {
        TableAssembler assembler(target, input.schema());
        progress.begin("reading", table.fileBytes);
        std::int64_t rows = 0;
        while (auto columns = input.nextColumns(rowGroupRows)) {
            pool.run(columns->size(), [&](std::size_t i) {
                cancellation.throwIfRequested();
                assembler.take(i, *(*columns)[i]);
            });
            rows += columns->front()->length();
            assembler.write(std::move(*columns));
            const double share =
                static_cast<double>(rows) / static_cast<double>(std::max<std::int64_t>(input.rowCount(), 1));
            progress.update(static_cast<std::int64_t>(share * static_cast<double>(table.fileBytes)));
        }
        table.schema = input.schema();
        table.notices = input.notices();
        auto assembled = assembler.finish();
        table.rows = assembled.rows;
        table.contentHash = std::move(assembled.contentHash);
        table.profile = std::move(assembled.profile);
    });
    progress.flush();
    return table;
}

} // namespace lepton::data
