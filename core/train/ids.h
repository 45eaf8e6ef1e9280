// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

namespace lepton::train {

using RunId = base::Id<struct RunTag>;
using BaseModelId = base::Id<struct BaseModelTag>;

} // namespace lepton::train
