// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::base {

enum class LogLevel
{
    Debug,
    Info,
    Warning,
    Error
};

/// The program's log: a rotating file in the user's cache folder and the last lines in memory, for the
/// diagnostics page. Thread-safe. Never holds the content of data sets.
class Log
{
public:
    /// Keeps the last lines in memory alone.
    Log();
    /// Also writes @p file, at most three of 1 MiB. A file that cannot be written is left out silently:
    /// a log must not stop the work.
    explicit Log(const std::filesystem::path& file);
    ~Log();

    void write(LogLevel level, std::string_view text);
    void info(std::string_view text) { write(LogLevel::Info, text); }
    void warning(std::string_view text) { write(LogLevel::Warning, text); }
    void error(std::string_view text) { write(LogLevel::Error, text); }

    /// The last lines, oldest first, each "2026-11-25T18:00:00.000Z warning text".
    std::vector<std::string> tail(std::size_t lines) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lepton::base
