// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace lepton::train {

/// Names for metrics that MLflow takes and that can be files of one folder, by the names that they have here.
/// MLflow takes letters and digits of all scripts, "_-. :" and "/", in at most 250 characters that are a
/// path in its shortest form; other characters become "_". A name that is too long, or that would be the name
/// or the folder of another one, ends with "-" and 8 digits of its SHA-256. Most names stay as they are.
std::map<std::string, std::string> mlflowKeys(std::vector<std::string> keys);

} // namespace lepton::train
