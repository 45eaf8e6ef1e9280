// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What training asks of the catalog, and what is said where it is not there.

#include "base/error.h"
#include "data/dataset_service.h"
#include "train/base_model_store.h"

namespace lepton::train {

class BaseModelService;
struct Run;

/// @throw base::Error NotFound when it is gone or in the trash
data::VersionRef requireVersion(data::DatasetService& datasets, const base::DatasetVersionId& id);
/// @throw base::Error NotFound when it is gone or in the trash
BaseModel requireModel(BaseModelService& baseModels, const BaseModelId& id);

base::Error goneRun();
/// Of a run that ended without one, or has not ended.
base::Error noModel(const Run& run);
base::Error noReport(const Run& run);

} // namespace lepton::train
