// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <string_view>

namespace lepton::data {

/// The most likely delimiter of @p text, the beginning of a file: comma, semicolon, tab or bar; the one by
/// which most records have as many fields as the header. @p whole: the file ends with it.
char detectDelimiter(std::string_view text, char quote, bool whole);

} // namespace lepton::data
