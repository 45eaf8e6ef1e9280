// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_store.h"
#include "train/notice.h"

#include <filesystem>
#include <string>
#include <vector>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::train {

/// The files of a Hugging Face model folder that are kept, as far as they are there.
/// @throw base::Error NotFound or InvalidArgument for what is no folder; BadModel with a sentence for one
/// without config.json, weights in one model.safetensors, or a tokeniser; InvalidArgument for a pipe, a
/// device, or a link to nothing under one of their names
std::vector<std::string> modelFileNames(const std::filesystem::path& folder);

/// What engine and tokeniser say of the folder; license and source stay empty.
/// @throw base::Error as Engine::inspect and text::loadTokenizer; BadModel where they do not go together
BaseModelFacts inspectModel(Engine& engine, const std::filesystem::path& folder);

/// Copies files of @p folder into the object store; counts bytes as progress in the phase "copying".
ModelFiles keepModelFiles(store::Workspace& workspace, const std::filesystem::path& folder,
                          const std::vector<std::string>& names, const base::Cancellation& cancellation,
                          base::Progress& progress);

/// What the line "license:" in the front matter of README.md says; empty where there is none.
std::string licenseOf(const std::filesystem::path& folder);
/// The last part of a path, as UTF-8.
std::string shownName(const std::filesystem::path& folder);

/// Weights that are missing or left over.
std::vector<Notice> noticesOf(const ModelFacts& facts);

} // namespace lepton::train
