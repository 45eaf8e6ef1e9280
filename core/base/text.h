// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lepton::base {

/// The offset of the first byte that is not part of valid UTF-8 (no surrogates, no overlong forms, at most
/// U+10FFFF), or nothing when all of @p text is valid.
std::optional<std::size_t> firstInvalidUtf8(std::string_view text) noexcept;

/// Code points in valid UTF-8.
std::size_t codePointCount(std::string_view text) noexcept;

/// The first @p count code points of valid UTF-8.
std::string_view firstCodePoints(std::string_view text, std::size_t count) noexcept;

/// Unicode normalisation form C. @throw Error with ErrorCode::InvalidArgument when @p text is not UTF-8.
std::string toNfc(std::string_view text);

/// Full case folding of the NFC form: two names are the same when their keys are equal.
std::string caseFoldKey(std::string_view text);

/// The NFC form of @p name, checked by the rules for names of things: 1 to 120 code points, no control
/// characters, no '/' or '@', no blanks at the ends. @p what names the thing in the sentence ("data set").
/// @throw Error with ErrorCode::InvalidArgument
std::string checkedName(std::string_view name, std::string_view what);

} // namespace lepton::base
