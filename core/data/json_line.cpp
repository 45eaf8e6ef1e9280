// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/json_line.h"

#include <algorithm>
#include <cstdint>

namespace lepton::data {

namespace {

constexpr int deepest = 256;

void appendCodePoint(std::string& text, std::uint32_t c)
{
    const auto put = [&text](std::uint32_t byte) {
        text += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

/// A cursor over one line. Every function returns false with the cursor on the character that is wrong.
class Cursor
{
public:
    explicit Cursor(std::string_view text)
        : m_text(text)
    {}

    std::size_t at() const noexcept { return m_at; }
    bool atEnd() const noexcept { return m_at == m_text.size(); }
    char peek() const noexcept { return atEnd() ? '\0' : m_text[m_at]; }
    std::string_view since(std::size_t begin) const { return m_text.substr(begin, m_at - begin); }

    void skipBlanks() noexcept
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n'))
            ++m_at;
    }
    bool take(char c) noexcept
    {
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }
    bool literal(std::string_view word) noexcept
    {
        if (!m_text.substr(m_at).starts_with(word))
            return false;
        m_at += word.size();
        return true;
    }

    bool number() noexcept
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            return digits();
        }
        return true;
    }

    /// A text in quotes, its escapes undone into @p value.
    bool text(std::string& value)
    {
        value.clear();
        if (!take('"'))
            return false;
        while (!atEnd()) {
            const std::size_t begin = m_at;
            while (!atEnd() && peek() != '"' && peek() != '\\' && static_cast<unsigned char>(peek()) >= 0x20)
                ++m_at;
            value += since(begin);
            if (take('"'))
                return true;
            if (peek() != '\\' || !escape(value))
                return false;
        }
        return false;
    }

    /// Any value, checked and passed over.
    bool value(int depth)
    {
        std::string ignored;
        switch (peek()) {
        case '{':
        case '[':
            return nested(depth);
        case '"':
            return text(ignored);
        case 't':
            return literal("true");
        case 'f':
            return literal("false");
        case 'n':
            return literal("null");
        default:
            return number();
        }
    }

    bool nested(int depth)
    {
        if (depth > deepest)
            return false;
        const bool object = peek() == '{';
        const char close = object ? '}' : ']';
        ++m_at;
        skipBlanks();
        if (take(close))
            return true;
        std::string key;
        while (true) {
            skipBlanks();
            if (object) {
                if (!text(key))
                    return false;
                skipBlanks();
                if (!take(':'))
                    return false;
                skipBlanks();
            }
            if (!value(depth + 1))
                return false;
            skipBlanks();
            if (take(close))
                return true;
            if (!take(','))
                return false;
        }
    }

private:
    bool digits() noexcept
    {
        const std::size_t begin = m_at;
        while (!atEnd() && peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > begin;
    }

    bool fourHex(std::uint32_t& unit) noexcept
    {
        unit = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return false;
            unit = unit * 16 + static_cast<std::uint32_t>(digit);
            ++m_at;
        }
        return true;
    }

    bool escape(std::string& value)
    {
        ++m_at;
        constexpr std::string_view plain = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        if (const auto index = plain.find(peek()); !atEnd() && index != std::string_view::npos) {
            value += meant[index];
            ++m_at;
            return true;
        }
        std::uint32_t unit = 0;
        if (!take('u') || !fourHex(unit))
            return false;
        if (unit >= 0xD800 && unit < 0xE000) {
            // No text holds half a surrogate pair.
            std::uint32_t low = 0;
            if (unit >= 0xDC00 || !take('\\') || !take('u') || !fourHex(low) || low < 0xDC00 || low > 0xDFFF)
                return false;
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        }
        appendCodePoint(value, unit);
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// The number that JSON has no word for, as our own exports write it; empty for anything else.
std::string_view specialNumberIn(std::string_view nested)
{
    for (const std::string_view word : {"nan", "inf", "-inf"}) {
        if (nested == "{\"float\":\"" + std::string(word) + "\"}")
            return word;
    }
    return {};
}

} // namespace

std::optional<std::size_t>
parseJsonObject(std::string_view line,
                const std::function<bool(std::string_view, JsonValue, std::string_view)>& member)
{
    Cursor cursor(line);
    std::string key;
    std::string text;
    cursor.skipBlanks();
    if (!cursor.take('{'))
        return cursor.at();
    cursor.skipBlanks();
    bool closed = cursor.take('}');
    while (!closed) {
        cursor.skipBlanks();
        const std::size_t keyAt = cursor.at();
        if (!cursor.text(key))
            return cursor.at();
        cursor.skipBlanks();
        if (!cursor.take(':'))
            return cursor.at();
        cursor.skipBlanks();
        const std::size_t begin = cursor.at();
        const char first = cursor.peek();
        const bool isText = first == '"';
        if (isText ? !cursor.text(text) : !cursor.value(0))
            return cursor.at();
        const JsonValue kind = isText                         ? JsonValue::Text
                               : first == '{' || first == '[' ? JsonValue::Nested
                               : first == 'n'                 ? JsonValue::Null
                               : first == 't' || first == 'f' ? JsonValue::Literal
                                                              : JsonValue::Number;
        const std::string_view value = isText ? std::string_view(text) : cursor.since(begin);
        const std::string_view special =
            kind == JsonValue::Nested ? specialNumberIn(value) : std::string_view();
        if (special.empty() ? !member(key, kind, value) : !member(key, JsonValue::Number, special))
            return keyAt;
        cursor.skipBlanks();
        closed = cursor.take('}');
        if (!closed && !cursor.take(','))
            return cursor.at();
    }
    cursor.skipBlanks();
    return cursor.atEnd() ? std::nullopt : std::optional(cursor.at());
}

bool isJsonObject(std::string_view line)
{
    return line.starts_with('{') && !parseJsonObject(line, [](auto, auto, auto) { return true; });
}

} // namespace lepton::data
