// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <unistd.h>

namespace lepton::cli {
namespace {

constexpr const char* clearLine = "\r\x1b[K";
constexpr long minute = 60, hour = 60 * minute;
constexpr long clockUntil = 10 * minute; ///< told to the second until then

} // namespace

std::string timeLeftText(double seconds)
{
    const long whole = std::lround(std::ceil(std::max(seconds, 0.0)));
    if (whole < clockUntil)
        return fmt::format("{}:{:02} left", whole / minute, whole % minute);
    const long minutes = (whole + minute / 2) / minute;
    if (minutes * minute < hour)
        return fmt::format("about {} min left", minutes);
    return fmt::format("about {} h {} min left", minutes * minute / hour, minutes % (hour / minute));
}

ProgressLine::ProgressLine()
    : m_terminal(::isatty(STDERR_FILENO) == 1)
{}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(const base::ProgressState& state)
{
    std::string text = state.phase;
    if (const auto share = state.share())
        text += fmt::format(" {} %", static_cast<int>(*share * 100));
    if (state.secondsLeft)
        text += ", " + timeLeftText(*state.secondsLeft);
    show(text);
}

void ProgressLine::show(const std::string& text)
{
    const std::lock_guard lock(m_mutex);
    if (!m_terminal)
        return;
    std::fprintf(stderr, "%s%s", clearLine, text.c_str());
    std::fflush(stderr);
    m_shown = true;
}

void ProgressLine::clear()
{
    const std::lock_guard lock(m_mutex);
    if (!m_shown)
        return;
    std::fputs(clearLine, stderr);
    std::fflush(stderr);
    m_shown = false;
}

} // namespace lepton::cli
