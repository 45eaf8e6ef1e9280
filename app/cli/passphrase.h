// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"

#include <optional>
#include <string>

namespace lepton::cli {

/// The passphrase of a key file: LEPTON_PASSPHRASE, else asked for on the terminal without showing it;
/// nothing where there is neither. For app::Session::Options.
/// @throw base::Error Cancelled where the person interrupts the program instead
std::optional<std::string> passphraseFor(const std::string& key, const base::Cancellation& interrupted);

/// Asks on the terminal for the passphrase of a new key, twice.
/// @throw UsageError where there is no terminal, or when the two differ; Cancelled as passphraseFor()
std::string newPassphrase(const base::Cancellation& interrupted);

} // namespace lepton::cli
