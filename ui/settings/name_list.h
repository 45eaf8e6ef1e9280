// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace lepton::ui {

/// Names in one line, parted by semicolons. A name that holds a semicolon or a quotation mark stands in
/// quotation marks, those in it doubled, as in delimited text.
QString joinNames(const std::vector<std::string>& names);
/// The names in @p line, without blanks around them; empty ones are left out. A quotation mark that is not
/// closed reaches to the end.
std::vector<std::string> splitNames(const QString& line);

} // namespace lepton::ui
