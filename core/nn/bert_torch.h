// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/bert_config.h"
#include "nn/bert_layout.h"
#include "nn/dropout_torch.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <torch/types.h>

namespace lepton::nn {

struct NamedParameter
{
    std::string name; ///< as transformers writes it: bert.embeddings.word_embeddings.weight
    torch::Tensor value;
};

/// BertForSequenceClassification of transformers: encoder with absolute positions (Devlin et al., "BERT",
/// 2018), pooler, linear head. Weights are float32. Gradients flow where the caller's grad mode lets them;
/// autocast works. One thread at a time.
class BertClassifier
{
public:
    /// Reads model.safetensors in @p folder into memory on the CPU; F16, BF16 and F64 become float32.
    /// @throw base::Error as openWeights() and planWeights()
    static std::unique_ptr<BertClassifier> load(const std::filesystem::path& folder, const BertConfig& config,
                                                LoadReport& report);
    ~BertClassifier();

    const BertConfig& config() const noexcept;
    torch::Device device() const;
    /// Of the head; 0: there is none yet.
    std::int64_t classes() const noexcept;
    bool hasPooler() const noexcept;
    /// A new head for @p classes classes in place of the one that is there: weight N(0, initializer_range),
    /// bias 0; likewise a pooler where the file had none.
    void initHead(std::int64_t classes, std::uint64_t seed);

    /// Logits [batch, classes]. @p ids int64 [batch, tokens], @p mask bool [batch, tokens], true for real
    /// tokens, the first of each row among them; @p dropout null: none.
    torch::Tensor forward(const torch::Tensor& ids, const torch::Tensor& mask,
                          DropoutGenerator* dropout) const;
    /// The last layer's output [batch, tokens, hidden], without dropout. @p typeIds int64 [batch, tokens];
    /// undefined: all 0. Where the mask is false the values mean nothing.
    torch::Tensor hiddenStates(const torch::Tensor& ids, const torch::Tensor& mask,
                               const torch::Tensor& typeIds = {}) const;
    /// The pooler's output [batch, hidden] of @p hiddenStates.
    torch::Tensor pooled(const torch::Tensor& hiddenStates) const;

    /// In transformers' order. They share their storage with the model.
    std::vector<NamedParameter> parameters() const;
    /// Sets every dropout of the model (hidden, attention, head) to @p p.
    void setDropout(double p);
    /// Embeddings and @p layers layers from the bottom get no gradients; 0: all get them.
    void freeze(std::int64_t layers);
    void to(torch::Device device);
    /// From now on word embeddings, the first of parameters(), get sparse gradients: one row a token.
    void useSparseWordGradients();

    /// Writes config.json and model.safetensors into @p folder, where they must not be yet; @p labels, one a
    /// class, in order. @throw base::Error InvalidArgument, NoSpace, ...
    void save(const std::filesystem::path& folder, std::span<const std::string> labels) const;

private:
    struct Impl;
    explicit BertClassifier(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
};

} // namespace lepton::nn
