// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how fast a tokeniser is on a text file, a line a text:
//   bench_tokenize MODEL_FOLDER FILE [--max-length K] [--threads N] [--megabytes M] [--ids]
// The lines are repeated up to M megabytes (default 50). --ids prints the ids of each line instead.
#include "base/error.h"
#include "text/batch.h"
#include "text/tokenizer.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using namespace lepton;

namespace {

/// Wall time, and the processor time of all threads, which other work on the machine disturbs less.
class Stopwatch
{
public:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }
    double processorSeconds() const
    {
        return static_cast<double>(std::clock() - m_processorStart) / CLOCKS_PER_SEC;
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::clock_t m_processorStart = std::clock();
};

void report(const char* name, std::size_t bytes, std::size_t ids, const Stopwatch& watch)
{
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::printf("%-20s %7.1f MB %10zu ids %7.3f s %8.2f MB/s %8.2f MB per processor second\n", name,
                megabytes, ids, watch.seconds(), megabytes / watch.seconds(),
                megabytes / watch.processorSeconds());
}

std::vector<std::string> readLines(const std::string& path)
{
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

int run(const std::vector<std::string>& arguments)
{
    text::EncodeOptions options;
    unsigned threads = 1;
    double megabytes = 50;
    bool printIds = false;
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        if (arguments[i] == "--ids")
            printIds = true;
        else if (i + 1 == arguments.size())
            return 2;
        else if (arguments[i] == "--max-length")
            options.maxLength = std::stoul(arguments[++i]);
        else if (arguments[i] == "--threads")
            threads = static_cast<unsigned>(std::stoul(arguments[++i]));
        else if (arguments[i] == "--megabytes")
            megabytes = std::stod(arguments[++i]);
        else
            return 2;
    }

    const Stopwatch loading;
    const auto tokenizer = text::loadTokenizer(arguments[0]);
    const double loadingSeconds = loading.seconds();
    const std::vector<std::string> lines = readLines(arguments[1]);
    const auto session = tokenizer->newSession();
    std::vector<text::TokenId> ids;
    if (printIds) {
        for (const std::string& line : lines) {
            ids.clear();
            session->append(line, options, ids);
            for (std::size_t i = 0; i < ids.size(); ++i)
                std::printf(i == 0 ? "%d" : " %d", ids[i]);
            std::printf("\n");
        }
        return 0;
    }

    std::vector<std::string_view> texts;
    std::size_t bytes = 0;
    while (!lines.empty() && static_cast<double>(bytes) < megabytes * 1e6) {
        for (const std::string& line : lines) {
            texts.emplace_back(line);
            bytes += line.size();
        }
        if (bytes == 0)
            return 2;
    }
    std::printf("loaded in %.1f ms; %zu texts\n", loadingSeconds * 1e3, texts.size());
    std::size_t count = 0;
    const Stopwatch single;
    for (const std::string_view line : texts) {
        ids.clear();
        count += session->append(line, options, ids);
    }
    report("one session", bytes, count, single);
    const Stopwatch many;
    base::Progress progress;
    const text::TokenBatch batch = text::encodeBatch(*tokenizer, texts, options, threads, progress, {});
    report(("batch, threads: " + std::to_string(threads)).c_str(), bytes, batch.ids.size(), many);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    int status = 2;
    try {
        status = arguments.size() < 2 ? 2 : run(arguments);
    } catch (const std::exception& error) {
        std::cerr << "error: " << error.what() << '\n';
        return 1;
    }
    if (status == 2)
        std::cerr << "usage: bench_tokenize MODEL_FOLDER FILE [--max-length K] [--threads N] [--megabytes M] "
                     "[--ids]\n";
    return status;
}
