// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/vocabulary_builder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "text/utf8.h"

#include <string_view>
#include <utility>

namespace lepton::text {

using base::Error;
using base::ErrorCode;

void VocabularyBuilder::add(std::string token, TokenId id, const std::string& file)
{
    if (!m_ids.insert(id).second)
        throw Error(ErrorCode::Damaged, file + " gives the id " + std::to_string(id) +
                                            " to two tokens; the second is '" + token + "'.");
    if (!token.empty())
        m_tokens[std::move(token)] = id;
}

std::optional<TokenId> VocabularyBuilder::find(const std::string& token) const
{
    const auto found = m_tokens.find(token);
    return found == m_tokens.end() ? std::nullopt : std::optional(found->second);
}

std::vector<VocabularyEntry> VocabularyBuilder::entries() const
{
    std::vector<VocabularyEntry> result;
    result.reserve(m_tokens.size());
    for (const auto& [token, id] : m_tokens)
        result.push_back({token, id});
    return result;
}

VocabularyBuilder readVocabulary(const std::filesystem::path& path)
{
    const std::string name = path.string();
    const std::string content = base::readTextFile(path);
    const auto refuseAt = [&](ErrorCode code, std::size_t byte, const char* what) {
        throw Error(code,
                    name + what + " at byte " + std::to_string(byte) +
                        ", so it is not a vocabulary of a line a token.",
                    placeAtByte(byte));
    };
    if (const auto bad = base::firstInvalidUtf8(content))
        refuseAt(ErrorCode::BadEncoding, *bad, " is not UTF-8");
    if (const std::size_t nul = content.find('\0'); nul != std::string::npos)
        refuseAt(ErrorCode::NulByte, nul, " holds a NUL");

    VocabularyBuilder vocabulary;
    std::string_view rest(content);
    for (TokenId id = 0; !rest.empty(); ++id) {
        if (id > largestId)
            throw Error(ErrorCode::TooLarge,
                        name + " has more than " + std::to_string(largestId) + " lines.");
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        vocabulary.add(std::string(line), id, name);
    }
    return vocabulary;
}

} // namespace lepton::text
