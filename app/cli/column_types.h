// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/schema.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::cli {

/// Parts @p list at commas, except inside parentheses and double quotes; a quote inside quotes is doubled.
/// Blanks stay as they are. An empty list has no parts.
std::vector<std::string> splitList(std::string_view list);

/// "id=text,price=decimal(10,2),when=timestamp": the types that a person states. @throw UsageError
std::map<std::string, data::Column> parseColumnTypes(const std::vector<std::string>& lists);

/// ",", ";", "\t" or "tab": one character. @throw UsageError
char parseDelimiter(std::string_view text);

} // namespace lepton::cli
