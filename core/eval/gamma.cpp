// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/gamma.h"

#include <cmath>
#include <limits>

namespace lepton::eval {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// std::lgamma writes the global `signgam`, which other threads may write too; lgamma_r does not.
double logGamma(double a)
{
    int sign = 0;
    return ::lgamma_r(a, &sign);
}

/// x^a e^-x / gamma(a)
double frontFactor(double a, double x)
{
    return std::exp(a * std::log(x) - x - logGamma(a));
}

/// P(a, x) = 1 - Q(a, x)
double lowerBySeries(double a, double x)
{
    double term = 1 / a;
    double sum = term;
    for (double n = a + 1; term > sum * epsilon; ++n) {
        term *= x / n;
        sum += term;
    }
    return sum * frontFactor(a, x);
}

/// The even part of the continued fraction, by Lentz's method as Thompson and Barnett, "Coulomb and Bessel
/// functions of complex arguments and order", 1986, mend it.
double upperByFraction(double a, double x)
{
    constexpr double tiny = std::numeric_limits<double>::min() / epsilon;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double value = d;
    for (double i = 1; i < 1e6; ++i) {
        const double numerator = -i * (i - a);
        b += 2;
        d = numerator * d + b;
        d = 1 / (std::abs(d) < tiny ? tiny : d);
        c = b + numerator / c;
        c = std::abs(c) < tiny ? tiny : c;
        value *= c * d;
        if (std::abs(c * d - 1) <= epsilon)
            break;
    }
    return value * frontFactor(a, x);
}

} // namespace

double upperGamma(double a, double x)
{
    if (x <= 0)
        return 1;
    return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
}

double chiSquareTail(double statistic, double degrees)
{
    return degrees <= 0 ? 1 : upperGamma(degrees / 2, statistic / 2);
}

} // namespace lepton::eval
