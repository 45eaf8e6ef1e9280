// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace lepton::testing {

/// The real encoder all-MiniLM-L6-v2 (LEPTON_MINILM_DIR), cut to its lowest @p layers layers, as a Hugging
/// Face folder @p target. False where the encoder is not there.
bool makeSmallEncoder(const std::filesystem::path& target, int layers);

} // namespace lepton::testing
