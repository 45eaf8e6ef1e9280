// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/training_backend.h"
#include "ui/widgets/rights.h"

#include <memory>
#include <utility>

namespace lepton::ui {

/// What the person at this computer may do with runs and base models.
class TrainingRights final : public RightsTo<train::TrainAction>
{
public:
    explicit TrainingRights(std::shared_ptr<TrainingBackend> backend)
        : RightsTo(
              {train::TrainAction::Import, train::TrainAction::Train, train::TrainAction::EditRuns},
              [backend = std::move(backend)](train::TrainAction action) { return backend->whyNot(action); })
    {}
};

} // namespace lepton::ui
