// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lepton::ui {

// Spans of time as the whole window writes them, in its language. What was measured is told to the second,
// what is estimated no finer than it is known. Negative seconds count as none; @p seconds is a number.

/// What was measured: "7:17", "1:02:09".
QString durationText(double seconds);
/// What is estimated: "about 40 s", "about 49 min", "about 3 h 25 min", "about 2 days 3 h".
QString aboutDurationText(double seconds);
/// "5:08 left"; from ten minutes on "about 49 min left", "about 3 h 25 min left".
QString timeLeftText(double seconds);

} // namespace lepton::ui
