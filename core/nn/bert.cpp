// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file.h"
#include "nn/bert_layers_torch.h"
#include "nn/bert_torch.h"
#include "nn/safetensors_writer.h"
#include "nn/tensors_torch.h"

#include <utility>

namespace lepton::nn {

using base::Error;
using base::ErrorCode;

namespace {

/// Streams of random numbers for new weights.
constexpr std::uint32_t headStream = 1;
constexpr std::uint32_t poolerStream = 2;

torch::Tensor trainable(const torch::Tensor& weight)
{
    return weight.detach().set_requires_grad(true);
}

} // namespace

struct BertClassifier::Impl
{
    BertConfig config;
    std::int64_t classes = 0;
    std::vector<torch::Tensor>
        weights; ///< in the order of bertWeights(); undefined where the pooler is missing
    BertLayers bert;
    bool sparseWords = false;

    void bind()
    {
        bert = BertLayers::bind(config, weights);
        bert.sparseWords = sparseWords;
    }
    bool hasPooler() const { return bert.pooler.weight.defined(); }
    torch::Tensor& poolerWeight() { return weights[weights.size() - (classes > 0 ? 4 : 2)]; }
    torch::Tensor& poolerBias() { return weights[weights.size() - (classes > 0 ? 3 : 1)]; }

    /// Refuses what LibTorch would refuse in words about its own insides.
    void check(const torch::Tensor& ids, const torch::Tensor& mask) const
    {
        if (ids.dim() != 2 || mask.sizes() != ids.sizes())
            throw Error(ErrorCode::Internal, "Ids of the shape " + shapeText(ids.sizes()) +
                                                 " and a mask of the shape " + shapeText(mask.sizes()) +
                                                 " were given; both must be [batch, tokens].");
        if (ids.size(1) < 1 || ids.size(1) > config.maxPositions)
            throw Error(ErrorCode::InvalidArgument, "A sequence of " + std::to_string(ids.size(1)) +
                                                        " tokens was given, and the model takes 1 to " +
                                                        std::to_string(config.maxPositions) +
                                                        ". Choose a smaller maximum length.");
    }

    torch::Tensor pooled(const torch::Tensor& hidden) const
    {
        if (!hasPooler())
            throw Error(ErrorCode::Internal, "The model has no pooler yet.");
        return pool(bert, hidden);
    }
};

BertClassifier::BertClassifier(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}

BertClassifier::~BertClassifier() = default;

std::unique_ptr<BertClassifier> BertClassifier::load(const std::filesystem::path& folder,
                                                     const BertConfig& config, LoadReport& report)
{
    const SafetensorsFile file = openWeights(folder);
    WeightPlan plan = planWeights(config, file);
    auto impl = std::make_unique<Impl>();
    impl->config = config;
    impl->classes = plan.classes;
    for (const TensorView* view : plan.tensors)
        impl->weights.push_back(view ? trainable(tensorOf(*view).to(torch::kFloat32)) : torch::Tensor());
    impl->bind();
    report = std::move(plan.report);
    return std::unique_ptr<BertClassifier>(new BertClassifier(std::move(impl)));
}

const BertConfig& BertClassifier::config() const noexcept
{
    return m_impl->config;
}

torch::Device BertClassifier::device() const
{
    return m_impl->bert.words.device();
}

std::int64_t BertClassifier::classes() const noexcept
{
    return m_impl->classes;
}

bool BertClassifier::hasPooler() const noexcept
{
    return m_impl->hasPooler();
}

void BertClassifier::initHead(std::int64_t classes, std::uint64_t seed)
{
    if (classes < 1)
        throw Error(ErrorCode::InvalidArgument,
                    "A model cannot tell apart " + std::to_string(classes) + " classes.");
    Impl& model = *m_impl;
    const std::int64_t hidden = model.config.hiddenSize;
    const double deviation = model.config.initializerRange;
    const auto made = [&](const torch::Tensor& weight) { return trainable(weight.to(device())); };
    if (!model.hasPooler()) {
        model.poolerWeight() = made(normalWeights({hidden, hidden}, deviation, seed, poolerStream));
        model.poolerBias() = made(torch::zeros({hidden}));
    }
    if (model.classes > 0)
        model.weights.resize(model.weights.size() - 2);
    model.weights.push_back(made(normalWeights({classes, hidden}, deviation, seed, headStream)));
    model.weights.push_back(made(torch::zeros({classes})));
    model.classes = classes;
    model.bind();
}

torch::Tensor BertClassifier::forward(const torch::Tensor& ids, const torch::Tensor& mask,
                                      DropoutGenerator* dropout) const
{
    const Impl& model = *m_impl;
    model.check(ids, mask);
    if (model.classes == 0)
        throw Error(ErrorCode::Internal, "The model has no classification head yet.");
    const BertConfig& config = model.config;
    // The head sees the first token alone, so the last layer is computed for it alone.
    const auto hidden = encode(model.bert, config, ids, mask, {}, OutputRows::First, dropout);
    const auto pooled =
        dropped(model.pooled(hidden), dropout, config.classifierDropout.value_or(config.hiddenDropout));
    return torch::linear(pooled, model.bert.head.weight, model.bert.head.bias);
}

torch::Tensor BertClassifier::hiddenStates(const torch::Tensor& ids, const torch::Tensor& mask,
                                           const torch::Tensor& typeIds) const
{
    m_impl->check(ids, mask);
    return encode(m_impl->bert, m_impl->config, ids, mask, typeIds, OutputRows::All, nullptr);
}

torch::Tensor BertClassifier::pooled(const torch::Tensor& hiddenStates) const
{
    return m_impl->pooled(hiddenStates);
}

std::vector<NamedParameter> BertClassifier::parameters() const
{
    std::vector<NamedParameter> parameters;
    const auto names = bertWeights(m_impl->config, m_impl->classes);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (m_impl->weights[i].defined())
            parameters.push_back({names[i].name, m_impl->weights[i]});
    }
    return parameters;
}

