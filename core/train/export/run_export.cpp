// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/export/run_export.h"

#include "train/training_service.h"

namespace lepton::train {

void exportRun(TrainingService& training, const Run& run, RunFormat format,
               const std::filesystem::path& folder, const base::Cancellation& cancellation,
               base::Progress& progress)
{
    const RunSource source{run, training.runs(), training.metrics(), training.objects()};
    switch (format) {
    case RunFormat::HuggingFace:
        training.exportModel(run, folder, cancellation, progress);
        return;
    case RunFormat::Mlflow:
        exportToMlflow(source, folder, cancellation, progress);
        return;
    case RunFormat::TensorBoard:
        exportToTensorBoard(source, folder, cancellation, progress);
        return;
    }
}

} // namespace lepton::train
