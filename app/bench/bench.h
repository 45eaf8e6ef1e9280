// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "train/api/settings.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lepton::bench {

enum class Better
{
    More,
    Less
};

/// One figure, beside what the peer makes of the same data on the same machine in the same call.
struct Row
{
    std::string what; ///< "points saved while read"
    std::string unit; ///< "points/s"
    double ours = 0;  ///< best of the rounds
    std::string peerName;
    std::optional<double> peer{}; ///< best of as many rounds; unset where no Python was given
    Better better = Better::More;

    /// How many times better ours is.
    std::optional<double> ratio() const
    {
        if (!peer)
            return std::nullopt;
        return better == Better::More ? ours / *peer : *peer / ours;
    }
};

struct Result
{
    std::vector<Row> rows;
    std::vector<std::string> notes; ///< sentences: on what, and what else was seen
};

/// What all benches are given.
struct Setup
{
    std::string peers; ///< a Python that has the peers; empty: they are not run
    int rounds = 3;    ///< on both sides; the best counts
    int threads = 0;   ///< on both sides; 0: one a core
    base::Cancellation cancellation{};
    std::function<void(const std::string&)> tell = [](const std::string&) {}; ///< what is being done
};

/// Metric points as trainings save them, five metrics a step, while a reader follows them as a chart does:
/// first as many as the writer takes, then at 200,000 a second to see how old a point is when others can read
/// it. Peers: MLflow on SQLite, TensorBoard's writer. @throw base::Error
struct MetricsOptions
{
    std::int64_t points = 1'000'000;
    bool shared = false; ///< the journal of a workspace on a share
    int pacedSeconds = 3;
};
Result benchMetrics(const Setup& setup, const MetricsOptions& options);

/// The lines of a text file into ids. Peer: the package tokenizers. @throw base::Error
struct TokenizeOptions
{
    std::filesystem::path model, file;
    std::int64_t maxLength = 0; ///< 0: uncut
};
Result benchTokenize(const Setup& setup, const TokenizeOptions& options);

/// Fine-tuning on the rows of a table: steps with batches by length, the peak of this processor and the share
/// of it that the model's products make up, memory, predictions, and how long a run takes to its first step.
/// Peer: transformers on the same device in the same precision, with the same batches' lengths and padding to
/// the longest, and padding everything to the limit. @throw base::Error
struct TrainOptions
{
    std::filesystem::path model, file;
    std::string text = "text", label = "label";
    std::int64_t steps = 30, batch = 16, maxLength = 128;
    train::DeviceChoice device = train::DeviceChoice::Auto;
    train::Precision precision = train::Precision::Auto;
};
Result benchTrain(const Setup& setup, const TrainOptions& options);

/// A table file into Parquet, with types, statistics and content hash. Peer: pyarrow, which only reads and
/// writes. @throw base::Error
Result benchImport(const Setup& setup, const std::filesystem::path& file);

} // namespace lepton::bench