void BertClassifier::setDropout(double p)
{
    if (!(p >= 0 && p < 1))
        throw Error(ErrorCode::InvalidArgument,
                    "A dropout of " + std::to_string(p) + " is outside 0 (included) to 1 (excluded).");
    m_impl->config.hiddenDropout = p;
    m_impl->config.attentionDropout = p;
    m_impl->config.classifierDropout.reset();
}

void BertClassifier::freeze(std::int64_t layers)
{
    if (layers < 0 || layers > m_impl->config.layers)
        throw Error(ErrorCode::InvalidArgument, "Of the model's " + std::to_string(m_impl->config.layers) +
                                                    " layers " + std::to_string(layers) +
                                                    " cannot be frozen. Choose 0 to " +
                                                    std::to_string(m_impl->config.layers) + ".");
    constexpr std::int64_t embeddingWeights = 5;
    constexpr std::int64_t layerWeights = 16;
    const std::int64_t frozen = layers == 0 ? 0 : embeddingWeights + layers * layerWeights;
    for (std::size_t i = 0; i < m_impl->weights.size(); ++i) {
        if (m_impl->weights[i].defined())
            m_impl->weights[i].set_requires_grad(static_cast<std::int64_t>(i) >= frozen);
    }
}

void BertClassifier::to(torch::Device target)
{
    for (torch::Tensor& weight : m_impl->weights) {
        if (weight.defined())
            weight = weight.detach().to(target).set_requires_grad(weight.requires_grad());
    }
    m_impl->bind();
}

void BertClassifier::useSparseWordGradients()
{
    m_impl->sparseWords = true;
    m_impl->bind();
}

void BertClassifier::save(const std::filesystem::path& folder, std::span<const std::string> labels) const
{
    if (static_cast<std::int64_t>(labels.size()) != classes())
        throw Error(ErrorCode::InvalidArgument, "The model has " + std::to_string(classes()) +
                                                    " classes, and " + std::to_string(labels.size()) +
                                                    " labels were given.");
    const std::string json = classifierConfigJson(m_impl->config, labels);
    const auto parameters = this->parameters();
    std::vector<TensorView> tensors;
    for (const NamedParameter& parameter : parameters)
        tensors.push_back({parameter.name, TensorType::F32, parameter.value.sizes().vec()});
    // transformers opens only files that name their format.
    SafetensorsWriter writer(folder / "model.safetensors", std::move(tensors), {{"format", "pt"}});
    for (const NamedParameter& parameter : parameters) // of one type, so in the same order
        writer.write(viewOf(parameter.name, parameter.value.detach().cpu().contiguous()).data);
    writer.finish();
    auto file = base::File::create(folder / "config.json");
    file.write(json);
    file.close();
}

} // namespace lepton::nn
