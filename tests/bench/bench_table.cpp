// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of paging, filter and sort over a large table, beside a bare decode by Arrow in the same process.
//   bench_table [rows] [folder]      10,000,000 rows in the temporary folder; the file is removed afterwards
#include "large_table.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "data/table.h"

#include <arrow/api.h>
#include <arrow/io/file.h>
#include <parquet/arrow/reader.h>
#include <parquet/file_reader.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <time.h>
#include <unistd.h>

using namespace lepton;

namespace {

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

/// Decodes one column into memory with Arrow alone, on all cores. @p checked: with the checksum of each page
/// looked at, as this program does.
void decodeColumn(const std::filesystem::path& path, int column, bool checked)
{
    parquet::ReaderProperties properties = parquet::default_reader_properties();
    properties.set_page_checksum_verification(checked);
    std::atomic<int> next{0};
    const auto run = [&] {
        const auto file = arrow::io::ReadableFile::Open(path.string()).ValueOrDie();
        auto reader = parquet::arrow::FileReader::Make(arrow::default_memory_pool(),
                                                       parquet::ParquetFileReader::Open(file, properties))
                          .ValueOrDie();
        std::vector<std::shared_ptr<arrow::ChunkedArray>> values;
        for (int group = next++; group < reader->num_row_groups(); group = next++) {
            if (const auto status = reader->RowGroup(group)->Column(column)->Read(&values.emplace_back());
                !status.ok())
                throw std::runtime_error(status.ToString());
        }
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
        threads.emplace_back(run);
    run();
}

/// A line of what the system says about this process, in MiB.
double memoryOf(std::string_view line)
{
    std::ifstream status("/proc/self/status");
    for (std::string each; std::getline(status, each);) {
        if (each.starts_with(line))
            return std::atof(each.c_str() + line.size()) / 1024;
    }
    return 0;
}

/// Largest resident memory since the last call, in MiB.
double peakMemory()
{
    const double mebibytes = memoryOf("VmHWM:");
    std::ofstream("/proc/self/clear_refs") << 5;
    return mebibytes;
}

void benchPages(const std::filesystem::path& path, std::int64_t rows)
{
    const double before = memoryOf("VmRSS:");
    auto table = data::Table::open(path);
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
    const double open = memoryOf("VmRSS:");
    table.reset();
    std::this_thread::sleep_for(std::chrono::seconds(4));
    std::printf(
        "resident memory before, then, and some seconds after the table was closed   %.0f, %.0f, %.0f MiB\n",
        before, open, memoryOf("VmRSS:"));
}

void benchFilter(const std::filesystem::path& path, std::int64_t rows)
{
    base::Progress progress;
    for (const auto& [expression, column] :
         {std::pair{"amount >= 250000 and amount < 750000", 1}, std::pair{"share > 400", 2}}) {
        const double bare = bestOfThree([&] { decodeColumn(path, column, false); });
        const double checked = bestOfThree([&] { decodeColumn(path, column, true); });
        const double cold = bestOfThree([&] { data::Table::open(path)->filter(expression, {}, progress); });
        const auto table = data::Table::open(path);
        table->filter(expression, {}, progress);
        const double warm = bestOfThree([&] { table->filter(expression, {}, progress); });
        std::printf("filter %-42s   cold %6.3f core s = %4.2f bare decodes, %4.2f that check the pages   "
                    "warm %6.1f M rows/s a core\n",
                    expression, cold, cold / bare, cold / checked, static_cast<double>(rows) / warm / 1e6);
    }
    for (const char* expression : {"note contains 'RIVER'", "country = 'DE'"}) {
        const auto table = data::Table::open(path);
        const double cold = processorSeconds([&] { table->filter(expression, {}, progress); });
        const double warm = bestOfThree([&] { table->filter(expression, {}, progress); });
        std::printf("filter %-42s   cold %6.3f core s   warm %6.1f M rows/s a core\n", expression, cold,
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
                    table->schema().columns[column].name.c_str(), time, cpu, peakMemory());
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
        const double writing = seconds([&] { bench::writeLargeTable(path, rows); });
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
