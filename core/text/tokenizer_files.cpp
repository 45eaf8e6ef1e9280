// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokenizer_files.h"

#include "base/error.h"
#include "text/json_file.h"
#include "text/special_token_names.h"
#include "text/vocabulary_builder.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace lepton::text {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::int64_t longestWordAllowed = 10'000;

TokenId checkedId(std::int64_t id, std::string_view token, const JsonFile& file)
{
    if (id < 0 || id > largestId)
        throw Error(ErrorCode::Damaged, file.name() + " gives the token '" + std::string(token) +
                                            "' the id " + std::to_string(id) + ", which is outside 0 to " +
                                            std::to_string(largestId) + ".");
    return static_cast<TokenId>(id);
}

/// One entry of added_tokens, or of added_tokens_decoder.
SpecialToken addedToken(const JsonFile& file, const Json& entry, std::int64_t id)
{
    SpecialToken token{file.text(entry, "content"), 0};
    if (token.content.empty())
        throw Error(ErrorCode::Damaged, file.name() + " holds an added token without content.");
    token.id = checkedId(id, token.content, file);
    // Tokens of these two kinds are matched in other ways; guessing would give other ids than Hugging Face's.
    for (const char* option : {"single_word", "normalized"}) {
        if (file.flag(entry, option, false))
            throw Error(ErrorCode::Unsupported, file.name() + " holds the added token '" + token.content +
                                                    "' with \"" + option +
                                                    "\": true, which cannot be matched exactly here. Remove "
                                                    "the token, or add it as a special one.");
    }
    return token;
}

NormaliserOptions normaliserFromJson(const JsonFile& file)
{
    const Json& normaliser = file.typed(file.root(), "normalizer", {"BertNormalizer"});
    if (!file.flag(normaliser, "clean_text", true))
        throw Error(
            ErrorCode::Unsupported,
            file.name() +
                " switches off clean_text, which cannot be reproduced exactly. BERT models keep it on.");
    NormaliserOptions options;
    options.lowercase = file.flag(normaliser, "lowercase", true);
    options.stripAccents = file.flag(normaliser, "strip_accents", options.lowercase);
    options.splitCjk = file.flag(normaliser, "handle_chinese_chars", true);
    return options;
}

/// What tokenizer_config.json states counts above tokenizer.json, as in transformers.
void applyConfig(NormaliserOptions& options, const JsonFile& config)
{
    const bool lowercaseStripped = options.stripAccents == options.lowercase;
    options.lowercase = config.flag(config.root(), "do_lower_case", options.lowercase);
    options.stripAccents = config.flag(config.root(), "strip_accents",
                                       lowercaseStripped ? options.lowercase : options.stripAccents);
    options.splitCjk = config.flag(config.root(), "tokenize_chinese_chars", options.splitCjk);
}

std::vector<EncodingTemplate::Piece> templatePieces(const JsonFile& file, const Json& processor,
                                                    const char* key)
{
    using Piece = EncodingTemplate::Piece;
    using PieceKind = EncodingTemplate::PieceKind;
    const Json& specials = file.object(processor, "special_tokens");
    std::vector<Piece> pieces;
    for (const Json& item : file.array(processor, key)) {
        Piece piece;
        const bool isSpecial = item.is_object() && item.contains("SpecialToken");
        const Json& part = file.object(item, isSpecial ? "SpecialToken" : "Sequence");
        const std::string id = file.text(part, "id");
        const std::int64_t typeId = file.integer(part, "type_id");
        if (typeId < 0 || typeId > 255)
            throw Error(ErrorCode::Damaged,
                        file.name() + " holds the type id " + std::to_string(typeId) + ".");
        piece.typeId = static_cast<std::uint8_t>(typeId);
        if (isSpecial) {
            for (const Json& tokenId : file.array(file.object(specials, id.c_str()), "ids"))
                piece.ids.push_back(checkedId(file.asInteger(tokenId, "ids"), id, file));
        } else if (id == "A" || id == "B") {
            piece.kind = id == "A" ? PieceKind::First : PieceKind::Second;
        } else {
            throw Error(ErrorCode::Damaged,
                        file.name() + " uses a sequence '" + id + "' that is neither A nor B.");
        }
        pieces.push_back(std::move(piece));
    }
    const auto count = [&pieces](PieceKind kind) { return std::ranges::count(pieces, kind, &Piece::kind); };
    if (count(PieceKind::First) != 1 || count(PieceKind::Second) != (std::string_view(key) == "pair" ? 1 : 0))
        throw Error(ErrorCode::Unsupported,
                    file.name() + " repeats or leaves out a text in its template \"" + key + "\".");
    return pieces;
}

