// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lepton::train {

/// A cell by RFC 4180. One that a spreadsheet would take for a formula begins with an apostrophe.
std::string csvCell(const std::string& text);

} // namespace lepton::train
