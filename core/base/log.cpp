// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ringbuffer_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>

namespace lepton::base {
namespace {

constexpr std::size_t linesInMemory = 1000;
constexpr std::size_t bytesAFile = std::size_t{1} << 20;
constexpr std::size_t oldFiles = 2;

spdlog::level::level_enum toSpdlog(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

} // namespace

struct Log::Impl
{
    std::shared_ptr<spdlog::sinks::ringbuffer_sink_mt> memory =
        std::make_shared<spdlog::sinks::ringbuffer_sink_mt>(linesInMemory);
    spdlog::logger logger{"lepton", memory};

    void useFormat()
    {
        logger.set_formatter(std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%S.%eZ %l %v",
                                                                         spdlog::pattern_time_type::utc, ""));
        logger.set_level(spdlog::level::debug);
        logger.flush_on(spdlog::level::warn);
    }
};

Log::Log()
    : m_impl(std::make_unique<Impl>())
{
    m_impl->useFormat();
}

Log::Log(const std::filesystem::path& file)
    : Log()
{
    try {
        m_impl->logger.sinks().push_back(
            std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), bytesAFile, oldFiles));
        m_impl->useFormat();
    } catch (const spdlog::spdlog_ex& error) {
        m_impl->logger.warn("The log file cannot be written: {}", error.what());
    }
}

Log::~Log() = default;

void Log::write(LogLevel level, std::string_view text)
{
    m_impl->logger.log(toSpdlog(level), text);
}

std::vector<std::string> Log::tail(std::size_t lines) const
{
    return m_impl->memory->last_formatted(lines);
}

} // namespace lepton::base
