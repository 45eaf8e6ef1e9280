// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/importer.h"

#include <string>
#include <string_view>

namespace lepton::data {

/// How the text of the file is stored, for the words of a sentence.
struct StoredAs
{
    std::string encoding = "utf-8";
    std::string compression;
};

/// The sentence for a record that cannot be read, naming row, line, column and byte as far as @p place has
/// them.
std::string badRowMessage(base::ErrorCode kind, const base::ErrorPlace& place, const StoredAs& stored);

/// The error that stops an import at @p row.
base::Error errorFor(const BadRow& row);

} // namespace lepton::data
