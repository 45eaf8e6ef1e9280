// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/lagging_rows_torch.h"
#include "train/engine/optimizer_torch.h"

#include <cmath>
#include <map>
#include <utility>

#include <torch/utils.h>

namespace lepton::train::engine {

namespace {

std::vector<torch::Tensor> gradientsOf(const std::vector<TrainedParameter>& parameters)
{
    std::vector<torch::Tensor> gradients;
    gradients.reserve(parameters.size());
    for (const auto& parameter : parameters) {
        const torch::Tensor gradient = parameter.value.grad();
        if (gradient.defined())
            gradients.push_back(gradient.is_sparse() ? gradient._values() : gradient);
    }
    return gradients;
}

class AdamW final : public Optimizer
{
public:
    AdamW(std::vector<TrainedParameter> parameters, const AdamWOptions& options)
        : m_parameters(std::move(parameters))
        , m_options(options)
    {
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            const auto& parameter = m_parameters[i];
            if (parameter.sparse) {
                const LaggingRows& rows = m_lagging.try_emplace(i, parameter.value.detach()).first->second;
                m_moments1.push_back(rows.moment1());
                m_moments2.push_back(rows.moment2());
                continue;
            }
            m_moments1.push_back(torch::zeros_like(parameter.value));
            m_moments2.push_back(torch::zeros_like(parameter.value));
        }
    }

    void step(double learningRate) override
    {
        const torch::NoGradGuard noGrad;
        ++m_steps;
        // One pass over memory for all parameters that share a decay: the foreach functions need nine.
        std::map<double, Slices> groups;
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            const auto& parameter = m_parameters[i];
            if (!parameter.value.grad().defined())
                continue;
            if (parameter.sparse) {
                m_lagging.at(i).step(stepOf(learningRate, parameter.weightDecay), parameter.value.grad());
                continue;
            }
            Slices& group = groups[parameter.weightDecay];
            group.values.push_back(parameter.value);
            group.gradients.push_back(parameter.value.grad());
            group.moments1.push_back(m_moments1[i]);
            group.moments2.push_back(m_moments2[i]);
        }
        for (auto& [decay, group] : groups) {
            const auto steps = torch::full({}, static_cast<double>(m_steps),
                                           group.values.front().options().dtype(torch::kFloat32));
            at::_fused_adamw_(group.values, group.gradients, group.moments1, group.moments2, {},
                              std::vector<torch::Tensor>(group.values.size(), steps), learningRate,
                              m_options.beta1, m_options.beta2, decay, m_options.epsilon, false, false);
        }
    }

    void settle(std::size_t place, const torch::Tensor& rows) override
    {
        if (const auto found = m_lagging.find(place); found != m_lagging.end())
            found->second.settle(rows);
    }

    void settle() override
    {
        for (auto& [place, rows] : m_lagging)
            rows.settle();
    }

    std::int64_t steps() const override { return m_steps; }

    std::vector<NamedTensor> state() const override
    {
        std::vector<NamedTensor> state;
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            state.push_back({"moment1/" + m_parameters[i].name, m_moments1[i]});
            state.push_back({"moment2/" + m_parameters[i].name, m_moments2[i]});
        }
        return state;
    }

    void resumeAt(std::int64_t steps) override
    {
        m_steps = steps;
        for (auto& [place, rows] : m_lagging)
            rows.restored();
    }

