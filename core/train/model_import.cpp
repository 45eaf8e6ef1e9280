// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/model_import.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "base/text.h"
#include "store/workspace.h"
#include "text/tokenizer.h"
#include "train/object_files.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

constexpr const char* weightsName = "model.safetensors";
constexpr std::array<const char*, 10> keptNames{"config.json",
                                                weightsName,
                                                "tokenizer.json",
                                                "tokenizer_config.json",
                                                "special_tokens_map.json",
                                                "added_tokens.json",
                                                "vocab.txt",
                                                "README.md",
                                                "LICENSE",
                                                "LICENSE.txt"};

bool isThere(const fs::path& file)
{
    std::error_code error;
    return fs::exists(fs::symlink_status(file, error));
}

/// Opens what a name stands for, so that a pipe or a link to nothing is told now.
void requireReadable(const fs::path& file)
{
    std::error_code error;
    if (fs::is_symlink(fs::symlink_status(file, error)) && !fs::exists(file, error))
        throw Error(ErrorCode::InvalidArgument,
                    file.string() +
                        " is a link to a file that is not there. Put the file itself in its place.");
    base::File::openForReading(file);
}

[[noreturn]] void refuseWithoutWeights(const fs::path& folder)
{
    const std::string place = folder.string();
    if (isThere(folder / "model.safetensors.index.json"))
        throw Error(ErrorCode::BadModel,
                    "The weights in " + place +
                        " are spread over several files. Save them as one with transformers, "
                        "model.save_pretrained(DIR, max_shard_size=\"100GB\"), and import that folder.");
    for (const char* name : {"pytorch_model.bin", "pytorch_model.bin.index.json"}) {
        if (isThere(folder / name))
            throw Error(
                ErrorCode::BadModel,
                "The weights in " + place + " are a PyTorch pickle (" + name +
                    "), which may run any program when it is read. Convert it where you trust it, with "
                    "transformers: AutoModel.from_pretrained(DIR).save_pretrained(NEW, "
                    "safe_serialization=True), and import that folder.");
    }
    for (const char* name : {"tf_model.h5", "flax_model.msgpack"}) {
        if (isThere(folder / name))
            throw Error(ErrorCode::BadModel, "The weights in " + place + " are for another framework (" +
                                                 name +
                                                 "). Save them as model.safetensors with transformers, and "
                                                 "import that folder.");
    }
    throw Error(ErrorCode::BadModel,
                place + " has no weights: the file model.safetensors is missing. Download the whole model.");
}

/// Of a head or pooler, which fine-tuning makes anew.
bool isOfHead(std::string_view key)
{
    return key.find("classifier.") != std::string_view::npos || key.find("pooler.") != std::string_view::npos;
}

std::string listed(const std::vector<std::string>& keys)
{
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < keys.size() && i < most; ++i)
        text += (i ? ", " : "") + keys[i];
    if (keys.size() > most)
        text += " and " + std::to_string(keys.size() - most) + " more";
    return text;
}

} // namespace

std::vector<std::string> modelFileNames(const fs::path& folder)
{
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (!fs::exists(status))
        throw Error(ErrorCode::NotFound, "There is no folder " + folder.string() +
                                             ". Check the path, or download the model first.");
    if (!fs::is_directory(status))
        throw Error(ErrorCode::InvalidArgument,
                    folder.string() + " is no folder. A base model is a folder with config.json, "
                                      "model.safetensors and the files of its tokeniser.");
    std::vector<std::string> names;
    for (const char* name : keptNames) {
        if (!isThere(folder / name))
            continue;
        requireReadable(folder / name);
        names.emplace_back(name);
    }
    const auto has = [&](const char* name) { return std::ranges::find(names, name) != names.end(); };
    if (!has("config.json"))
        throw Error(ErrorCode::BadModel, folder.string() +
                                             " is no model folder: it has no config.json. Choose "
                                             "the folder that transformers' save_pretrained() "
                                             "wrote.");
    if (!has(weightsName))
        refuseWithoutWeights(folder);
    if (!has("tokenizer.json") && !has("vocab.txt"))
        throw Error(ErrorCode::BadModel,
                    folder.string() +
                        " has no tokeniser: neither tokenizer.json nor vocab.txt is there. Save it "
                        "there with transformers: tokenizer.save_pretrained(DIR).");
    return names;
}

