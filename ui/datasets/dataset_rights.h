// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/dataset_reader.h"
#include "ui/widgets/rights.h"

namespace lepton::ui {

/// What the person at this computer may do with data sets.
class DatasetRights final : public RightsTo<data::DatasetAction>
{
public:
    explicit DatasetRights(const DatasetContext& context)
        : RightsTo({data::DatasetAction::Import, data::DatasetAction::Edit, data::DatasetAction::EmptyTrash},
                   context.whyNot)
    {}
};

} // namespace lepton::ui