private:
    struct Slices
    {
        std::vector<torch::Tensor> values, gradients, moments1, moments2;
    };

    nn::AdamStep stepOf(double learningRate, double weightDecay) const
    {
        const auto steps = static_cast<double>(m_steps);
        nn::AdamStep step;
        step.kept = static_cast<float>(1 - learningRate * weightDecay);
        step.size = static_cast<float>(learningRate / (1 - std::pow(m_options.beta1, steps)));
        step.spread = static_cast<float>(1 / std::sqrt(1 - std::pow(m_options.beta2, steps)));
        step.epsilon = static_cast<float>(m_options.epsilon);
        step.beta1 = static_cast<float>(m_options.beta1);
        step.beta2 = static_cast<float>(m_options.beta2);
        return step;
    }

    std::vector<TrainedParameter> m_parameters;
    AdamWOptions m_options;
    std::vector<torch::Tensor> m_moments1;
    std::vector<torch::Tensor> m_moments2;
    std::map<std::size_t, LaggingRows> m_lagging; ///< by the parameter's place
    std::int64_t m_steps = 0;
};

class Sgd final : public Optimizer
{
public:
    Sgd(std::vector<TrainedParameter> parameters, const SgdOptions& options)
        : m_parameters(std::move(parameters))
        , m_options(options)
    {
        for (const auto& parameter : m_parameters)
            m_velocities.push_back(m_options.momentum == 0 ? torch::Tensor()
                                                           : torch::zeros_like(parameter.value));
    }

    void step(double learningRate) override
    {
        const torch::NoGradGuard noGrad;
        ++m_steps;
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            auto& value = m_parameters[i].value;
            auto gradient = value.grad();
            if (!gradient.defined())
                continue;
            if (m_parameters[i].weightDecay != 0)
                gradient = gradient.add(value, m_parameters[i].weightDecay);
            if (m_velocities[i].defined())
                gradient = m_velocities[i].mul_(m_options.momentum).add_(gradient);
            value.add_(gradient, -learningRate);
        }
    }

    void settle(std::size_t, const torch::Tensor&) override {}
    void settle() override {}

    std::int64_t steps() const override { return m_steps; }

    std::vector<NamedTensor> state() const override
    {
        std::vector<NamedTensor> state;
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            if (m_velocities[i].defined())
                state.push_back({"velocity/" + m_parameters[i].name, m_velocities[i]});
        }
        return state;
    }

    void resumeAt(std::int64_t steps) override { m_steps = steps; }

private:
    std::vector<TrainedParameter> m_parameters;
    SgdOptions m_options;
    std::vector<torch::Tensor> m_velocities;
    std::int64_t m_steps = 0;
};

} // namespace

std::unique_ptr<Optimizer> makeAdamW(std::vector<TrainedParameter> parameters, const AdamWOptions& options)
{
    return std::make_unique<AdamW>(std::move(parameters), options);
}

std::unique_ptr<Optimizer> makeSgd(std::vector<TrainedParameter> parameters, const SgdOptions& options)
{
    return std::make_unique<Sgd>(std::move(parameters), options);
}

void joinGradients(const std::vector<TrainedParameter>& parameters)
{
    for (const auto& parameter : parameters) {
        torch::Tensor value = parameter.value;
        if (value.grad().defined() && value.grad().is_sparse())
            value.mutable_grad() = value.grad().coalesce();
    }
}

torch::Tensor gradientNorm(const std::vector<TrainedParameter>& parameters)
{
    const torch::NoGradGuard noGrad;
    const auto gradients = gradientsOf(parameters);
    if (gradients.empty())
        return torch::zeros({});
    return torch::linalg_vector_norm(torch::stack(at::_foreach_norm(gradients)), 2);
}

void clipGradients(const std::vector<TrainedParameter>& parameters, double norm, double maxNorm)
{
    const double factor = maxNorm / (norm + 1e-6);
    if (factor >= 1.0)
        return;
    const torch::NoGradGuard noGrad;
    at::_foreach_mul_(gradientsOf(parameters), factor);
}

void clipGradients(const std::vector<TrainedParameter>& parameters, const torch::Tensor& norm, double maxNorm)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor factor = (maxNorm / (norm.to(torch::kFloat64) + 1e-6)).clamp_max(1);
    at::_foreach_mul_(gradientsOf(parameters), factor.to(norm.scalar_type()));
}

} // namespace lepton::train::engine
