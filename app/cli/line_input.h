// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lepton::cli {

/// Lines of the standard input, in blocks: as many as are there, so that a person who types gets an answer
/// after each line, and a file goes through in large pieces.
class LineInput
{
public:
    explicit LineInput(base::Cancellation interrupted)
        : m_interrupted(std::move(interrupted))
    {}

    /// The next lines, at least one, without their line feeds; the last line needs none. Empty at the end.
    /// Waits for input. @throw base::Error when it cannot be read, Cancelled when the program is interrupted
    std::vector<std::string> nextLines();

private:
    void waitForInput() const;

    base::Cancellation m_interrupted;
    std::string m_rest; ///< the beginning of a line whose end has not come yet
    bool m_ended = false;
};

/// Throws @p error anew, with the number that it gives a text of a block as the line of the input; @p before
/// lines came before the block.
[[noreturn]] void rethrowWithLine(const base::Error& error, std::int64_t before);

} // namespace lepton::cli
