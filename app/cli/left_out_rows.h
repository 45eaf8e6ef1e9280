// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"

namespace lepton::cli {

/// Prints the rows that an import left out: what is wrong and what helps once for each kind, the rows under
/// it.
void printLeftOutRows(const data::Provenance& provenance);

} // namespace lepton::cli
