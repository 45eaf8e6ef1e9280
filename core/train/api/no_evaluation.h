// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/batch.h"

#include <cstdint>
#include <span>

namespace lepton::train {

/// For a training that is measured alone: no rows to evaluate.
class NoEvaluation final : public EvaluationSource
{
public:
    std::int64_t rows() const override { return 0; }
    std::int64_t batchCount() const override { return 0; }
    Batch batch(std::int64_t) override { return {}; }
    std::span<const std::int64_t> rowNumbers(std::int64_t) const override { return {}; }
};

} // namespace lepton::train
