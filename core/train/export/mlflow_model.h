// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/export/run_export.h"

#include <string>
#include <vector>

namespace lepton::train {

/// Writes the finished model into the new folder @p folder as mlflow.transformers.load_model() and
/// mlflow.pyfunc.load_model() open it; model/ in it is a whole Hugging Face folder. @p runId as MLflow has
/// it.
/// @return what the tag mlflow.log-model.history says of it
/// @throw base::Error Damaged for an object that is not what was kept; NoSpace, Cancelled, ...
nlohmann::json writeMlflowModel(const RunSource& source, const std::vector<RunArtifact>& files,
                                const std::string& runId, const std::filesystem::path& folder,
                                const base::Cancellation& cancellation, base::Progress& progress);

} // namespace lepton::train
