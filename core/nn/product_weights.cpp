// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/product_weights_torch.h"

#include <cstddef>
#include <utility>
#include <vector>

#include <ATen/autocast_mode.h>
#include <torch/csrc/autograd/custom_function.h>

namespace lepton::nn {
namespace {

using torch::Tensor;
using torch::autograd::variable_list;

/// How many of a layer's tensors stand below each other in each of its product weights, in their order.
constexpr std::int64_t joined[] = {3, 3, 1, 1, 1, 1, 1, 1};

std::vector<Tensor> productTensorsOf(const EncoderLayer& layer)
{
    return {layer.query.weight,
            layer.key.weight,
            layer.value.weight,
            layer.query.bias,
            layer.key.bias,
            layer.value.bias,
            layer.attentionOutput.weight,
            layer.attentionOutput.bias,
            layer.intermediate.weight,
            layer.intermediate.bias,
            layer.output.weight,
            layer.output.bias};
}

variable_list joinedIn(at::ScalarType type, at::TensorList tensors)
{
    variable_list wholes;
    std::vector<Tensor> parts;
    std::size_t first = 0;
    for (const std::int64_t count : joined) {
        auto shape = tensors[first].sizes().vec();
        const std::int64_t rows = shape.front();
        shape.front() *= count;
        wholes.push_back(torch::empty(shape, tensors[first].options().dtype(type).requires_grad(false)));
        for (std::int64_t i = 0; i < count; ++i)
            parts.push_back(wholes.back().narrow(0, i * rows, rows));
        first += static_cast<std::size_t>(count);
    }
    at::_foreach_copy_(parts, tensors);
    return wholes;
}

class JoinFunction : public torch::autograd::Function<JoinFunction>
{
public:
    static variable_list forward(torch::autograd::AutogradContext* context, at::TensorList tensors,
                                 at::ScalarType type)
    {
        context->set_materialize_grads(false);
        context->saved_data["type"] = static_cast<std::int64_t>(tensors.front().scalar_type());
        return joinedIn(type, tensors);
    }

    static variable_list backward(torch::autograd::AutogradContext* context, variable_list gradients)
    {
        const auto type = static_cast<at::ScalarType>(context->saved_data["type"].toInt());
        variable_list results;
        std::vector<Tensor> from, to;
        for (std::size_t whole = 0; whole < gradients.size(); ++whole) {
            const Tensor& gradient = gradients[whole];
            for (std::int64_t i = 0; i < joined[whole]; ++i) {
                results.emplace_back();
                if (!gradient.defined())
                    continue;
                const std::int64_t rows = gradient.size(0) / joined[whole];
                from.push_back(gradient.narrow(0, i * rows, rows));
                results.back() = torch::empty(from.back().sizes(), gradient.options().dtype(type));
                to.push_back(results.back());
            }
        }
        if (!to.empty())
            at::_foreach_copy_(to, from);
        results.emplace_back(); // for the type
        return results;
    }
};

} // namespace

at::ScalarType productType(const Tensor& x)
{
    const auto device = x.device().type();
    return at::autocast::is_autocast_enabled(device) ? at::autocast::get_autocast_dtype(device) : at::kFloat;
}

ProductWeights productWeights(const EncoderLayer& layer, at::ScalarType type)
{
    if (type == layer.query.weight.scalar_type())
        return {{torch::cat({layer.query.weight, layer.key.weight, layer.value.weight}),
                 torch::cat({layer.query.bias, layer.key.bias, layer.value.bias})},
                layer.attentionOutput,
                layer.intermediate,
                layer.output};
    const auto tensors = productTensorsOf(layer);
    const bool learns = at::GradMode::is_enabled() && tensors.front().requires_grad();
    const auto made = learns ? JoinFunction::apply(at::TensorList(tensors), type) : joinedIn(type, tensors);
    return {{made[0], made[1]}, {made[2], made[3]}, {made[4], made[5]}, {made[6], made[7]}};
}

} // namespace lepton::nn
