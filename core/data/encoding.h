// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: the encodings of text, by ICU's converters.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct UConverter;

namespace lepton::data {

/// The byte order mark in UTF-8.
inline constexpr std::string_view utf8ByteOrderMark = "\xEF\xBB\xBF";

/// Bytes that mean nothing in the encoding; one U+FFFD stands for them in the decoded text.
struct BadBytes
{
    std::size_t at = 0;        ///< of the U+FFFD in the decoded text
    std::ptrdiff_t stored = 0; ///< of the first bad byte in the input; negative: in the input before
    std::ptrdiff_t length = 0; ///< how many there are
};

/// ICU's converter for the canonical name @p encoding, or null.
const char* converterName(std::string_view encoding);

/// Decodes one text that is not UTF-8, piece by piece. Not thread-safe.
class Decoder
{
public:
    /// @p encoding is a canonical name other than "utf-8".
    explicit Decoder(std::string_view encoding);
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    /// Appends the text of @p input to @p text as UTF-8. A character cut by the end of @p input waits for the
    /// next call, unless it is the @p last one.
    void decode(std::string_view input, bool last, std::string& text, std::vector<BadBytes>& bad);
    /// How many bytes @p text (UTF-8 that this decoder made) takes in the encoding.
    std::size_t encodedLength(std::string_view text) const;
    /// Bytes of the last input that wait for more.
    std::size_t pending() const noexcept { return m_pending; }

private:
    struct Closer
    {
        void operator()(UConverter* converter) const noexcept;
    };

    std::unique_ptr<UConverter, Closer> m_converter;
    std::unique_ptr<UConverter, Closer> m_measure;
    std::size_t m_pending = 0;
};

} // namespace lepton::data
