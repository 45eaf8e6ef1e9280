// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lepton::cli {

/// Lines of the standard input, in blocks: as many as are there, so that a person who types gets an answer
/// after each line, and a file goes through in large pieces.
class LineInput
{
public:
    /// The next lines, at least one, without their line feeds; the last line needs none. Empty at the end.
    /// Waits for input. @throw base::Error when it cannot be read
    std::vector<std::string> nextLines();

private:
    std::string m_rest; ///< the beginning of a line whose end has not come yet
    bool m_ended = false;
};

} // namespace lepton::cli
