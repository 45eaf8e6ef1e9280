// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"

#include <nlohmann/json_fwd.hpp>

namespace lepton::data {

/// @p edit in NFC, its tags without repeats. @throw Error for what is no name
DatasetEdit checkedEdit(DatasetEdit edit);
/// What @p edit would change of @p dataset: {"name":{"before","after"},...}; what stays as it is is taken out
/// of @p edit.
nlohmann::json changesOf(const Dataset& dataset, DatasetEdit& edit);
/// Whether @p edit changes something that is not as it was @p seen.
bool isOverwritten(const Dataset& now, const Dataset& seen, const DatasetEdit& edit);

} // namespace lepton::data
