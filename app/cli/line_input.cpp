// SPDX-License-Identifier: GPL-3.0-or-later
#include "line_input.h"

#include <fmt/format.h>

#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace lepton::cli {

void LineInput::waitForInput() const
{
    constexpr int interval = 50; // ms
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    do {
        m_interrupted.throwIfRequested();
    } while (::poll(&input, 1, interval) == 0);
}

std::vector<std::string> LineInput::nextLines()
{
    constexpr std::size_t blockBytes = std::size_t{1} << 20;
    std::vector<std::string> lines;
    std::string block(blockBytes, '\0');
    while (lines.empty() && !m_ended) {
        waitForInput();
        const ssize_t count = ::read(STDIN_FILENO, block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw base::errorFromErrno(errno, "read", "the standard input");
        if (count == 0) {
            m_ended = true;
            if (!m_rest.empty())
                lines.push_back(std::move(m_rest));
            break;
        }
        std::size_t begin = 0;
        const std::string_view read(block.data(), static_cast<std::size_t>(count));
        for (std::size_t end = read.find('\n'); end != std::string_view::npos; end = read.find('\n', begin)) {
            lines.push_back(m_rest.append(read.substr(begin, end - begin)));
            m_rest.clear();
            begin = end + 1;
        }
        m_rest.append(read.substr(begin));
    }
    return lines;
}

void rethrowWithLine(const base::Error& error, std::int64_t before)
{
    if (!error.place().row)
        throw error;
    const std::string numbered = fmt::format("Text {}: ", *error.place().row);
    std::string message = error.message();
    if (message.starts_with(numbered))
        message.erase(0, numbered.size());
    base::ErrorPlace place = error.place();
    place.line = before + *place.row;
    place.row.reset();
    throw base::Error(error.code(), fmt::format("Line {}: {}", *place.line, message), place, error.detail());
}

} // namespace lepton::cli
