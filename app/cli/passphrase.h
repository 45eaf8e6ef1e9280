// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace lepton::cli {

/// The passphrase of a key file: LEPTON_PASSPHRASE, else asked for on the terminal without showing it;
/// nothing where there is neither. For app::Session::Options.
std::optional<std::string> passphraseFor(const std::string& key);

/// Asks on the terminal for the passphrase of a new key, twice.
/// @throw UsageError where there is no terminal, or when the two differ
std::string newPassphrase();

} // namespace lepton::cli
