// SPDX-License-Identifier: GPL-3.0-or-later
#include "line_input.h"

#include "base/error.h"

#include <cerrno>

#include <unistd.h>

namespace lepton::cli {

std::vector<std::string> LineInput::nextLines()
{
    constexpr std::size_t blockBytes = std::size_t{1} << 20;
    std::vector<std::string> lines;
    std::string block(blockBytes, '\0');
    while (lines.empty() && !m_ended) {
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

} // namespace lepton::cli
