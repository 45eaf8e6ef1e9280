// SPDX-License-Identifier: GPL-3.0-or-later
// Import of a CSV file with types, statistics and content hash, beside a bare Arrow CSV read and Parquet
// write of the same file in the same process. Prints both times and their ratio; best of three on both sides,
// taken in turn.
//
//   bench_import [rows]    default 1,070,000 rows, about 90 MB
#include "support/sample_csv.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "data/importer.h"

#include <arrow/csv/api.h>
#include <arrow/io/file.h>
#include <arrow/table.h>
#include <parquet/arrow/writer.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <sys/resource.h>

namespace {

namespace fs = std::filesystem;

void require(const arrow::Status& status)
{
    if (!status.ok()) {
        std::fprintf(stderr, "bench_import: %s\n", status.ToString().c_str());
        std::exit(1);
    }
}

template <class Value>
Value require(arrow::Result<Value> result)
{
    require(result.status());
    return std::move(result).ValueUnsafe();
}

/// What Arrow does with all its threads and its defaults, and our compression and row groups.
void bareImport(const fs::path& file, const fs::path& target)
{
    const auto input = require(arrow::io::ReadableFile::Open(file.string()));
    const auto reader = require(arrow::csv::TableReader::Make(
        arrow::io::default_io_context(), input, arrow::csv::ReadOptions::Defaults(),
        arrow::csv::ParseOptions::Defaults(), arrow::csv::ConvertOptions::Defaults()));
    const auto table = require(reader->Read());
    const auto output = require(arrow::io::FileOutputStream::Open(target.string()));
    const auto properties = parquet::WriterProperties::Builder()
                                .compression(parquet::Compression::ZSTD)
                                ->max_row_group_length(16'384)
                                ->build();
    require(parquet::arrow::WriteTable(*table, arrow::default_memory_pool(), output, 16'384, properties));
    require(output->Close());
}

void ourImport(const fs::path& file, const fs::path& target)
{
    lepton::base::Progress progress;
    lepton::data::importFile(file, {}, target, lepton::base::Cancellation(), progress);
}

/// Processor time of this process so far, all threads, in seconds.
double processorTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto total = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return total(usage.ru_utime) + total(usage.ru_stime);
}

/// The best of several runs.
struct Best
{
    double wall = 1e9;
    double processor = 1e9;

    template <class Work>
    void run(Work work)
    {
        const auto start = std::chrono::steady_clock::now();
        const double before = processorTime();
        work();
        processor = std::min(processor, processorTime() - before);
        wall =
            std::min(wall, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
};

/// Peak resident memory of this process so far, in MiB.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::atof(line.c_str() + 6) / 1024;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const long long rows = argc > 1 ? std::atoll(argv[1]) : 1'070'000;
    const fs::path folder =
        fs::temp_directory_path() / ("bench-import-" + std::to_string(std::random_device{}()));
    fs::create_directories(folder);
    const fs::path file = folder / "sales.csv";
    lepton::testing::writeSalesCsv(file, rows);
    std::printf("%lld rows, %.1f MB\n", rows, static_cast<double>(fs::file_size(file)) / 1e6);

    Best ours;
    Best bare;
    double memory = 0;
    for (int round = 0; round < 3; ++round) {
        const fs::path target = folder / ("ours" + std::to_string(round));
        ours.run([&] { ourImport(file, target); });
        if (round == 0)
            memory = peakMemory();
        bare.run([&] { bareImport(file, folder / "bare"); });
        if (round == 2)
            std::printf("Parquet: ours %.1f MB, bare %.1f MB\n",
                        static_cast<double>(fs::file_size(target)) / 1e6,
                        static_cast<double>(fs::file_size(folder / "bare")) / 1e6);
        fs::remove(target);
    }
    std::printf(
        "import with statistics and hash %.3f s, bare Arrow read and write %.3f s: ratio %.2f (goal 1.5)\n",
        ours.wall, bare.wall, ours.wall / bare.wall);
    std::printf("processor time %.3f s and %.3f s: ratio %.2f\n", ours.processor, bare.processor,
                ours.processor / bare.processor);
    std::printf("peak memory after the first import %.0f MiB\n", memory);
    fs::remove_all(folder);
    return 0;
}
