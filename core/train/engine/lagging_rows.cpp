// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/lagging_rows_torch.h"

#include <algorithm>
#include <numeric>

#include <ATen/Parallel.h>
#include <sys/mman.h>

namespace lepton::train::engine {

namespace {

constexpr std::int64_t rowsAThread = 64;

/// Zeros of which the system makes pages when they are first written. Where it refuses, plain ones.
torch::Tensor zerosWhenNeeded(at::IntArrayRef shape)
{
    const auto count = c10::multiply_integers(shape);
    const auto bytes = static_cast<std::size_t>(count) * sizeof(float);
    void* const memory =
        bytes == 0 ? MAP_FAILED
                   : ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return torch::zeros(shape, torch::kFloat32);
    return torch::from_blob(
        memory, shape, [bytes](void* numbers) { ::munmap(numbers, bytes); }, torch::kFloat32);
}

} // namespace

LaggingRows::LaggingRows(const torch::Tensor& value)
    : m_value(value)
    , m_moment1(zerosWhenNeeded(value.sizes()))
    , m_moment2(zerosWhenNeeded(value.sizes()))
    , m_done(static_cast<std::size_t>(value.size(0)))
    , m_touched(static_cast<std::size_t>(value.size(0)))
{}

nn::AdamRow LaggingRows::row(std::int64_t number) const
{
    const std::int64_t width = m_value.size(1);
    const auto at = [&](const torch::Tensor& tensor) { return tensor.data_ptr<float>() + number * width; };
    nn::AdamRow row{static_cast<std::size_t>(width), at(m_value), at(m_moment1), at(m_moment2)};
    row.atRest = m_touched[static_cast<std::size_t>(number)] == 0;
    return row;
}

void LaggingRows::step(const nn::AdamStep& step, const torch::Tensor& gradient)
{
    m_steps.push_back(step);
    const torch::Tensor numbers = gradient._indices()[0].contiguous();
    const torch::Tensor values = gradient._values().contiguous();
    const auto* const rows = numbers.const_data_ptr<std::int64_t>();
    const std::span<const nn::AdamStep> steps(m_steps);
    at::parallel_for(0, numbers.size(0), rowsAThread, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            const auto number = static_cast<std::size_t>(rows[i]);
            nn::AdamRow moved = row(rows[i]);
            moved.gradient = values.const_data_ptr<float>() + i * values.size(1);
            nn::adamRow(moved, steps.subspan(m_done[number]));
            m_done[number] = static_cast<std::uint32_t>(steps.size());
            m_touched[number] = 1;
        }
    });
}

void LaggingRows::settle(const torch::Tensor& rows)
{
    const torch::Tensor flat = rows.reshape({-1}).contiguous();
    const auto* const begin = flat.const_data_ptr<std::int64_t>();
    std::vector<std::int64_t> numbers(begin, begin + flat.numel());
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end()); // no two threads at one row
    const std::span<const nn::AdamStep> steps(m_steps);
    at::parallel_for(0, std::ssize(numbers), rowsAThread, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            const std::int64_t number = numbers[static_cast<std::size_t>(i)];
            std::uint32_t& done = m_done[static_cast<std::size_t>(number)];
            if (done < steps.size())
                nn::adamRow(row(number), steps.subspan(done));
            done = static_cast<std::uint32_t>(steps.size());
        }
    });
}

void LaggingRows::settle()
{
    if (m_steps.empty())
        return;
    settle(torch::arange(m_value.size(0)));
    m_steps.clear();
    std::ranges::fill(m_done, 0U);
}

void LaggingRows::restored()
{
    m_steps.clear();
    std::ranges::fill(m_done, 0U);
    const auto isMoved = [](const torch::Tensor& moments) {
        const auto ofRows = moments.ne(0).any(1).contiguous();
        const auto* const moved = ofRows.const_data_ptr<bool>();
        return std::vector<std::uint8_t>(moved, moved + ofRows.numel());
    };
    m_touched = isMoved(m_moment1);
    const auto second = isMoved(m_moment2);
    for (std::size_t i = 0; i < m_touched.size(); ++i)
        m_touched[i] |= second[i];
}

} // namespace lepton::train::engine
