// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of paging, filter and sort over a large table, beside a bare decode by Arrow in the same process.
//   bench_table [rows] [folder]      10,000,000 rows in the temporary folder; the file is removed afterwards
#include "base/cancellation.h"
#include "base/progress.h"
#include "data/schema_arrow.h"
#include "data/table.h"

#include <arrow/api.h>
#include <arrow/io/file.h>
#include <parquet/arrow/reader.h>
#include <parquet/arrow/writer.h>
#include <parquet/file_reader.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <time.h>
#include <unistd.h>

using namespace lepton;
using data::ColumnType;

namespace {

constexpr std::int64_t rowsPerGroup = 16'384;

const data::Schema& benchSchema()
{
    static const data::Schema schema{{{"id", ColumnType::Int64},
                                      {"n", ColumnType::Int64},
                                      {"x", ColumnType::Float64},
                                      {"day", ColumnType::Date},
                                      {"at", ColumnType::Timestamp},
                                      {"ok", ColumnType::Bool},
                                      {"country", ColumnType::Text},
                                      {"text", ColumnType::Text}}};
    return schema;
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

std::shared_ptr<arrow::RecordBatch> makeRows(std::int64_t first, std::int64_t count)
{
    static const std::vector<std::string> countries{"DE", "FR", "CN", "US", "JP", "BR", "IN", "ZA"};
    static const std::vector<std::string> words{"red",  "green", "quick", "slow",  "river",  "stone",
                                                "lamp", "cloud", "paper", "house", "Straße", "数据"};
    std::mt19937_64 random(static_cast<std::uint64_t>(first) + 7);
    arrow::Int64Builder id, n;
    arrow::DoubleBuilder x;
    arrow::Date32Builder day;
    arrow::TimestampBuilder at(arrow::timestamp(arrow::TimeUnit::MICRO), arrow::default_memory_pool());
    arrow::BooleanBuilder ok;
    arrow::StringBuilder country, text;
    std::string sentence;
    for (std::int64_t i = 0; i < count; ++i) {
        const std::uint64_t dice = random();
        check(id.Append(first + i));
        check(dice % 50 == 0 ? n.AppendNull() : n.Append(static_cast<std::int64_t>(dice >> 8) % 1'000'000));
        check(x.Append(static_cast<double>(random() >> 11) * 0x1p-53));
        check(day.Append(static_cast<std::int32_t>(19'000 + dice % 1'000)));
        check(at.Append(static_cast<std::int64_t>(1'700'000'000'000'000 + (random() >> 20))));
        check(ok.Append((dice & 64) != 0));
        check(country.Append(countries[dice / 128 % countries.size()]));
        sentence.clear();
        for (std::uint64_t word = 0, many = 3 + random() % 4, pick = random(); word < many;
             ++word, pick /= 12)
            sentence += (word > 0 ? " " : "") + words[pick % words.size()];
        check(text.Append(sentence));
    }
    arrow::ArrayVector arrays;
    for (arrow::ArrayBuilder* builder :
         std::initializer_list<arrow::ArrayBuilder*>{&id, &n, &x, &day, &at, &ok, &country, &text})
        arrays.push_back(take(builder->Finish()));
    return arrow::RecordBatch::Make(data::arrowSchema(benchSchema()), count, std::move(arrays));
}

void writeFile(const std::filesystem::path& path, std::int64_t rows)
{
    const auto sink = take(arrow::io::FileOutputStream::Open(path.string()));
    auto writer = take(parquet::arrow::FileWriter::Open(
        *data::arrowSchema(benchSchema()), arrow::default_memory_pool(), sink,
        parquet::WriterProperties::Builder().compression(arrow::Compression::ZSTD)->build(),
        parquet::ArrowWriterProperties::Builder().store_schema()->build()));
    for (std::int64_t first = 0; first < rows; first += rowsPerGroup) {
        check(writer->NewBufferedRowGroup());
        check(writer->WriteRecordBatch(*makeRows(first, std::min(rowsPerGroup, rows - first))));
    }
    check(writer->Close());
    check(sink->Close());
}

double seconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Processor seconds of all threads: what is left of the noise of a busy machine.
double processorSeconds(const std::function<void()>& work)
{
    const auto now = [] {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    };
    const double start = now();
    work();
    return now() - start;
}

double bestOfThree(const std::function<void()>& work)
{
    return std::min({processorSeconds(work), processorSeconds(work), processorSeconds(work)});
}

/// Decodes one column into memory with Arrow alone, on all cores.
void decodeColumn(const std::filesystem::path& path, int column)
{
    std::atomic<int> next{0};
    const auto run = [&] {
        const auto file = take(arrow::io::ReadableFile::Open(path.string()));
        auto reader = take(parquet::arrow::OpenFile(file, arrow::default_memory_pool()));
        std::vector<std::shared_ptr<arrow::ChunkedArray>> values;
        for (int group = next++; group < reader->num_row_groups(); group = next++)
            check(reader->RowGroup(group)->Column(column)->Read(&values.emplace_back()));
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
        threads.emplace_back(run);
    run();
}

/// Largest resident memory since the last call, in MiB.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    double mebibytes = 0;
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            mebibytes = std::atof(line.c_str() + 6) / 1024;
    }
    std::ofstream("/proc/self/clear_refs") << 5;
    return mebibytes;
}

void benchPages(const std::filesystem::path& path, std::int64_t rows)
{
    const auto table = data::Table::open(path);
    const auto order = data::RowOrder::all(rows);
    const std::vector<std::size_t> columns{0, 1, 2, 3, 4, 5, 6, 7};
    std::mt19937_64 random(1);
    std::vector<double> times;
    for (int i = 0; i < 400; ++i) {
        const auto first = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(rows));
        times.push_back(seconds([&] { table->page(order, first, 100, columns, {}); }) * 1e3);
    }
    std::sort(times.begin(), times.end());
    std::printf("page of 100 rows, 8 columns, anywhere   median %6.2f ms   p99 %6.2f ms\n",
                times[times.size() / 2], times[times.size() * 99 / 100]);
}

void benchFilter(const std::filesystem::path& path, std::int64_t rows)
{
    base::Progress progress;
    for (const auto& [expression, column] :
         {std::pair{"n >= 250000 and n < 750000", 1}, std::pair{"x > 0.25", 2}}) {
        const double bare = bestOfThree([&] { decodeColumn(path, column); });
        const double cold = bestOfThree([&] { data::Table::open(path)->filter(expression, {}, progress); });
        const auto table = data::Table::open(path);
        table->filter(expression, {}, progress);
        const double warm = bestOfThree([&] { table->filter(expression, {}, progress); });
        std::printf("filter %-30s   cold %6.3f core s = %4.2f bare decodes   warm %6.1f M rows/s a core\n",
                    expression, cold, cold / bare, static_cast<double>(rows) / warm / 1e6);
    }
    for (const char* expression : {"text contains 'RIVER'", "country = 'DE'"}) {
        const auto table = data::Table::open(path);
        const double cold = processorSeconds([&] { table->filter(expression, {}, progress); });
        const double warm = bestOfThree([&] { table->filter(expression, {}, progress); });
        std::printf("filter %-30s   cold %6.3f core s   warm %6.1f M rows/s a core\n", expression, cold,
                    static_cast<double>(rows) / warm / 1e6);
    }
}

void benchSort(const std::filesystem::path& path, std::int64_t rows)
{
    base::Progress progress;
    const auto table = data::Table::open(path);
    for (const std::size_t column : {std::size_t{1}, std::size_t{2}, std::size_t{6}, std::size_t{7}}) {
        peakMemory();
        double cpu = 0;
        const double time = seconds([&] {
            cpu = processorSeconds([&] {
                table->sort(data::RowOrder::all(rows), {column, false}, {}, progress);
            });
        });
        std::printf("sort by %-10s   %6.2f s (%5.2f core s)   peak memory %6.0f MiB (with at most 256 MiB of "
                    "decoded columns)\n",
                    benchSchema().columns[column].name.c_str(), time, cpu, peakMemory());
    }
    const auto order = table->sort(data::RowOrder::all(rows), {2, true}, {}, progress);
    const std::vector<std::size_t> columns{0, 1, 2, 3, 4, 5, 6, 7};
    const double page = processorSeconds([&] { table->page(order, rows / 2, 100, columns, {}); });
    std::printf("page of 100 rows of the sorted table    %6.1f core ms\n", page * 1e3);
    const double search =
        processorSeconds([&] { table->find(data::RowOrder::all(rows), "not in here", 7, 0, false, {}); });
    std::printf("search of the text column, no hit       %6.2f core s\n", search);
}

} // namespace

int main(int argc, char** argv)
{
    const std::int64_t rows = argc > 1 ? std::atoll(argv[1]) : 10'000'000;
    const std::filesystem::path folder = argc > 2 ? argv[2] : std::filesystem::temp_directory_path();
    const std::filesystem::path path = folder / ("bench_table_" + std::to_string(::getpid()) + ".parquet");
    try {
        const double writing = seconds([&] { writeFile(path, rows); });
        std::printf("%lld rows, %u cores, %.0f MiB as Parquet, made in %.0f s\n",
                    static_cast<long long>(rows), std::thread::hardware_concurrency(),
                    static_cast<double>(std::filesystem::file_size(path)) / (1 << 20), writing);
        benchPages(path, rows);
        benchFilter(path, rows);
        benchSort(path, rows);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        std::filesystem::remove(path);
        return 1;
    }
    std::filesystem::remove(path);
    return 0;
}
