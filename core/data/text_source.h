// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/byte_source.h"
#include "data/decoded_text.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::data {

/// A file as UTF-8: decompressed, decoded and checked, piece by piece. A byte order mark at the beginning is
/// left out. What is no text (bad bytes, NUL) is marked, not dropped. Not thread-safe.
class TextSource
{
public:
    /// @p encoding: a canonical name. @p bytes must outlive this.
    TextSource(ByteSource& bytes, std::string encoding);
    ~TextSource();

    /// Appends at least @p wanted bytes of the file to @p text, fewer at the end. False when there was
    /// nothing left.
    bool readMore(DecodedText& text, std::size_t wanted = pieceBytes);
    /// The file began with a byte order mark.
    bool byteOrderMark() const noexcept { return m_byteOrderMark; }
    const std::string& encoding() const noexcept { return m_encoding; }
    ByteSource& bytes() noexcept { return m_bytes; }

    static constexpr std::size_t pieceBytes = std::size_t{512} << 10;

private:
    void skipByteOrderMark();
    bool readUtf8(DecodedText& text, std::size_t wanted);
    bool readOther(DecodedText& text, std::size_t wanted);
    void checkUtf8(DecodedText& text, std::size_t from);
    static void markNuls(DecodedText& text, std::size_t from);

    ByteSource& m_bytes;
    std::string m_encoding;
    std::unique_ptr<Decoder> m_decoder; ///< none for UTF-8
    std::string m_pending;              ///< UTF-8: a character cut by the end of a piece
    std::int64_t m_stored = 0;          ///< offset of the next byte in the file
    bool m_byteOrderMark = false;
    bool m_ended = false;
};

} // namespace lepton::data
