// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/required.h"

#include "jobs/job.h"
#include "train/base_model_service.h"
#include "train/run_store.h"

#include <fmt/format.h>

#include <utility>

namespace lepton::train {

using base::Error;
using base::ErrorCode;

data::VersionRef requireVersion(data::DatasetService& datasets, const base::DatasetVersionId& id)
{
    auto version = datasets.findVersion(id);
    if (!version || version->dataset.trashed)
        throw Error(ErrorCode::NotFound,
                    "The data set version is gone from the workspace. Choose another one.");
    return *std::move(version);
}

BaseModel requireModel(BaseModelService& baseModels, const BaseModelId& id)
{
    auto model = baseModels.store().find(id);
    if (!model || model->trashed)
        throw Error(ErrorCode::NotFound, "The base model is gone from the workspace. Choose another one.");
    return *std::move(model);
}

Error goneRun()
{
    return {ErrorCode::NotFound, "The run is gone from the workspace."};
}

Error noModel(const Run& run)
{
    return {ErrorCode::NotFound,
            fmt::format("{} has no model: it is {}. A model is kept when a run completes.", run.name(),
                        jobs::stateName(run.state))};
}

Error noReport(const Run& run)
{
    return {ErrorCode::NotFound, fmt::format("{} has no report: it is {}. A run has one when it is complete.",
                                             run.name(), jobs::stateName(run.state))};
}

} // namespace lepton::train
