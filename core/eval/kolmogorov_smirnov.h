// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace lepton::eval {

/// How a p-value was found.
enum class PValueMethod
{
    Exact,
    Asymptotic
};

/// The two-sample Kolmogorov-Smirnov test, two-sided.
struct KolmogorovSmirnov
{
    double statistic = 0; ///< the largest distance between the two empirical distributions, 0 to 1
    double pValue = 1;
    PValueMethod method = PValueMethod::Exact;
};

/// Exact up to 10,000 values a side, else asymptotic, as scipy.stats.ks_2samp chooses.
/// @throw base::Error InvalidArgument when a sample is empty or holds a NaN.
KolmogorovSmirnov kolmogorovSmirnov(std::span<const double> reference, std::span<const double> current);

/// The chance that two samples of one continuous distribution, of @p m and @p n values, lie at least
/// @p distance / lcm(m, n) apart: the share of lattice paths that leave a band, by a recursion over shares
/// alone, after Viehmann, "Numerically more stable computation of the p-values for the two-sample
/// Kolmogorov-Smirnov test", 2021. Takes time for m times n times the distance.
double exactPValue(std::int64_t m, std::int64_t n, std::int64_t distance);

/// The chance that @p n values lie at least @p statistic from their own continuous distribution, for large n:
/// the expansion of Pelz and Good, "Approximating the lower tail-areas of the Kolmogorov-Smirnov one-sample
/// statistic", 1976, and in the upper tail twice Smirnov's one-sided chance, as Simard and L'Ecuyer,
/// "Computing the two-sided Kolmogorov-Smirnov distribution", 2011, advise. Absolute error below 1e-7 from n
/// = 1,000 on.
double oneSampleTail(double statistic, double n);

} // namespace lepton::eval
