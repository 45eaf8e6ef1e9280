// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/wordpiece_tokenizer.h"

#include "text/wordpiece_session.h"

#include <algorithm>
#include <utility>

namespace lepton::text {
namespace {

using ByteAction = WordPieceTokenizer::ByteAction;

ByteAction byteAction(CodePointAction action)
{
    switch (action) {
    case CodePointAction::Append:
        return ByteAction::Append;
    case CodePointAction::Space:
        return ByteAction::Space;
    case CodePointAction::Alone:
        return ByteAction::Alone;
    case CodePointAction::Control:
    case CodePointAction::Mark:
    case CodePointAction::MarkBase:
        return ByteAction::Vanish;
    case CodePointAction::Sequence:
    case CodePointAction::Hangul:
        break; // never ASCII
    }
    return ByteAction::MultiByte;
}

} // namespace

WordPieceTokenizer::WordPieceTokenizer(WordPieceDefinition definition)
    : m_codePoints(definition.normaliser)
    , m_vocabulary(std::move(definition.vocabulary), definition.continuingPrefix)
    , m_specialTokens(std::move(definition.specialTokens))
    , m_template(std::move(definition.encodingTemplate))
    , m_specialIds(definition.specialIds)
    , m_longestWord(definition.longestWord)
    , m_modelMaxLength(definition.modelMaxLength)
{
    m_plainActions.fill(ByteAction::MultiByte);
    for (unsigned char byte = 0; byte < 128; ++byte) {
        const CodePointEntry entry = m_codePoints[byte];
        m_plainActions[byte] = byteAction(entry.action());
        m_normalised[byte] = static_cast<char>(entry.codePointOr(byte));
        const TokenId id = m_vocabulary.find(std::string_view(&m_normalised[byte], 1));
        m_aloneIds[byte] = id >= 0 && m_longestWord >= 1 ? id : m_specialIds.unknown;
    }
    m_actions = m_plainActions;
    for (unsigned byte = 0; byte < 256; ++byte) {
        if (m_specialTokens.canBegin(static_cast<unsigned char>(byte)))
            m_actions[byte] = ByteAction::MayBeSpecial;
    }
}

std::unique_ptr<TokenizerSession> WordPieceTokenizer::newSession() const
{
    return std::make_unique<WordPieceSession>(*this);
}

std::size_t WordPieceTokenizer::vocabularySize() const noexcept
{
    std::size_t size = std::max(m_vocabulary.size(), static_cast<std::size_t>(m_template.largestId() + 1));
    for (const SpecialToken& token : m_specialTokens.all())
        size = std::max(size, static_cast<std::size_t>(token.id) + 1);
    return size;
}

std::optional<TokenId> WordPieceTokenizer::idOf(std::string_view token) const
{
    if (const auto special = m_specialTokens.idOf(token))
        return special;
    const TokenId id = m_vocabulary.find(token);
    return id >= 0 ? std::optional(id) : std::nullopt;
}

std::string_view WordPieceTokenizer::tokenOf(TokenId id) const noexcept
{
    const auto special = std::ranges::find(m_specialTokens.all(), id, &SpecialToken::id);
    if (special != m_specialTokens.all().end())
        return special->content;
    return m_vocabulary.tokenOf(id);
}

} // namespace lepton::text
