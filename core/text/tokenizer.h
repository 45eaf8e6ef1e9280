// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::text {

using TokenId = std::int32_t;

/// The tokens of one text, or of a pair.
struct Encoding
{
    std::vector<TokenId> ids;
    std::vector<std::uint8_t> typeIds; ///< as many as ids: 0, and 1 for the second text of a pair
};

/// How texts become ids.
struct EncodeOptions
{
    /// The most ids to give, special tokens included; the closing token is kept. 0: all of them.
    /// Pairs lose the ends of the longer text first (`longest_first`).
    std::size_t maxLength = 0;
};

/// Ids of special tokens; -1 where the tokeniser has none.
struct SpecialIds
{
    TokenId unknown = -1;
    TokenId opening = -1;   ///< [CLS]
    TokenId separator = -1; ///< [SEP]
    TokenId padding = -1;   ///< [PAD]
    TokenId mask = -1;      ///< [MASK]
};

/// Tokenises text after text, remembering what it learnt about words. For one thread at a time; must not
/// outlive its Tokenizer.
class TokenizerSession
{
public:
    virtual ~TokenizerSession() = default;

    /// Appends the ids of @p text to @p ids and returns how many.
    /// @throw base::Error BadEncoding with the byte when @p text is not UTF-8, InvalidArgument when
    /// options.maxLength has no room for the special tokens; @p ids is then as before.
    virtual std::size_t append(std::string_view text, const EncodeOptions& options,
                               std::vector<TokenId>& ids) = 0;
    /// The tokens of @p text. @throw as append()
    virtual Encoding encode(std::string_view text, const EncodeOptions& options) = 0;
    /// The tokens of two texts as one sequence. An empty second text counts as none, as in transformers.
    /// @throw as append(); the message says which text is bad.
    virtual Encoding encodePair(std::string_view first, std::string_view second,
                                const EncodeOptions& options) = 0;
};

/// Turns text into ids exactly as the Hugging Face tokeniser of the same files. Immutable and thread-safe.
class Tokenizer
{
public:
    virtual ~Tokenizer() = default;

    /// A session for one thread.
    virtual std::unique_ptr<TokenizerSession> newSession() const = 0;

    /// The algorithm, as tokenizer.json names it: "WordPiece".
    virtual std::string_view kind() const noexcept = 0;
    /// One more than the largest id: the rows that an embedding needs.
    virtual std::size_t vocabularySize() const noexcept = 0;
    virtual std::optional<TokenId> idOf(std::string_view token) const = 0;
    /// The token as the vocabulary writes it ("##ing"); empty for an id that it lacks.
    virtual std::string_view tokenOf(TokenId id) const noexcept = 0;
    virtual const SpecialIds& specialIds() const noexcept = 0;
    /// The longest sequence that the model's files allow (model_max_length); unset when they do not say.
    virtual std::optional<std::size_t> modelMaxLength() const noexcept = 0;
};

/// Reads the tokeniser of a Hugging Face model folder: `tokenizer.json`, else `vocab.txt`; with
/// `tokenizer_config.json` where there is one. Lengths and padding that tokenizer.json states are left to the
/// caller.
/// @throw base::Error with a sentence that names the file and what it holds that cannot be used: another
/// algorithm, a damaged vocabulary, no [UNK].
std::shared_ptr<const Tokenizer> loadTokenizer(const std::filesystem::path& folder);

} // namespace lepton::text
