// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/number_summary.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lepton::data {

namespace {

constexpr std::int64_t shownBins = 24;

/// Floor of bin / 2^shift for any shift.
std::int64_t coarser(std::int64_t bin, int shift)
{
    return bin >> std::min(shift, 63);
}

} // namespace

int AdaptiveHistogram::widthFor(double low, double high, int atLeast) const
{
    // Narrower than the spacing of doubles around the numbers would make bin numbers that no integer holds.
    const double largest = std::max(std::abs(low), std::abs(high));
    int exponent = std::max(atLeast, -1000);
    if (largest > 0)
        exponent = std::max(exponent, std::ilogb(largest) - 52);
    if (m_wholeNumbers)
        exponent = std::max(exponent, 0);
    const double range = high - low;
    if (range > 0 && std::isfinite(range))
        exponent = std::max(exponent, std::ilogb(range) - 10);
    while (std::floor(std::ldexp(high, -exponent)) - std::floor(std::ldexp(low, -exponent)) >=
           double(binCount))
        ++exponent;
    return exponent;
}

void AdaptiveHistogram::cover(double low, double high)
{
    const auto binOf = [](double value, int exponent) {
        return static_cast<std::int64_t>(std::floor(std::ldexp(value, -exponent)));
    };
    if (m_counts.empty()) {
        m_counts.assign(static_cast<std::size_t>(binCount), 0);
        m_exponent = widthFor(low, high, -1000);
        m_inverse = std::ldexp(1.0, -m_exponent);
        m_first = binOf(low, m_exponent);
        return;
    }
    if (binOf(low, m_exponent) >= m_first && binOf(high, m_exponent) < m_first + binCount)
        return;

    // The filled bins have to fit beside the new numbers.
    const auto filled = [](std::int64_t count) { return count != 0; };
    const auto begin = std::find_if(m_counts.begin(), m_counts.end(), filled);
    const auto end = std::find_if(m_counts.rbegin(), m_counts.rend(), filled).base();
    const std::int64_t firstFilled = m_first + (begin - m_counts.begin());
    const std::int64_t lastFilled = m_first + (end - m_counts.begin()) - 1;
    const double all[] = {low, std::ldexp(double(firstFilled), m_exponent)};
    const double top[] = {high, std::ldexp(double(lastFilled), m_exponent)};
    const int exponent =
        widthFor(*std::min_element(all, all + 2), *std::max_element(top, top + 2), m_exponent);
    const int shift = exponent - m_exponent;

    std::vector<std::int64_t> counts(static_cast<std::size_t>(binCount), 0);
    const std::int64_t first = std::min(binOf(low, exponent), coarser(firstFilled, shift));
    for (std::int64_t bin = firstFilled; bin <= lastFilled; ++bin) {
        const std::int64_t place = std::clamp<std::int64_t>(coarser(bin, shift) - first, 0, binCount - 1);
        counts[static_cast<std::size_t>(place)] += m_counts[static_cast<std::size_t>(bin - m_first)];
    }
    m_counts = std::move(counts);
    m_first = first;
    m_exponent = exponent;
    m_inverse = std::ldexp(1.0, -exponent);
}

void AdaptiveHistogram::add(std::span<const double> values, double low, double high)
{
    cover(low, high);
    for (const double value : values) {
        const auto bin = static_cast<std::int64_t>(std::floor(value * m_inverse)) - m_first;
        ++m_counts[static_cast<std::size_t>(std::clamp<std::int64_t>(bin, 0, binCount - 1))];
    }
}

Histogram AdaptiveHistogram::histogram() const
{
    Histogram result;
    const auto filled = [](std::int64_t count) { return count != 0; };
    const auto begin = std::find_if(m_counts.begin(), m_counts.end(), filled);
    if (begin == m_counts.end())
        return result;
    const auto end = std::find_if(m_counts.rbegin(), m_counts.rend(), filled).base();
    const std::int64_t firstFilled = m_first + (begin - m_counts.begin());
    const std::int64_t lastFilled = m_first + (end - m_counts.begin()) - 1;
    int shift = 0;
    while (coarser(lastFilled, shift) - coarser(firstFilled, shift) >= shownBins)
        ++shift;
    const std::int64_t first = coarser(firstFilled, shift);
    const std::int64_t last = coarser(lastFilled, shift);
    result.low = std::ldexp(double(first), m_exponent + shift);
    result.high = std::ldexp(double(last + 1), m_exponent + shift);
    if (!std::isfinite(result.low) || !std::isfinite(result.high))
        return {};
    result.counts.assign(static_cast<std::size_t>(last - first + 1), 0);
    for (std::int64_t bin = firstFilled; bin <= lastFilled; ++bin)
        result.counts[static_cast<std::size_t>(coarser(bin, shift) - first)] +=
            m_counts[static_cast<std::size_t>(bin - m_first)];
    return result;
}

