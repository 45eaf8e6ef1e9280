// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "nn/tensors_torch.h"

#include <array>
#include <cstring>
#include <utility>

namespace lepton::nn {
namespace {

constexpr std::array<std::pair<TensorType, torch::ScalarType>, 8> types{{{TensorType::F64, torch::kFloat64},
                                                                         {TensorType::F32, torch::kFloat32},
                                                                         {TensorType::F16, torch::kFloat16},
                                                                         {TensorType::BF16, torch::kBFloat16},
                                                                         {TensorType::I64, torch::kInt64},
                                                                         {TensorType::I32, torch::kInt32},
                                                                         {TensorType::U8, torch::kUInt8},
                                                                         {TensorType::Bool, torch::kBool}}};

torch::ScalarType scalarTypeOf(TensorType type)
{
    return types[static_cast<std::size_t>(type)].second;
}

} // namespace

torch::Tensor tensorOf(const TensorView& view)
{
    // A bool may hold nothing but 0 and 1, and a file anything.
    const auto stored = view.type == TensorType::Bool ? TensorType::U8 : view.type;
    auto tensor = torch::empty(view.shape, scalarTypeOf(stored));
    if (!view.data.empty())
        std::memcpy(tensor.data_ptr(), view.data.data(), view.data.size());
    return view.type == TensorType::Bool ? tensor.ne(0) : tensor;
}

TensorView viewOf(std::string name, const torch::Tensor& tensor)
{
    for (const auto& [type, scalar] : types) {
        if (scalar != tensor.scalar_type())
            continue;
        if (!tensor.is_cpu() || !tensor.is_contiguous())
            throw base::Error(base::ErrorCode::Internal,
                              "The tensor \"" + name + "\" is not in one piece in memory.");
        return {std::move(name), type, tensor.sizes().vec(),
                std::span(static_cast<const std::byte*>(tensor.const_data_ptr()), tensor.nbytes())};
    }
    throw base::Error(base::ErrorCode::InvalidArgument, "The tensor \"" + name + "\" holds " +
                                                            c10::toString(tensor.scalar_type()) +
                                                            ", which cannot be stored.");
}

} // namespace lepton::nn
