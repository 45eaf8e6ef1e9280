// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_facts.h"

#include <algorithm>

namespace lepton::ui {

int ModelsOverview::mine() const
{
    return static_cast<int>(std::ranges::count(pending, Turn::Mine, &PendingReview::turn));
}

} // namespace lepton::ui
