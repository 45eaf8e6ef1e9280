// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/settings.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::train {

struct PredictorOptions
{
    std::size_t maxLength = 0; ///< tokens; 0: the model's limit
    DeviceChoice device = DeviceChoice::Auto;
    int threads = 0; ///< 0: one a core
};

/// Classifies texts with a fine-tuned model folder. One thread at a time.
class Predictor
{
public:
    virtual ~Predictor() = default;

    /// In the order of the columns of predict().
    virtual const std::vector<std::string>& labels() const = 0;
    /// Probabilities [texts, labels], row by row. Sorts by length inside; the order of the texts is kept.
    /// @throw base::Error BadEncoding with the text's number from 1 as the row
    virtual std::vector<float> predict(std::span<const std::string_view> texts) = 0;
};

} // namespace lepton::train
