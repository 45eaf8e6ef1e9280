// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_sink.h"
#include "train/split.h"
#include "train/tokenised_sources.h"
#include "train/training_data.h"
#include "train/training_service.h"

#include <memory>
#include <vector>

namespace lepton::text {
class Tokenizer;
}

namespace lepton::train {

/// One execution of a run, from reading the data to keeping the model. For one thread.
class TrainingJob
{
public:
    /// What it works with; everything must outlive it.
    struct Parts
    {
        const TrainingService::Parts& service;
        RunRecords& records;
        MetricStore& metrics;
        MetricWriter& writer;
        jobs::JobContext& job;
        std::function<void(const MetricPoint&)> tell;
    };

    TrainingJob(Parts parts, Run run);

    /// Does all of it; returns the job's result. @throw base::Error what ends the run; Cancelled when it was
    /// asked to stop
    nlohmann::json execute();

private:
    void readData();
    void tokenise();
    void makeTrainer();
    void goOn();
    TrainingOutcome train();
    void finish(const TrainingOutcome& outcome);

    TokenisedRows rowsOf(Part part) const;
    std::vector<std::int32_t> truthOf(Part part) const;
    nlohmann::json environment() const;
    nlohmann::json dataFacts() const;
    std::vector<RunArtifact> keepModel(const RunResult& result);
    RunArtifact keepPredictions(const Predictions& predictions);
    RunArtifact keepFile(const std::filesystem::path& file, ArtifactKind kind, const std::string& name);
    void log(const std::string& line);

    Parts m_parts;
    Run m_run;
    BaseModel m_baseModel;
    std::filesystem::path m_baseModelFolder;
    TrainingData m_data;
    Split m_split;
    std::shared_ptr<const text::TokenBatch> m_tokens;
    std::shared_ptr<const std::vector<std::int32_t>> m_labels;
    std::unique_ptr<TokenisedBatchSource> m_batches;
    std::unique_ptr<TokenisedEvaluationSource> m_validation;
    std::unique_ptr<TokenisedEvaluationSource> m_test;
    std::unique_ptr<Trainer> m_trainer;
    std::unique_ptr<RunSink> m_sink;
    std::int64_t m_totalSteps = 0;
    std::int64_t m_firstStep = 0; ///< steps that were done before this job
};

} // namespace lepton::train
