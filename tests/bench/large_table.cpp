// SPDX-License-Identifier: GPL-3.0-or-later
#include "large_table.h"

#include "data/schema_arrow.h"

#include <arrow/api.h>
#include <arrow/io/file.h>
#include <parquet/arrow/writer.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace lepton::bench {
namespace {

using data::ColumnType;

constexpr std::int64_t rowsPerGroup = 16'384;

data::Schema largeSchema()
{
    return {{{"id", ColumnType::Int64},
             {"amount", ColumnType::Int64},
             {"share", ColumnType::Float64},
             {"day", ColumnType::Date},
             {"moment", ColumnType::Timestamp},
             {"paid", ColumnType::Bool},
             {"country", ColumnType::Text},
             {"note", ColumnType::Text}}};
}

void check(const arrow::Status& status)
{
    if (!status.ok())
        throw std::runtime_error(status.ToString());
}

template <class T>
T take(arrow::Result<T> result)
{
    check(result.status());
    return std::move(result).ValueUnsafe();
}

std::shared_ptr<arrow::RecordBatch> makeRows(const data::Schema& schema, std::int64_t first,
                                             std::int64_t count)
{
    const std::vector<std::string> countries{"DE", "FR", "CN", "US", "JP", "BR", "IN", "ZA"};
    const std::vector<std::string> words{"red",   "green", "quick", "slow",   "river",
                                         "stone", "lamp",  "cloud", "Straße", "数据"};
    std::mt19937_64 random(static_cast<std::uint64_t>(first) + 7);
    arrow::Int64Builder id, amount;
    arrow::DoubleBuilder share;
    arrow::Date32Builder day;
    arrow::TimestampBuilder moment(arrow::timestamp(arrow::TimeUnit::MICRO), arrow::default_memory_pool());
    arrow::BooleanBuilder paid;
    arrow::StringBuilder country, note;
    for (std::int64_t i = 0; i < count; ++i) {
        const std::uint64_t dice = random();
        check(id.Append(first + i));
        check(dice % 50 == 0 ? amount.AppendNull()
                             : amount.Append(static_cast<std::int64_t>(dice >> 8) % 1'000'000));
        check(share.Append(static_cast<double>(dice >> 40) / 1e4));
        check(day.Append(static_cast<std::int32_t>(19'000 + dice % 1'000)));
        check(moment.Append(static_cast<std::int64_t>(1'700'000'000'000'000 + (dice >> 20))));
        check(paid.Append((dice & 64) != 0));
        check(country.Append(countries[dice / 128 % countries.size()]));
        std::string sentence = words[dice % words.size()];
        for (std::uint64_t word = 0, pick = random(); word < 2 + dice % 4; ++word, pick /= words.size())
            sentence += ' ' + words[pick % words.size()];
        check(note.Append(sentence));
    }
    arrow::ArrayVector arrays;
    for (arrow::ArrayBuilder* builder : std::initializer_list<arrow::ArrayBuilder*>{
             &id, &amount, &share, &day, &moment, &paid, &country, &note})
        arrays.push_back(take(builder->Finish()));
    return arrow::RecordBatch::Make(data::arrowSchema(schema), count, std::move(arrays));
}

} // namespace

void writeLargeTable(const std::filesystem::path& path, std::int64_t rows)
{
    const data::Schema schema = largeSchema();
    const auto sink = take(arrow::io::FileOutputStream::Open(path.string()));
    auto writer = take(parquet::arrow::FileWriter::Open(
        *data::arrowSchema(schema), arrow::default_memory_pool(), sink,
        parquet::WriterProperties::Builder().compression(arrow::Compression::ZSTD)->build(),
        parquet::ArrowWriterProperties::Builder().store_schema()->build()));
    for (std::int64_t first = 0; first < rows; first += rowsPerGroup) {
        check(writer->NewBufferedRowGroup());
        check(writer->WriteRecordBatch(*makeRows(schema, first, std::min(rowsPerGroup, rows - first))));
    }
    check(writer->Close());
    check(sink->Close());
}

} // namespace lepton::bench
