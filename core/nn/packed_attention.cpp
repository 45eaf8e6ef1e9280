// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/packed_attention.h"

#include "nn/row_kernels.h"

#include <algorithm>
#include <cmath>

// The BLAS that LibTorch brings along: matrices column by column. Called by one thread for itself, since
// these are small.
extern "C" void sgemm_(const char* transposeA, const char* transposeB, const int* rows, const int* columns,
                       const int* inner, const float* alpha, const float* a, const int* strideA,
                       const float* b, const int* strideB, const float* beta, float* c, const int* strideC);

namespace lepton::nn {
namespace {

enum class Turn : char
{
    No = 'N',
    Yes = 'T'
};

/// c [rows, columns] = factor * a b, with rows one behind the other as everywhere in this program: what BLAS
/// takes for the transposed matrices, so it is given b and a in the other order.
void product(std::size_t rows, std::size_t columns, std::size_t inner, float factor, Rows<const float> a,
             Turn turnA, Rows<const float> b, Turn turnB, Rows<float> c)
{
    const auto number = [](std::size_t value) { return static_cast<int>(value); };
    const int m = number(columns), n = number(rows), k = number(inner);
    const int strideA = number(a.stride), strideB = number(b.stride), strideC = number(c.stride);
    const float nothing = 0;
    const char first = static_cast<char>(turnB), second = static_cast<char>(turnA);
    sgemm_(&first, &second, &m, &n, &k, &factor, b.data, &strideB, a.data, &strideA, &nothing, c.data,
           &strideC);
}

} // namespace

struct PackedAttention::Item
{
    std::size_t firstQuery, queries; ///< rows
    std::size_t firstKey, keys;
    std::size_t column; ///< of the head
    std::size_t weightStart, groupStart;
};

PackedAttention::PackedAttention(std::span<const std::int64_t> offsets, std::size_t heads,
                                 std::size_t headSize, bool firstOnly)
    : m_offsets(offsets)
    , m_heads(heads)
    , m_headSize(headSize)
    , m_firstOnly(firstOnly)
    , m_weightStart{0}
    , m_groupStart{0}
{
    for (std::size_t sequence = 0; sequence + 1 < offsets.size(); ++sequence) {
        const auto keys = static_cast<std::size_t>(offsets[sequence + 1] - offsets[sequence]);
        const std::size_t weights = (firstOnly ? 1 : keys) * keys;
        m_weightStart.push_back(m_weightStart.back() + heads * weights);
        m_groupStart.push_back(m_groupStart.back() + heads * maskGroups(weights));
    }
}

PackedAttention::Item PackedAttention::itemAt(std::size_t number) const
{
    const std::size_t sequence = number / m_heads;
    const std::size_t head = number % m_heads;
    Item item{};
    item.firstKey = static_cast<std::size_t>(m_offsets[sequence]);
    item.keys = static_cast<std::size_t>(m_offsets[sequence + 1]) - item.firstKey;
    item.firstQuery = m_firstOnly ? sequence : item.firstKey;
    item.queries = m_firstOnly ? 1 : item.keys;
    item.column = head * m_headSize;
    item.weightStart = m_weightStart[sequence] + head * item.queries * item.keys;
    item.groupStart = m_groupStart[sequence] + head * maskGroups(item.queries * item.keys);
    return item;
}

void PackedAttention::forward(const Forward& work, std::size_t number, std::vector<float>& scratch) const
{
    const Item item = itemAt(number);
    const auto part = [&item](const auto& rows, std::size_t first) {
        return decltype(rows){rows.at(first, item.column), rows.stride};
    };
    scratch.resize(std::max(scratch.size(), item.queries * item.keys));
    float* const scores = work.weights + item.weightStart;
    const auto scale = static_cast<float>(1 / std::sqrt(static_cast<double>(m_headSize)));
    product(item.queries, item.keys, m_headSize, scale, part(work.query, item.firstQuery), Turn::No,
            part(work.key, item.firstKey), Turn::Yes, {scores, item.keys});
    SoftmaxDrop softmax{item.keys, scores, scratch.data(), work.dropout};
    if (softmax.dropout)
        softmax.dropout->block += item.groupStart * maskGroupBlocks;
    softmaxDrop(softmax, item.queries);
    product(item.queries, m_headSize, item.keys, 1, {scratch.data(), item.keys}, Turn::No,
            part(work.value, item.firstKey), Turn::No, part(work.context, item.firstQuery));
}

void PackedAttention::backward(const Backward& work, std::size_t number, std::vector<float>& scratch) const
{
    const Item item = itemAt(number);
    const auto part = [&item](const auto& rows, std::size_t first) {
        return decltype(rows){rows.at(first, item.column), rows.stride};
    };
    const std::size_t count = item.queries * item.keys;
    scratch.resize(std::max(scratch.size(), 2 * count));
    float* const gradient = scratch.data();
    float* const weights = scratch.data() + count;
    const auto dContext = part(work.dContext, item.firstQuery);
    product(item.queries, item.keys, m_headSize, 1, dContext, Turn::No, part(work.value, item.firstKey),
            Turn::Yes, {gradient, item.keys});
    softmaxDropBack({item.keys, work.weights + item.weightStart, work.kept, gradient, weights}, item.queries);
    product(item.keys, m_headSize, item.queries, 1, {weights, item.keys}, Turn::Yes, dContext, Turn::No,
            part(work.dValue, item.firstKey));
    const auto scale = static_cast<float>(1 / std::sqrt(static_cast<double>(m_headSize)));
    product(item.queries, m_headSize, item.keys, scale, {gradient, item.keys}, Turn::No,
            part(work.key, item.firstKey), Turn::No, part(work.dQuery, item.firstQuery));
    product(item.keys, m_headSize, item.queries, scale, {gradient, item.keys}, Turn::Yes,
            part(work.query, item.firstQuery), Turn::No, part(work.dKey, item.firstKey));
}

} // namespace lepton::nn
