// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/importer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::data {

/// The encoding in which a file will be read, and the others in which it could be.
struct EncodingChoice
{
    std::string encoding; ///< canonical
    std::vector<EncodingReading> readings;
    std::vector<Notice> notices;
};

/// What to do where several encodings fit equally well.
enum class WhenUnclear
{
    Refuse,
    TakeFirst
};

/// By what the person states, a byte order mark, UTF-8 validity, zeros of UTF-16, and then by which encoding
/// of East Asia gives text that a person would write. Text that may be of any single-byte encoding stays
/// "utf-8": its first bad byte is then refused with its place, since a wrong guess would alter the data
/// without a word.
/// @throw Error with UnknownEncoding when @p stated is no encoding, or several fit equally well.
EncodingChoice chooseEncoding(std::string_view head, const std::optional<std::string>& stated,
                              WhenUnclear unclear = WhenUnclear::Refuse);

/// So many bytes of a file decide how its fields are told apart.
inline constexpr std::size_t sampleBytes = std::size_t{64} << 10;

/// @p head as UTF-8, what cannot be decoded as U+FFFD, without a byte order mark; at most
/// sampleBytes of it.
std::string decodeSample(std::string_view head, const std::string& encoding);

} // namespace lepton::data
