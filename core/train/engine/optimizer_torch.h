// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <torch/types.h>

namespace lepton::train::engine {

/// A tensor with a name, as checkpoints keep it.
struct NamedTensor
{
    std::string name;
    torch::Tensor value;
};

/// A weight that is trained. Its gradient is what backward() left in value.grad().
struct TrainedParameter
{
    std::string name;
    torch::Tensor value;
    double weightDecay = 0;
    /// Its gradients are sparse: rows, float32, on the CPU. AdamW then moves the other rows when they are
    /// needed; see Optimizer::settle().
    bool sparse = false;
};

/// Moves parameters along their gradients. Deterministic: the same gradients give the same bits on the same
/// processor with the same number of threads. Not thread-safe.
class Optimizer
{
public:
    virtual ~Optimizer() = default;

    /// One step with the gradients that stand in the parameters. A parameter without a gradient stays.
    virtual void step(double learningRate) = 0;
    /// Brings rows that lag behind up to date: a row without a gradient only decays, so the steps that it
    /// missed are made up for when somebody reads it, with the same bits as in time. @p rows int64: those of
    /// the parameter at @p place that are read next.
    virtual void settle(std::size_t place, const torch::Tensor& rows) = 0;
    /// All rows of all parameters: before anybody else reads parameters or state().
    virtual void settle() = 0;
    /// Steps done.
    virtual std::int64_t steps() const = 0;
    /// What the next step needs besides the parameters, by the parameter's name and what it is
    /// ("moment1/classifier.bias"). The tensors are the optimiser's own.
    virtual std::vector<NamedTensor> state() const = 0;
    /// Goes on after @p steps steps whose state was copied into the tensors of state().
    virtual void resumeAt(std::int64_t steps) = 0;
};

struct AdamWOptions
{
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
};

/// Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019),
/// with the numbers of torch.optim.AdamW.
std::unique_ptr<Optimizer> makeAdamW(std::vector<TrainedParameter> parameters, const AdamWOptions& options);

struct SgdOptions
{
    double momentum = 0; ///< 0: none
};

/// Stochastic gradient descent with momentum and coupled weight decay, with the numbers of torch.optim.SGD.
std::unique_ptr<Optimizer> makeSgd(std::vector<TrainedParameter> parameters, const SgdOptions& options);

/// Adds up rows that stand more than once in sparse gradients, which the functions below and step() need.
void joinGradients(const std::vector<TrainedParameter>& parameters);

/// The 2-norm of all gradients taken as one vector [], in their dtype, on their device; parameters without a
/// gradient are left out.
torch::Tensor gradientNorm(const std::vector<TrainedParameter>& parameters);

/// Multiplies the gradients by min(1, maxNorm / (norm + 1e-6)), as torch.nn.utils.clip_grad_norm_ does.
void clipGradients(const std::vector<TrainedParameter>& parameters, double norm, double maxNorm);
/// The same by a norm [] that stays where it is, beside the gradients: nobody waits for a GPU to tell it.
void clipGradients(const std::vector<TrainedParameter>& parameters, const torch::Tensor& norm,
                   double maxNorm);

} // namespace lepton::train::engine
