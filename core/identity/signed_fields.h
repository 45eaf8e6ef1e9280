// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/identity.

#include "base/sha256.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace lepton::identity {

/// What is signed of a file: SHA-256 over @p purpose, which says what file it is, and then each field as an
/// 8-byte little-endian length and its UTF-8 bytes.
base::Sha256Digest hashOfFields(std::string_view purpose, std::initializer_list<std::string> fields);

} // namespace lepton::identity
