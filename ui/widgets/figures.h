// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lepton::ui {

// Figures as charts and lists write them, by the default locale of the moment.

/// A measured value: "0.402", "610.9", "2,434", "3.05e-5", "NaN", "∞".
QString figureText(double value);
/// At most @p digits significant digits; below a thousandth an exponent, as people write it: "2e-5". The same
/// in all languages.
QString scientificText(double value, int digits);

} // namespace lepton::ui
