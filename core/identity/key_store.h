// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/keys.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lepton::identity {

/// Asks for the passphrase of the key with this fingerprint; nothing: there is none to be had.
using PassphraseSource = std::function<std::optional<std::string>(const std::string& key)>;

/// The value of LEPTON_PASSPHRASE; nothing where it is empty.
std::optional<std::string> passphraseFromEnvironment(const std::string& key);

/// A person's secret keys: one file a key, named by its fingerprint, mode 0600, in the person's own
/// configuration folder. With a passphrase the secret is sealed (Argon2id, then XSalsa20-Poly1305:
/// libsodium's secretbox).
class KeyStore
{
public:
    explicit KeyStore(std::filesystem::path folder);
    /// In base::configFolder().
    static KeyStore ofUser();

    /// Writes the key to the disk before it returns. @throw Error
    void save(const KeyPair& pair, const std::optional<std::string>& passphrase);
    void remove(const std::string& key) noexcept;

    /// The fingerprints of all keys here.
    std::vector<std::string> keys() const;
    /// Whether the key has a passphrase. @throw Error
    bool isLocked(const std::string& key) const;
    /// @throw Error KeyLocked when a passphrase is needed and @p passphrase has none or a wrong one
    KeyPair load(const std::string& key, const PassphraseSource& passphrase) const;
    /// Where the key lies, or would.
    std::filesystem::path fileOf(const std::string& key) const;

private:
    nlohmann::json read(const std::string& key) const;

    std::filesystem::path m_folder;
};

} // namespace lepton::identity
