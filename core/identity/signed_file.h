// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/identity: files that a member signs and gives to others.

#include "base/sha256.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

namespace lepton::identity {

/// Of the form of all of them; each has a key of its own for it, by which it is known.
constexpr int signedFileVersion = 1;

/// None of them is larger.
constexpr std::int64_t largestSignedFile = 1 << 16;

/// What is signed: SHA-256 over @p purpose, which says what file it is, and then each field as an 8-byte
/// little-endian length and its UTF-8 bytes.
base::Sha256Digest hashOfFields(std::string_view purpose, std::initializer_list<std::string> fields);

/// @throw base::Error Exists when there is such a file
void requireNewFile(const std::filesystem::path& file);

/// @throw base::Error Exists when the file is there already
void writeSignedFile(const std::filesystem::path& file, const nlohmann::json& document);

} // namespace lepton::identity
