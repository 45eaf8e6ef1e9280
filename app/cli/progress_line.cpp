// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress_line.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>

#include <unistd.h>

namespace lepton::cli {
namespace {

constexpr const char* clearLine = "\r\x1b[K";
constexpr int secondsPerMinute = 60;

std::string durationText(double seconds)
{
    const auto whole = static_cast<long>(std::ceil(seconds));
    if (whole < secondsPerMinute)
        return fmt::format("{} s", whole);
    return fmt::format("{} min {} s", whole / secondsPerMinute, whole % secondsPerMinute);
}

} // namespace

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
        text += fmt::format(", {} left", durationText(*state.secondsLeft));
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
