// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/report_html.h"

#include <string>
#include <string_view>

namespace lepton::train {

// The sections of a report file; each is a whole element.

std::string factsSection(const ReportWords& words, const ReportFile& file);
std::string scoresSection(const ReportWords& words, const ReportFile& file);
std::string tableSection(const ReportWords& words, const ReportFile& file);
std::string matrixSection(const ReportWords& words, const RunReport& report);
std::string samplesSection(const ReportWords& words, const ReportFile& file,
                           const base::Cancellation& cancellation);

/// Begins a section; the caller closes it.
std::string htmlSection(std::string_view title);
std::string htmlParagraph(std::string_view text); ///< escaped

} // namespace lepton::train