EncodingTemplate templateFromJson(const JsonFile& file)
{
    const Json& processor =
        file.typed(file.root(), "post_processor", {"TemplateProcessing", "BertProcessing"});
    if (processor.at("type") == "TemplateProcessing")
        return {templatePieces(file, processor, "single"), templatePieces(file, processor, "pair")};
    const auto idOf = [&](const char* key) {
        const Json& pair = file.array(processor, key); // ["[SEP]", 102]
        if (pair.size() != 2 || !pair[0].is_string())
            throw Error(ErrorCode::Damaged,
                        file.name() + " states \"" + key + "\" otherwise than as a token and its id.");
        return checkedId(file.asInteger(pair[1], key), pair[0].get<std::string>(), file);
    };
    return EncodingTemplate::bert(idOf("cls"), idOf("sep"));
}

/// The model's part. Files of 2020, such as that of bert-base-uncased, do not name its type.
const Json& modelOf(const JsonFile& file)
{
    const auto model = file.root().find("model");
    const bool isUntyped = model != file.root().end() && model->is_object() && !model->contains("type");
    if (isUntyped && model->contains("continuing_subword_prefix") &&
        model->contains("max_input_chars_per_word"))
        return *model;
    return file.typed(file.root(), "model", {"WordPiece"});
}

WordPieceDefinition fromTokenizerJson(const JsonFile& file, const SpecialTokenNames& names)
{
    const Json& model = modelOf(file);
    file.typed(file.root(), "pre_tokenizer", {"BertPreTokenizer"});
    WordPieceDefinition definition{.normaliser = normaliserFromJson(file),
                                   .vocabulary = {},
                                   .specialTokens = {},
                                   .specialIds = {},
                                   .encodingTemplate = templateFromJson(file),
                                   .modelMaxLength = {}};
    VocabularyBuilder vocabulary;
    for (const auto& [token, id] : file.object(model, "vocab").items())
        vocabulary.add(token, checkedId(file.asInteger(id, token.c_str()), token, file), file.name());
    definition.vocabulary = vocabulary.entries();

    if (model.contains("continuing_subword_prefix"))
        definition.continuingPrefix = file.text(model, "continuing_subword_prefix");
    if (model.contains("max_input_chars_per_word")) {
        const std::int64_t longest = file.integer(model, "max_input_chars_per_word");
        if (longest < 1 || longest > longestWordAllowed)
            throw Error(ErrorCode::Damaged, file.name() + " limits words to " + std::to_string(longest) +
                                                " characters, which is outside 1 to " +
                                                std::to_string(longestWordAllowed) + ".");
        definition.longestWord = static_cast<std::size_t>(longest);
    }
    if (file.root().contains("added_tokens")) {
        for (const Json& entry : file.array(file.root(), "added_tokens"))
            definition.specialTokens.push_back(addedToken(file, entry, file.integer(entry, "id")));
    }

    const std::string unknown = file.text(model, "unk_token");
    if (!vocabulary.find(unknown))
        throw Error(ErrorCode::Damaged,
                    file.name() + " names '" + unknown + "' for unknown words, but its vocabulary lacks it.");
    const auto idOf = [&](const std::string& token) {
        const auto added = std::ranges::find(definition.specialTokens, token, &SpecialToken::content);
        return added != definition.specialTokens.end() ? added->id : vocabulary.find(token).value_or(-1);
    };
    definition.specialIds = {.unknown = idOf(unknown),
                             .opening = idOf(names.opening),
                             .separator = idOf(names.separator),
                             .padding = idOf(names.padding),
                             .mask = idOf(names.mask)};
    return definition;
}

