// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lepton::train::engine {

/// The build id that the linker left in the library or program which holds this function, in hexadecimal:
/// another one means other machine code. "unknown" where the linker left none.
std::string buildId();

} // namespace lepton::train::engine
