// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/csv_cell.h"

#include <string_view>

namespace lepton::train {

std::string csvCell(const std::string& text)
{
    const bool isFormula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string::npos;
    std::string quoted = isFormula ? "\"'" : "\"";
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    quoted += '"';
    return isFormula || text.find_first_of(",\"\r\n") != std::string::npos ? quoted : text;
}

} // namespace lepton::train
