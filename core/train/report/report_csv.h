// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lepton::train {

class RunReport;

/// The classification report as comma-separated text with a header: a row a class, then accuracy (under F1,
/// as scikit-learn prints it) and the averages, figures in full. A figure that is no number is empty.
std::string reportCsv(const RunReport& report);

} // namespace lepton::train
