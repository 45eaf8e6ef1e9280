// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <mutex>
#include <string>

namespace lepton::cli {

/// "5:08 left", "about 49 min left", "about 3 h 25 min left".
std::string timeLeftText(double seconds);

/// One line on standard error that shows how far the work is, on a terminal alone. Thread-safe.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const base::ProgressState& state);
    /// Shows @p text instead.
    void show(const std::string& text);
    void clear();

private:
    std::mutex m_mutex;
    bool m_terminal;
    bool m_shown = false;
};

} // namespace lepton::cli
