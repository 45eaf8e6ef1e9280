// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lepton::eval {

/// The regularised upper incomplete gamma function Q(a, x) for a > 0, x >= 0: by the power series DLMF 8.11.4
/// below x = a + 1, else by the continued fraction DLMF 8.9.2. Relative error about 1e-14 times a's size in
/// digits.
double upperGamma(double a, double x);

/// The chance that a chi-square variable with @p degrees degrees of freedom exceeds @p statistic (DLMF 8.2.4
/// with a = degrees / 2); 1 for no degrees.
double chiSquareTail(double statistic, double degrees);

} // namespace lepton::eval
