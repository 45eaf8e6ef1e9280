// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/step_figures_torch.h"

#include <chrono>

#include <torch/utils.h>

namespace lepton::train::engine {

void StepFigures::add(const StepReport& report, const torch::Tensor& loss, const torch::Tensor& gradientNorm)
{
    const torch::NoGradGuard noGrad;
    m_unread.push_back(
        {report, nn::HostCopy(torch::stack({loss.to(torch::kFloat64), gradientNorm.to(torch::kFloat64)}))});
}

std::optional<StepReport> StepFigures::due()
{
    return m_unread.size() > m_behind ? next() : std::nullopt;
}

std::optional<StepReport> StepFigures::next()
{
    if (m_unread.empty())
        return std::nullopt;
    const auto start = std::chrono::steady_clock::now();
    const Unread oldest = std::move(m_unread.front());
    m_unread.pop_front();
    StepReport report = oldest.report;
    const auto* figures = oldest.figures.wait().const_data_ptr<double>();
    report.loss = figures[0];
    report.gradientNorm = figures[1];
    report.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

} // namespace lepton::train::engine
