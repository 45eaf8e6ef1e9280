// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/json_file.h"

#include <string>

namespace lepton::text {

/// How a model writes its special tokens.
struct SpecialTokenNames
{
    std::string unknown = "[UNK]";
    std::string opening = "[CLS]";
    std::string separator = "[SEP]";
    std::string padding = "[PAD]";
    std::string mask = "[MASK]";
};

/// The names that tokenizer_config.json states; BERT's where it is silent.
inline SpecialTokenNames specialTokenNames(const JsonFile& config)
{
    SpecialTokenNames names;
    const auto read = [&config](const char* key, std::string& name) {
        const auto found = config.root().find(key);
        if (found == config.root().end() || found->is_null())
            return;
        name = found->is_object() ? config.text(*found, "content") : config.text(config.root(), key);
    };
    read("unk_token", names.unknown);
    read("cls_token", names.opening);
    read("sep_token", names.separator);
    read("pad_token", names.padding);
    read("mask_token", names.mask);
    return names;
}

} // namespace lepton::text
