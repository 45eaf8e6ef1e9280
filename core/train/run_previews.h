// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "train/data_preview.h"
#include "train/ids.h"
#include "train/step_times.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace lepton::data {
class DatasetService;
}

namespace lepton::train {

class BaseModelService;

/// What a run would see and take, before it starts: while a recipe is put together, the same rows are asked
/// for again and again, so the last ones read are kept. Thread-safe; blocks.
class RunPreviews
{
public:
    /// All of it must outlive this. @p engine may load lepton-ml.
    RunPreviews(data::DatasetService& datasets, BaseModelService& baseModels,
                std::function<Engine&()> engine);

    /// @throw base::Error NotFound for a data set version or base model that is gone; as readTrainingData();
    /// or on cancellation
    DataPreview preview(const Recipe& recipe, const base::Cancellation& cancellation,
                        base::Progress& progress);
    /// The share of tokens that the base model does not know, of the first texts of a column, without reading
    /// the rest; nothing where none of them is there. @throw base::Error NotFound for a version or base model
    /// that is gone, UnknownColumn, and as text::loadTokenizer()
    std::optional<double> unknownShare(const base::DatasetVersionId& version, const std::string& textColumn,
                                       const BaseModelId& baseModel, const base::Cancellation& cancellation);
    /// Trains a few steps of a sample of the rows at low priority. @throw as preview(), as splitRows(), and
    /// what the engine throws
    StepTimes measure(const Recipe& recipe, DeviceChoice device, const base::Cancellation& cancellation);

private:
    std::shared_ptr<const TrainingData> read(const Recipe& recipe, const base::Cancellation& cancellation,
                                             base::Progress& progress);
    std::filesystem::path modelFolder(const BaseModelId& id);

    data::DatasetService& m_datasets;
    BaseModelService& m_baseModels;
    std::function<Engine&()> m_engine;
    std::mutex m_mutex;
    std::string m_readKey; ///< version and columns of what was read last
    std::shared_ptr<const TrainingData> m_read;
};

} // namespace lepton::train