NumberSummary::NumberSummary(bool wholeNumbers, std::size_t sampleLimit)
    : m_histogram(wholeNumbers)
    , m_sampleLimit(sampleLimit)
{}

void NumberSummary::add(std::span<const double> values)
{
    if (values.empty())
        return;
    double low = values[0];
    double high = values[0];
    for (const double value : values) {
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    m_minimum = m_count == 0 ? low : std::min(m_minimum, low);
    m_maximum = m_count == 0 ? high : std::max(m_maximum, high);
    m_histogram.add(values, low, high);
    addToSample(values);
    addMoments(values);
}

// Moments of the block about its own mean, then merged (Chan, Golub and LeVeque; Pébay for the third): stable
// where sums of powers cancel.
void NumberSummary::addMoments(std::span<const double> values)
{
    const auto n = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values)
        sum += value;
    const double mean = sum / n;
    double m2 = 0;
    double m3 = 0;
    for (const double value : values) {
        const double deviation = value - mean;
        const double square = deviation * deviation;
        m2 += square;
        m3 += square * deviation;
    }
    const auto before = static_cast<double>(m_count);
    const double total = before + n;
    const double delta = mean - m_mean;
    m_m3 += m3 + delta * delta * delta * before * n * (before - n) / (total * total) +
            3 * delta * (before * m2 - n * m_m2) / total;
    m_m2 += m2 + delta * delta * before * n / total;
    m_mean += delta * n / total;
    m_count += static_cast<std::int64_t>(values.size());
}

double NumberSummary::nextRandom()
{
    m_random += 0x9e3779b97f4a7c15;
    std::uint64_t z = m_random;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    z ^= z >> 31;
    return (static_cast<double>(z >> 11) + 0.5) * 0x1p-53;
}

// Reservoir sampling that draws how many numbers to pass over (Li's algorithm L).
void NumberSummary::planNextPick()
{
    m_weight *= std::exp(std::log(nextRandom()) / static_cast<double>(m_sampleLimit));
    const double skip = std::floor(std::log(nextRandom()) / std::log1p(-m_weight));
    m_nextPick += 1 + static_cast<std::int64_t>(std::min(skip, 1e15));
}

void NumberSummary::addToSample(std::span<const double> values)
{
    if (m_sample.size() < m_sampleLimit) {
        const auto taken = std::min(values.size(), m_sampleLimit - m_sample.size());
        m_sample.insert(m_sample.end(), values.begin(), values.begin() + static_cast<std::ptrdiff_t>(taken));
        if (m_sample.size() < m_sampleLimit)
            return;
        m_nextPick = static_cast<std::int64_t>(m_sampleLimit) - 1;
        planNextPick();
    }
    const auto end = m_count + static_cast<std::int64_t>(values.size());
    while (m_nextPick < end) {
        const auto slot = static_cast<std::size_t>(nextRandom() * static_cast<double>(m_sampleLimit));
        m_sample[std::min(slot, m_sampleLimit - 1)] = values[static_cast<std::size_t>(m_nextPick - m_count)];
        planNextPick();
    }
}

void NumberSummary::fill(ColumnProfile& profile) const
{
    if (m_count == 0)
        return;
    const auto known = [](double value) {
        return std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
    };
    const auto n = static_cast<double>(m_count);
    profile.minimum = m_minimum;
    profile.maximum = m_maximum;
    profile.mean = known(m_mean);
    if (m_count > 1)
        profile.standardDeviation = known(std::sqrt(m_m2 / (n - 1)));
    if (m_count > 2 && m_m2 > 0)
        profile.skewness = known(std::sqrt(n * (n - 1)) / (n - 2) * (m_m3 / n) / std::pow(m_m2 / n, 1.5));

    std::vector<double> sorted = m_sample;
    std::sort(sorted.begin(), sorted.end());
    for (const double rank : quantileRanks) {
        const double position = rank * static_cast<double>(sorted.size() - 1);
        const auto below = static_cast<std::size_t>(position);
        const std::size_t above = std::min(below + 1, sorted.size() - 1);
        const double share = position - static_cast<double>(below);
        profile.quantiles.push_back(sorted[below] * (1 - share) + sorted[above] * share);
    }
    profile.histogram = m_histogram.histogram();
}

} // namespace lepton::data
