// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_store.h"

#include <filesystem>
#include <string>

namespace lepton::train {

/// A folder of links to the objects of @p files, by which everything that takes a model folder can read a
/// model of the workspace. Lies in the user's cache folder under a name made of the workspace's place, its id
/// and the files, so that it is made once and reused; a damaged one is made anew. Thread-safe, also against
/// other processes.
/// @throw base::Error NotFound when an object is missing
std::filesystem::path modelFolder(store::Workspace& workspace, const ModelFiles& files);

/// SHA-256, lower-case hex, over the names and hashes of @p files.
std::string modelHash(const ModelFiles& files);

/// Whether a file of a model folder belongs to its tokeniser, as all do but weights and config: a fine-tuned
/// model takes them over as they are.
bool belongsToTokeniser(const std::string& name);

} // namespace lepton::train
