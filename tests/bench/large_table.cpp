// SPDX-License-Identifier: GPL-3.0-or-later
#include "large_table.h"

#include "base/file.h"
#include "data/table_writer.h"

#include <arrow/api.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace lepton::bench {
namespace {

using data::ColumnType;

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

arrow::ArrayVector makeRows(std::int64_t first, std::int64_t count)
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
    return arrays;
}

} // namespace

void writeLargeTable(const std::filesystem::path& path, std::int64_t rows)
{
    const data::Schema schema = largeSchema();
    std::vector<bool> dictionary(schema.size(), true);
    dictionary.front() = false; // no id comes twice
    data::TableWriter writer(path, schema, dictionary);
    for (std::int64_t first = 0; first < rows; first += data::rowGroupRows)
        writer.write(makeRows(first, std::min(data::rowGroupRows, rows - first)));
    writer.finish();
    base::File::openForReading(path).sync();
}

} // namespace lepton::bench
