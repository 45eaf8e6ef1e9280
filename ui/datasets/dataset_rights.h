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

enum class DatasetUse
{
    Train ///< start a run
};

/// What the person at this computer may do with what is in a data set.
class DatasetUseRights final : public RightsTo<DatasetUse>
{
public:
    explicit DatasetUseRights(const DatasetContext& context)
        : RightsTo({DatasetUse::Train}, [whyNot = context.whyNotTrain](DatasetUse) {
            return whyNot ? whyNot() : std::optional<base::Error>();
        })
    {}
};

} // namespace lepton::ui
