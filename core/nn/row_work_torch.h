// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/nn: work on the rows of float32 tensors on the CPU, from several threads.

#include "nn/packed_attention.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <ATen/Parallel.h>
#include <torch/types.h>

namespace lepton::nn {

/// Rows whose sums one thread adds up before they are added to those of others: always so many, so that the
/// result does not depend on the number of threads.
inline constexpr std::int64_t chunkRows = 48;

inline float* numbersOf(const torch::Tensor& tensor)
{
    return tensor.data_ptr<float>();
}

/// Columns of [rows, width] from @p column on.
inline Rows<float> columns(const torch::Tensor& tensor, std::int64_t column = 0)
{
    return {numbersOf(tensor) + column, static_cast<std::size_t>(tensor.size(1))};
}

inline Rows<const float> readOnly(const Rows<float>& rows)
{
    return {rows.data, rows.stride};
}

/// Calls work(first, last) for stretches of @p rows rows, from several threads.
template <class Work>
void overRows(std::int64_t rows, const Work& work)
{
    at::parallel_for(0, rows, chunkRows, [&](std::int64_t first, std::int64_t last) {
        work(static_cast<std::size_t>(first), static_cast<std::size_t>(last));
    });
}

/// Calls work(first, last, sums) likewise, and gives [sums, width]: what was added to the rows of sums.
template <class Work>
torch::Tensor summedOverRows(std::int64_t rows, std::int64_t sums, std::int64_t width, const Work& work)
{
    const std::int64_t chunks = (rows - 1) / chunkRows + 1;
    const torch::Tensor partial = torch::zeros({chunks, sums, width});
    float* const numbers = numbersOf(partial);
    at::parallel_for(0, chunks, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t chunk = begin; chunk < end; ++chunk)
            work(static_cast<std::size_t>(chunk * chunkRows),
                 static_cast<std::size_t>(std::min((chunk + 1) * chunkRows, rows)),
                 numbers + chunk * sums * width);
    });
    return partial.sum(0);
}

/// Calls work(item, scratch) for each of @p items, dealt out to the threads in turn: batches are sorted by
/// length, and the longest sequences take by far the most time.
template <class Work>
void dealtOut(std::size_t items, const Work& work)
{
    const auto hands = static_cast<std::int64_t>(at::get_num_threads());
    at::parallel_for(0, hands, 1, [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> scratch;
        for (std::int64_t hand = begin; hand < end; ++hand) {
            for (auto item = static_cast<std::size_t>(hand); item < items;
                 item += static_cast<std::size_t>(hands))
                work(item, scratch);
        }
    });
}

} // namespace lepton::nn