WordPieceDefinition fromVocabulary(const std::filesystem::path& path, const JsonFile* config,
                                   const SpecialTokenNames& names)
{
    const VocabularyBuilder vocabulary = readVocabulary(path);
    const auto required = [&](const std::string& token) {
        if (const auto id = vocabulary.find(token))
            return *id;
        throw Error(ErrorCode::Damaged, path.string() + " lacks the token '" + token +
                                            "'. Every BERT vocabulary has it; is this the right file?");
    };
    const TokenId opening = required(names.opening);
    const TokenId separator = required(names.separator);
    WordPieceDefinition definition{.normaliser = {},
                                   .vocabulary = vocabulary.entries(),
                                   .specialTokens = {},
                                   .specialIds = {.unknown = required(names.unknown),
                                                  .opening = opening,
                                                  .separator = separator,
                                                  .padding = vocabulary.find(names.padding).value_or(-1),
                                                  .mask = vocabulary.find(names.mask).value_or(-1)},
                                   .encodingTemplate = EncodingTemplate::bert(opening, separator),
                                   .modelMaxLength = {}};
    for (const std::string& token :
         {names.unknown, names.separator, names.padding, names.opening, names.mask}) {
        if (const auto id = vocabulary.find(token))
            definition.specialTokens.push_back({token, *id});
    }
    if (config && config->root().contains("added_tokens_decoder")) {
        for (const auto& [id, entry] : config->object(config->root(), "added_tokens_decoder").items()) {
            SpecialToken token = addedToken(*config, entry, config->integerFromText(id));
            if (std::ranges::find(definition.specialTokens, token.content, &SpecialToken::content) ==
                definition.specialTokens.end())
                definition.specialTokens.push_back(std::move(token));
        }
    }
    return definition;
}

bool isThere(const std::filesystem::path& path)
{
    std::error_code error;
    const bool found = std::filesystem::exists(path, error);
    if (error)
        throw base::errorFromErrno(error.value(), "read", path.string());
    return found;
}

} // namespace

WordPieceDefinition wordPieceFromFolder(const std::filesystem::path& folder)
{
    if (!isThere(folder))
        throw Error(ErrorCode::NotFound, "There is no folder " + folder.string() + ".");
    const auto jsonFile = [&folder](const char* name) -> std::optional<JsonFile> {
        return isThere(folder / name) ? std::optional<JsonFile>(folder / name) : std::nullopt;
    };
    const std::optional<JsonFile> config = jsonFile("tokenizer_config.json");
    const SpecialTokenNames names = config ? specialTokenNames(*config) : SpecialTokenNames{};

    std::optional<WordPieceDefinition> definition;
    if (const std::optional<JsonFile> file = jsonFile("tokenizer.json"))
        definition = fromTokenizerJson(*file, names);
    else if (isThere(folder / "vocab.txt"))
        definition = fromVocabulary(folder / "vocab.txt", config ? &*config : nullptr, names);
    else
        throw Error(ErrorCode::NotFound, folder.string() +
                                             " holds neither tokenizer.json nor vocab.txt. Choose the folder "
                                             "of a Hugging Face model with a BERT tokeniser.");
    if (config) {
        applyConfig(definition->normaliser, *config);
        definition->modelMaxLength = config->length(config->root(), "model_max_length");
    }
    return std::move(*definition);
}

std::shared_ptr<const Tokenizer> loadTokenizer(const std::filesystem::path& folder)
{
    return std::make_shared<WordPieceTokenizer>(wordPieceFromFolder(folder));
}

} // namespace lepton::text
