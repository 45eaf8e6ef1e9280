// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct UConverter;

namespace lepton::data {

/// Turns UTF-8 into another encoding, without ever putting one character for another. Not thread-safe.
class TextEncoder
{
public:
    /// @p encoding is a canonical name, see knownEncodings(). @throw Error with ErrorCode::UnknownEncoding
    explicit TextEncoder(std::string_view encoding);
    ~TextEncoder();

    bool isUtf8() const noexcept { return !m_converter; }
    /// Nothing when the encoding has no place for a character of @p text.
    std::optional<std::string> encode(std::string_view text) const;
    /// The first character of @p text that has no place, as "ž (U+017E)".
    std::string firstUnplaced(std::string_view text) const;

private:
    struct Closer
    {
        void operator()(UConverter* converter) const noexcept;
    };
    std::unique_ptr<UConverter, Closer> m_converter; ///< none for UTF-8
};

} // namespace lepton::data
