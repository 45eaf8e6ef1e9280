// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/kolmogorov_smirnov.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

namespace lepton::eval {
namespace {

using std::numbers::pi;

constexpr std::size_t mostExactValues = 10'000;

std::vector<double> sorted(std::span<const double> values)
{
    if (values.empty())
        throw base::Error(
            base::ErrorCode::InvalidArgument,
            "One of the two samples is empty. Choose data with at least one value on both sides.");
    if (std::ranges::any_of(values, [](double value) { return std::isnan(value); }))
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "A sample holds a value that is not a number. Leave out missing values first.");
    std::vector<double> result(values.begin(), values.end());
    std::ranges::sort(result);
    return result;
}

/// The largest distance between the empirical distributions, in units of 1 / lcm of the sizes.
std::int64_t largestDistance(std::span<const double> a, std::span<const double> b)
{
    const auto common = static_cast<std::int64_t>(std::gcd(a.size(), b.size()));
    const std::int64_t stepA = static_cast<std::int64_t>(b.size()) / common;
    const std::int64_t stepB = static_cast<std::int64_t>(a.size()) / common;
    std::int64_t distance = 0;
    std::int64_t largest = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        const double value = std::min(a[i], b[j]);
        for (; i < a.size() && a[i] == value; ++i)
            distance += stepA;
        for (; j < b.size() && b[j] == value; ++j)
            distance -= stepB;
        largest = std::max(largest, std::abs(distance));
    }
    return largest;
}

/// Smirnov's chance that the one-sided distance is at least d, summed over all n (1 - d) terms, or for very
/// large n by the approximation of Maag and Dicaire, "On Kolmogorov-Smirnov type one-sample statistics",
/// 1971.
double oneSidedTail(double d, double n)
{
    constexpr double mostTerms = 100'000;
    if (n > mostTerms)
        return std::exp(-(6 * n * d + 1) * (6 * n * d + 1) / (18 * n));
    std::vector<double> logFactorials{0};
    for (double i = 1; i <= n; ++i)
        logFactorials.push_back(logFactorials.back() + std::log(i));
    const auto whole = static_cast<std::size_t>(n);
    double sum = 0;
    for (std::size_t j = 0; j <= whole; ++j) {
        const double share = d + static_cast<double>(j) / n;
        if (share >= 1)
            break;
        sum += std::exp(logFactorials[whole] - logFactorials[j] - logFactorials[whole - j] +
                        (static_cast<double>(j) - 1) * std::log(share) +
                        static_cast<double>(whole - j) * std::log1p(-share));
    }
    return d * sum;
}

/// Pelz and Good's four terms for z = sqrt(n) d, in the form that Simard and L'Ecuyer print.
double lowerTailByExpansion(double z, double n)
{
    constexpr int terms = 20;
    const double z2 = z * z;
    const double z4 = z2 * z2;
    const double z6 = z4 * z2;
    const double z8 = z4 * z4;
    double k0 = 0, k1 = 0, k2 = 0, k2Even = 0, k3 = 0, k3Even = 0;
    for (int k = 0; k < terms; ++k) {
        const double h = pi * pi * (k + 0.5) * (k + 0.5); // the terms of k and of -k - 1 are equal
        const double weight = 2 * std::exp(-h / (2 * z2));
        k0 += weight;
        k1 += weight * (h - z2);
        k2 += weight * ((6 * z6 + 2 * z4) + h * (2 * z4 - 5 * z2) + h * h * (1 - 2 * z2));
        k3 += weight * (h * h * h * (5 - 30 * z2) + h * h * (-60 * z2 + 212 * z4) + h * (135 * z4 - 96 * z6) -
                        (30 * z6 + 90 * z8));
        const double e = pi * pi * k * k;
        const double weightEven = 2 * std::exp(-e / (2 * z2)); // of k and -k; both are nothing for k = 0
        k2Even += weightEven * e;
        k3Even += weightEven * (-e * e + 3 * e * z2);
    }
    const double root = std::sqrt(pi / 2);
    return root / z * k0 + root / (6 * z4) * k1 / std::sqrt(n) +
           (root / (72 * z6 * z) * k2 - root / (36 * z2 * z) * k2Even) / n +
           (root / (6480 * z8 * z2) * k3 + root / (216 * z6) * k3Even) / (n * std::sqrt(n));
}

} // namespace

double exactPValue(std::int64_t m, std::int64_t n, std::int64_t distance)
{
    if (distance <= 0)
        return 1;
    const std::int64_t common = std::gcd(m, n);
    const std::int64_t stepM = n / common;
    const std::int64_t stepN = m / common;
    // share[j]: of all paths to (i, j), those that have left the band |i stepM - j stepN| < distance. Its
    // ends only move up, so that cells above it are still 1 and those below it are not looked at again.
    std::vector<double> share(static_cast<std::size_t>(n) + 1, 1.0);
    for (std::int64_t i = 0; i <= m; ++i) {
        // The band in row i: first <= j <= last.
        const std::int64_t above = i * stepM - distance;
        const std::int64_t first = above < 0 ? 0 : above / stepN + 1;
        const std::int64_t last = std::min(n, (i * stepM + distance - 1) / stepN);
        double left = 1; // the cell before, outside the band
        for (std::int64_t j = first; j <= last; ++j) {
            double& cell = share[static_cast<std::size_t>(j)];
            if (i == 0 && j == 0) {
                cell = 0;
            } else {
                // A path comes from the left with chance j / (i + j), else from the row before.
                const auto both = static_cast<double>(i + j);
                cell = left * (static_cast<double>(j) / both) + cell * (static_cast<double>(i) / both);
            }
            left = cell;
        }
    }
    return std::min(share[static_cast<std::size_t>(n)], 1.0);
}

double oneSampleTail(double statistic, double n)
{
    constexpr double tailBegins = 2.2; // of n d^2
    if (statistic <= 0)
        return 1;
    if (statistic >= 1)
        return 0;
    const double z2 = n * statistic * statistic;
    const double tail =
        z2 < tailBegins ? 1 - lowerTailByExpansion(std::sqrt(z2), n) : 2 * oneSidedTail(statistic, n);
    return std::clamp(tail, 0.0, 1.0);
}

KolmogorovSmirnov kolmogorovSmirnov(std::span<const double> reference, std::span<const double> current)
{
    const std::vector<double> a = sorted(reference);
    const std::vector<double> b = sorted(current);
    const auto m = static_cast<std::int64_t>(a.size());
    const auto n = static_cast<std::int64_t>(b.size());
    const std::int64_t distance = largestDistance(a, b);
    KolmogorovSmirnov result;
    result.statistic =
        static_cast<double>(distance) /
        (static_cast<double>(m) * (static_cast<double>(n) / static_cast<double>(std::gcd(m, n))));
    if (std::max(a.size(), b.size()) <= mostExactValues) {
        result.pValue = exactPValue(m, n, distance);
    } else {
        const double both = static_cast<double>(m) + static_cast<double>(n);
        result.pValue = oneSampleTail(result.statistic,
                                      std::nearbyint(static_cast<double>(m) * static_cast<double>(n) / both));
        result.method = PValueMethod::Asymptotic;
    }
    return result;
}

} // namespace lepton::eval
