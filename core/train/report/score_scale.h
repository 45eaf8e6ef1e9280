// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How scores are judged where they are drawn or written, in a window as in a file.

#include <cmath>

namespace lepton::train {

/// The bands that bars of scores have a colour each for.
enum class ScoreBand
{
    Good,
    Fair,
    Poor
};
constexpr ScoreBand bandOf(double score) noexcept
{
    constexpr double goodFrom = 0.85;
    constexpr double fairFrom = 0.75;
    return score >= goodFrom ? ScoreBand::Good : score >= fairFrom ? ScoreBand::Fair : ScoreBand::Poor;
}

/// Whether the three digits of a score show that it changed by @p change.
inline bool isVisibleChange(double change) noexcept
{
    constexpr double halfOfLastDigit = 0.0005;
    return !(std::abs(change) < halfOfLastDigit);
}

} // namespace lepton::train
