// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/trainer.h"

namespace lepton::train::engine {

/// As Engine::productPeak(), for a device as chooseDevice() answered.
double productPeak(const DeviceFacts& device);

} // namespace lepton::train::engine
