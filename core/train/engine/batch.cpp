// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "train/engine/batch_torch.h"

#include <algorithm>
#include <string>

namespace lepton::train::engine {

namespace {

[[noreturn]] void refuse(const std::string& sentence)
{
    throw base::Error(base::ErrorCode::InvalidArgument, sentence);
}

} // namespace

std::int64_t longestRow(const Batch& batch) noexcept
{
    std::size_t longest = 0;
    for (std::size_t row = 0; row < batch.rows(); ++row)
        longest = std::max(longest, batch.length(row));
    return static_cast<std::int64_t>(longest);
}

BatchTensors toTensors(const Batch& batch, const nn::BertConfig& config, std::int64_t classes,
                       torch::Device device)
{
    const auto rows = static_cast<std::int64_t>(batch.rows());
    const std::int64_t tokens = longestRow(batch);
    if (rows == 0)
        refuse("A batch has no rows.");
    if (tokens > config.maxPositions)
        refuse("A row has " + std::to_string(tokens) + " tokens, but the model takes " +
               std::to_string(config.maxPositions) + ". Lower max_length.");

    const bool pinned = device.is_cuda();
    const auto options = [&](at::ScalarType type) { return torch::dtype(type).pinned_memory(pinned); };
    BatchTensors tensors{torch::full({rows, tokens}, config.paddingId.value_or(0), options(torch::kInt64)),
                         torch::zeros({rows, tokens}, options(torch::kBool)),
                         {}};
    auto* ids = tensors.ids.mutable_data_ptr<std::int64_t>();
    auto* mask = tensors.mask.mutable_data_ptr<bool>();
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        if (batch.length(row) == 0)
            refuse("A row has no tokens.");
        for (std::size_t i = 0; i < batch.length(row); ++i) {
            const std::int32_t id = batch.ids[batch.offsets[row] + i];
            if (id < 0 || id >= config.vocabularySize)
                refuse("The tokeniser gives id " + std::to_string(id) + ", but the model knows " +
                       std::to_string(config.vocabularySize) + " tokens: they do not belong together.");
            const std::size_t place = row * static_cast<std::size_t>(tokens) + i;
            ids[place] = id;
            mask[place] = true;
        }
    }

    if (!batch.labels.empty()) {
        if (batch.labels.size() != batch.rows())
            refuse("A batch has " + std::to_string(batch.labels.size()) + " labels for " +
                   std::to_string(batch.rows()) + " rows.");
        tensors.labels = torch::empty({rows}, options(torch::kInt64));
        auto* labels = tensors.labels.mutable_data_ptr<std::int64_t>();
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            labels[row] = batch.labels[row];
            if (labels[row] < 0 || labels[row] >= classes)
                refuse("A row is of class " + std::to_string(labels[row]) + ", but there are " +
                       std::to_string(classes) + " classes.");
        }
    }
    if (pinned) {
        for (torch::Tensor* tensor : {&tensors.ids, &tensors.mask, &tensors.labels}) {
            if (tensor->defined())
                *tensor = tensor->to(device, true);
        }
    }
    return tensors;
}

} // namespace lepton::train::engine
