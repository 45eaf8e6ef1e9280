// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/dropout_mask.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lepton::nn {

/// Rows of float32 that stand @p stride numbers apart; of each those from @p data on are meant.
template <class Number>
struct Rows
{
    Number* data = nullptr;
    std::size_t stride = 0;

    Number* at(std::size_t row, std::size_t column) const { return data + row * stride + column; }
};

/// Attention of sequences that stand one behind the other, without padding: the tokens of sequence s are the
/// rows [offsets[s], offsets[s + 1]). softmax(q k' / sqrt(head size)) v with dropout of the weights, one
/// sequence and head at a time, so that scores never leave the cache; of the sequences that lie apart nothing
/// is computed. What the way back needs of them are the weights, kept with a sign where dropout took them
/// (see SoftmaxDrop).
class PackedAttention
{
public:
    /// @p firstOnly: of each sequence the first token alone asks, and row s of the queries is its. @p offsets
    /// must outlive this.
    PackedAttention(std::span<const std::int64_t> offsets, std::size_t heads, std::size_t headSize,
                    bool firstOnly);

    /// Numbers of all weights, and groups of numbers for their dropout.
    std::size_t weightCount() const { return m_weightStart.back(); }
    std::size_t maskGroupCount() const { return m_groupStart.back(); }
    /// Units of work that threads can share: a sequence and a head.
    std::size_t items() const { return (m_offsets.size() - 1) * m_heads; }

    struct Forward
    {
        Rows<const float> query, key, value;
        float* weights = nullptr; ///< [weightCount()]
        Rows<float> context;      ///< a row a query
        std::optional<MaskRequest> dropout;
    };
    /// @p scratch grows as needed, and belongs to the calling thread.
    void forward(const Forward& work, std::size_t item, std::vector<float>& scratch) const;

    struct Backward
    {
        Rows<const float> query, key, value;
        const float* weights = nullptr;
        Rows<const float> dContext;
        Rows<float> dQuery, dKey, dValue; ///< written, not added to
        float kept = 1;                   ///< what dropout multiplied the weights by that it left
    };
    void backward(const Backward& work, std::size_t item, std::vector<float>& scratch) const;

private:
    struct Item;
    Item itemAt(std::size_t number) const;

    std::span<const std::int64_t> m_offsets;
    std::size_t m_heads;
    std::size_t m_headSize;
    bool m_firstOnly;
    std::vector<std::size_t> m_weightStart, m_groupStart; ///< a sequence, and their end
};

} // namespace lepton::nn
