// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lepton::data {

/// A text to look for whatever the case: full case folding of the normal form C. Each thread needs its own
/// buffer.
class FoldedText
{
public:
    FoldedText() = default;
    explicit FoldedText(std::string_view text);

    /// @p buffer is for reuse from cell to cell.
    bool isIn(std::string_view cell, std::string& buffer) const;
    bool begins(std::string_view cell, std::string& buffer) const;
    bool ends(std::string_view cell, std::string& buffer) const;

private:
    std::string m_folded;
};

/// The folded form of @p text, in @p buffer or @p text itself. Bytes that are not UTF-8 do no harm.
std::string_view foldInto(std::string_view text, std::string& buffer);

} // namespace lepton::data
