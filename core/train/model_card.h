// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_store.h"
#include "train/run_records.h"

#include <string>

namespace lepton::train {

/// The README.md of a fine-tuned model: front matter as Hugging Face reads it, then what the model is for,
/// what it was trained on and how, and its report on the test part; nothing that is not in the records.
std::string modelCard(const Run& run, const BaseModel& baseModel, const RunResult& result);

} // namespace lepton::train
