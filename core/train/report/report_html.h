// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/report_words.h"
#include "train/run_store.h"

#include <cstddef>
#include <optional>
#include <string>

namespace lepton::train {

/// What a report file is made of.
struct ReportFile
{
    const Run& run;
    const RunReport& report;
    /// An earlier run that was tested on the same rows.
    struct Earlier
    {
        std::string name;
        const RunReport* report = nullptr; ///< never null
    };
    std::optional<Earlier> earlier{};
    ReportLanguage language = ReportLanguage::English;
    std::size_t samples =
        100; ///< mispredicted rows whose texts are written; 0 writes no text of the data set
    std::string programVersion{};
};

/// The whole report as one HTML document: no script, nothing that is fetched, light and dark by what the
/// reader prefers. Everything that comes from data is escaped.
/// @throw base::Error Damaged or Cancelled, as RunReport
std::string reportHtml(const ReportFile& file, const base::Cancellation& cancellation);

} // namespace lepton::train
