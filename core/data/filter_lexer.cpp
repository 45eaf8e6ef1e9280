// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "data/filter_syntax.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

namespace lepton::data {
namespace {

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

class Lexer
{
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {}

    std::vector<FilterToken> run()
    {
        if (const auto bad = base::firstInvalidUtf8(m_text))
            throw badFilter("The filter is not UTF-8 text.", *bad);
        while (true) {
            skipBlanks();
            m_tokens.push_back({FilterToken::Kind::End, {}, m_at});
            if (m_at == m_text.size())
                return std::move(m_tokens);
            readToken(m_tokens.back());
        }
    }

private:
    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    /// The code point at @p at of valid UTF-8, and where the next one begins.
    std::pair<UChar32, std::size_t> codePoint(std::size_t at) const
    {
        const auto lead = static_cast<unsigned char>(m_text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        UChar32 c = length == 1 ? lead : lead & (0x7F >> length);
        for (std::size_t i = 1; i < length; ++i)
            c = c << 6 | (static_cast<unsigned char>(m_text[at + i]) & 0x3F);
        return {c, at + length};
    }

    void skipBlanks()
    {
        while (m_at < m_text.size()) {
            const auto [c, next] = codePoint(m_at);
            if (!u_isUWhiteSpace(c))
                return;
            m_at = next;
        }
    }

    void readToken(FilterToken& token)
    {
        const char c = peek();
        if (c == '\'' || c == '"')
            readQuoted(token, c);
        else if (isDigit(c) || startsNumber())
            readNumber(token);
        else if (const auto [point, next] = codePoint(m_at); u_isalpha(point) || point == '_')
            readName(token);
        else
            readSymbol(token);
    }

    bool startsNumber() const
    {
        const std::size_t sign = peek() == '-' || peek() == '+' ? 1 : 0;
        return isDigit(peek(sign)) || (peek(sign) == '.' && isDigit(peek(sign + 1)));
    }

    void readQuoted(FilterToken& token, char quote)
    {
        token.kind = quote == '"' ? FilterToken::Kind::QuotedName : FilterToken::Kind::Text;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (peek() != quote) {
                token.text += peek();
                continue;
            }
            ++m_at;
            if (peek() != quote || m_at == m_text.size())
                return;
            token.text += quote;
        }
        throw badFilter(std::string("The quote that begins here has no end. Close it with ") + quote + ".",
                        token.byte);
    }

    void readNumber(FilterToken& token)
    {
        token.kind = FilterToken::Kind::Number;
        const std::size_t begin = m_at;
        m_at += peek() == '-' || peek() == '+';
        while (isDigit(peek()))
            ++m_at;
        if (peek() == '.') {
            ++m_at;
            while (isDigit(peek()))
                ++m_at;
        }
        if (peek() == 'e' || peek() == 'E') {
            const std::size_t sign = peek(1) == '-' || peek(1) == '+' ? 1 : 0;
            if (isDigit(peek(1 + sign))) {
                m_at += 1 + sign;
                while (isDigit(peek()))
                    ++m_at;
            }
        }
        if (const auto [c, next] = m_at < m_text.size() ? codePoint(m_at) : std::pair<UChar32, std::size_t>{};
            u_isalnum(c) || c == '_')
            throw badFilter(
                "This is no number. A column name that begins with a digit stands in double quotes, "
                "a text or a day in single quotes.",
                begin);
        token.text = m_text.substr(begin, m_at - begin);
    }

    void readName(FilterToken& token)
    {
        token.kind = FilterToken::Kind::Name;
        const std::size_t begin = m_at;
        while (m_at < m_text.size()) {
            const auto [c, next] = codePoint(m_at);
            const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; // of letters written as base and accent
            if (!u_isalnum(c) && c != '_' && c != '.' && !mark)
                break;
            m_at = next;
        }
        token.text = m_text.substr(begin, m_at - begin);
    }

    void readSymbol(FilterToken& token)
    {
        token.kind = FilterToken::Kind::Symbol;
        for (const std::string_view symbol : {"<=", ">=", "<>", "!=", "==", "=", "<", ">", "(", ")", ","}) {
            if (m_text.substr(m_at).starts_with(symbol)) {
                token.text = symbol;
                m_at += symbol.size();
                return;
            }
        }
        const auto [c, next] = codePoint(m_at);
        const std::string shown(m_text.substr(m_at, next - m_at));
        constexpr std::array<UChar32, 8> curly{0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB};
        if (std::find(curly.begin(), curly.end(), c) != curly.end())
            throw badFilter("The quote " + shown +
                                " is not known here. Use straight quotes: 'text', \"column name\".",
                            m_at);
        throw badFilter("The character " + shown +
                            " means nothing in a filter. Put a column name that holds it in double quotes.",
                        m_at);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<FilterToken> m_tokens;
};

} // namespace

std::vector<FilterToken> filterTokens(std::string_view expression)
{
    return Lexer(expression).run();
}

bool isBlankFilter(std::string_view expression)
{
    return !base::firstInvalidUtf8(expression) &&
           filterTokens(expression).front().kind == FilterToken::Kind::End;
}

} // namespace lepton::data
