// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/wordpiece_tokenizer.h"

#include <filesystem>

namespace lepton::text {

/// Reads and checks the WordPiece tokeniser of a model folder. @throw as loadTokenizer()
WordPieceDefinition wordPieceFromFolder(const std::filesystem::path& folder);

} // namespace lepton::text
