// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/layer_pass_torch.h"
#include "nn/packed_layer_torch.h"

#include <algorithm>
#include <utility>

#include <torch/csrc/autograd/custom_function.h>

namespace lepton::nn {
namespace {

using torch::Tensor;

LayerTensors tensorsOf(const EncoderLayer& layer)
{
    LayerTensors tensors;
    std::size_t at = 0;
    for (const LayerWeights* part :
         {&layer.query, &layer.key, &layer.value, &layer.attentionOutput, &layer.attentionNorm,
          &layer.intermediate, &layer.output, &layer.outputNorm}) {
        tensors[at++] = part->weight;
        tensors[at++] = part->bias;
    }
    return tensors;
}

class LayerFunction : public torch::autograd::Function<LayerFunction>
{
public:
    static Tensor forward(torch::autograd::AutogradContext* context, const Tensor& x, at::TensorList weights,
                          const c10::intrusive_ptr<LayerPass>& pass)
    {
        torch::autograd::variable_list inputs{x};
        inputs.insert(inputs.end(), weights.begin(), weights.end());
        context->save_for_backward(std::move(inputs));
        context->saved_data["pass"] = c10::IValue::make_capsule(pass);
        LayerTensors tensors;
        std::ranges::copy(weights, tensors.begin());
        return pass->forward(x, tensors, Keep::ForTheWayBack);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const auto holder = context->saved_data["pass"].toCapsule();
        context->saved_data.clear(); // with what the pass kept, as soon as it is done
        auto* const pass = static_cast<LayerPass*>(holder.get());
        LayerTensors tensors;
        std::copy_n(saved.begin() + 1, tensors.size(), tensors.begin());
        auto result =
            pass->backward(saved[0], tensors, gradients[0].contiguous(), context->needs_input_grad(0));
        result.emplace_back(); // for the pass itself
        return result;
    }
};

} // namespace

std::shared_ptr<const PackedTokens> PackedTokens::of(const Tensor& ids, const Tensor& mask)
{
    const std::int64_t width = ids.size(1);
    const Tensor wholeIds = ids.contiguous();
    const Tensor wholeMask = mask.contiguous();
    const auto* const numbers = wholeIds.const_data_ptr<std::int64_t>();
    const auto* const real = wholeMask.const_data_ptr<bool>();
    std::vector<std::int64_t> packed, positions;
    auto tokens = std::make_shared<PackedTokens>();
    tokens->offsets.push_back(0);
    for (std::int64_t row = 0; row < ids.size(0); ++row) {
        for (std::int64_t i = 0; i < width; ++i) {
            if (!real[row * width + i])
                continue;
            packed.push_back(numbers[row * width + i]);
            positions.push_back(i);
        }
        tokens->offsets.push_back(std::ssize(packed));
    }
    tokens->ids = torch::tensor(packed);
    tokens->positions = torch::tensor(positions);
    return tokens;
}

Tensor packedLayer(const EncoderLayer& layer, const BertConfig& config, const Tensor& x,
                   const std::shared_ptr<const PackedTokens>& tokens, OutputRows rows,
                   DropoutGenerator* dropout)
{
    const auto pass = c10::make_intrusive<LayerPass>(config, tokens, rows, dropout);
    const LayerTensors weights = tensorsOf(layer);
    if (!at::GradMode::is_enabled())
        return pass->forward(x, weights, Keep::Nothing);
    return LayerFunction::apply(x, at::TensorList(weights), pass);
}

} // namespace lepton::nn
