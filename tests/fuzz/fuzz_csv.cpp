// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a table or a refusal with a sentence: encoding, dialect and records are found without a
// crash, every cell lies inside its text, and skipping what cannot be read gives the same good rows in
// batches of any size.
#include "fuzz/temporary_folder.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "data/column_plan.h"
#include "data/input_plan.h"
#include "data/table_plan.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

using namespace lepton;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// The cells of all good rows, with the batches no larger than @p rows.
std::vector<std::string> cellsOf(const std::filesystem::path& file, data::InputPlan plan,
                                 const data::ReadOptions& options, std::size_t rows)
{
    const base::Cancellation never;
    const auto ignore = [](const data::BadRow& row) {
        require(!row.message.empty() && row.place.row.has_value());
    };
    data::BatchLimits limits;
    limits.rows = rows;
    data::OpenedInput input(file, plan, ignore, never, limits);
    const auto rules = data::InferenceRules::from(options, plan.dialect.delimiter);
    std::vector<std::string> cells;
    std::vector<data::ColumnEvidence> evidence;
    data::RecordBatch batch;
    std::string scratch;
    while (input.records().next(batch)) {
        require(batch.rows <= rows);
        require(batch.fields.size() == batch.rows * batch.columns);
        evidence.resize(std::max(evidence.size(), batch.columns));
        for (std::size_t column = 0; column < batch.columns; ++column)
            data::addEvidence(batch, column, rules, evidence[column]);
        for (std::size_t row = 0; row < batch.rows; ++row) {
            for (std::size_t column = 0; column < batch.columns; ++column) {
                const data::Field& field = batch.field(row, column);
                require(field.empty() || field.at + field.length() <= batch.text.bytes.size());
                if (!field.empty())
                    cells.emplace_back(batch.value(field, options.quote, scratch));
            }
        }
    }
    evidence.resize(input.records().names().size());
    if (!evidence.empty()) {
        const auto table = data::planTable(input.records().names(), evidence, options);
        require(table.schema().size() <= evidence.size());
    }
    return cells;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const testing::TemporaryFolder folder;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    folder.write("in.csv", std::string(bytes));
    const auto file = folder.path() / "in.csv";
    data::ReadOptions options;
    options.badRows = data::BadRows::Skip;
    // The last bits choose what a person may state.
    if (size > 0 && (data[size - 1] & 1) != 0)
        options.hasHeader = false;
    if (size > 0 && (data[size - 1] & 2) != 0)
        options.quote = '\0';
    try {
        const data::InputPlan plan = [&] {
            const base::Cancellation never;
            data::ByteSource source(file, never);
            return data::planInput(source, options, data::WhenUnclear::TakeFirst);
        }();
        if (plan.detected.format == data::FileFormat::Parquet)
            return 0;
        require(cellsOf(file, plan, options, 1) == cellsOf(file, plan, options, 1000));
    } catch (const base::Error& error) {
        require(error.code() != base::ErrorCode::Internal && !error.message().empty());
    }
    return 0;
}
