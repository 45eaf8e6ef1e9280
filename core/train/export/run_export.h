// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_store.h"

#include <filesystem>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base
namespace lepton::store {
class ObjectStore;
}

namespace lepton::train {

class MetricStore;
class TrainingService;

/// A run and where its parts are read from; the catalog is only read, in short pieces, so that others can
/// write.
struct RunSource
{
    const Run& run;
    RunStore& runs;
    MetricStore& metrics;
    const store::ObjectStore& objects;
};

/// In which form a run leaves the workspace.
enum class RunFormat
{
    HuggingFace, ///< the finished model alone
    Mlflow,
    TensorBoard
};

/// Writes @p source into @p folder, made where it does not exist, as one run of an MLflow file store: the
/// folder is then a tracking URI. Runs on the same data set share an experiment; exports of several runs into
/// one folder make one store. Parameters are the recipe; metrics have their history with step and time; tags
/// say where the run comes from; artifacts hold the model (with MLflow's transformers flavour), the report,
/// the predictions and the whole recipe. Names that MLflow does not take are changed as mlflowKeys() says. At
/// no time is more than a few thousand points in memory. Nothing is left when it throws.
/// @throw base::Error Exists when the store has this run already; NoSpace, Permission, Damaged, Cancelled,
/// ...
void exportToMlflow(const RunSource& source, const std::filesystem::path& folder,
                    const base::Cancellation& cancellation, base::Progress& progress);

/// Writes @p source into @p folder, made where it does not exist, as one event file: TensorBoard shows the
/// folder as a run. Metrics are scalars by step and time, in single precision; recipe, report and origin are
/// texts; the recipe and how the run ended stand on the HParams page. Memory, and what is left after a
/// failure, as above.
/// @throw base::Error Exists when the folder has an event file already, which TensorBoard would mix with this
/// one; else as above
void exportToTensorBoard(const RunSource& source, const std::filesystem::path& folder,
                         const base::Cancellation& cancellation, base::Progress& progress);

/// Writes @p run in this form. @throw base::Error as TrainingService::exportModel(), exportToMlflow() and
/// exportToTensorBoard()
void exportRun(TrainingService& training, const Run& run, RunFormat format,
               const std::filesystem::path& folder, const base::Cancellation& cancellation,
               base::Progress& progress);

} // namespace lepton::train