BaseModelFacts inspectModel(Engine& engine, const fs::path& folder)
{
    BaseModelFacts facts;
    facts.model = engine.inspect(folder);
    const auto tokenizer = text::loadTokenizer(folder);
    facts.tokenizer = tokenizer->kind();
    facts.tokenizerVocabulary = static_cast<std::int64_t>(tokenizer->vocabularySize());
    if (facts.tokenizerVocabulary > facts.model.vocabularySize)
        throw Error(ErrorCode::BadModel, "The tokeniser in " + folder.string() + " knows " +
                                             std::to_string(facts.tokenizerVocabulary) +
                                             " tokens, and the model has embeddings for " +
                                             std::to_string(facts.model.vocabularySize) +
                                             ": they do not belong together. Download both again.");
    std::vector<std::string> missing;
    std::ranges::copy_if(facts.model.missingKeys, std::back_inserter(missing),
                         [](const std::string& key) { return !isOfHead(key); });
    if (!missing.empty())
        throw Error(ErrorCode::BadModel, "The weights in " + folder.string() +
                                             " are not complete. Missing: " + listed(missing) +
                                             ". Download the model again.");
    return facts;
}

ModelFiles keepModelFiles(store::Workspace& workspace, const fs::path& folder,
                          const std::vector<std::string>& names, const base::Cancellation& cancellation,
                          base::Progress& progress)
{
    std::int64_t bytes = 0;
    for (const std::string& name : names)
        bytes += base::File::openForReading(folder / name).size();
    progress.begin("copying", bytes);
    ModelFiles files;
    for (const std::string& name : names)
        files[name] = keepCopy(workspace.objects(), folder / name, cancellation, progress);
    return files;
}

std::string licenseOf(const fs::path& folder)
{
    constexpr std::int64_t largest = std::int64_t{4} << 20;
    std::string text;
    try {
        text = base::readTextFile(folder / "README.md", largest);
    } catch (const Error&) {
        return {}; // a model without a readable card
    }
    if (base::firstInvalidUtf8(text))
        return {};
    std::istringstream lines(text);
    std::string line;
    constexpr std::string_view key = "license:";
    if (!std::getline(lines, line) || !line.starts_with("---"))
        return {};
    while (std::getline(lines, line) && !line.starts_with("---")) {
        if (!line.starts_with(key))
            continue;
        const std::size_t first = line.find_first_not_of(" \t\"'", key.size());
        const std::size_t last = line.find_last_not_of(" \t\r\"'");
        return first == std::string::npos || last < first ? "" : line.substr(first, last - first + 1);
    }
    return {};
}

std::string shownName(const fs::path& folder)
{
    const fs::path normal = folder.lexically_normal();
    const std::string name = (normal.has_filename() ? normal : normal.parent_path()).filename().string();
    return base::firstInvalidUtf8(name) ? std::string() : name;
}

std::vector<Notice> noticesOf(const ModelFacts& facts)
{
    std::vector<Notice> notices;
    if (!facts.missingKeys.empty())
        notices.push_back(
            {NoticeKind::MissingWeights,
             "These weights are not in the model and begin at random: " + listed(facts.missingKeys) + ".",
             std::ssize(facts.missingKeys), facts.missingKeys});
    if (!facts.unknownKeys.empty())
        notices.push_back(
            {NoticeKind::UnknownWeights,
             "These weights have no place in the model and are not used: " + listed(facts.unknownKeys) + ".",
             std::ssize(facts.unknownKeys), facts.unknownKeys});
    return notices;
}

} // namespace lepton::train
