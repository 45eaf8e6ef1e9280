// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace lepton::eval {

/// The sum in the order in which NumPy adds (pairwise over blocks of 128, eight partial sums in each), so
/// that an average has the very bits of scikit-learn's and rounds to the same printed digit.
double pairwiseSum(std::span<const double> values) noexcept;

/// pairwiseSum() over the count; NaN for no values.
double mean(std::span<const double> values) noexcept;

} // namespace lepton::eval
