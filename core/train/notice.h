// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lepton::train {

/// Something that was done with the data and that a person should know.
struct Notice
{
    std::string kind;    ///< a stable word: "missing_labels", "small_class", ...
    std::string message; ///< a sentence
};

} // namespace lepton::train
