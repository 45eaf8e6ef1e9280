// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace lepton::identity {

/// An Ed25519 key pair (RFC 8032, by libsodium). The secret half is wiped from memory at the end.
class KeyPair
{
public:
    static constexpr std::size_t seedBytes = 32;
    using Seed = std::array<std::uint8_t, seedBytes>;

    static KeyPair generate();
    static KeyPair fromSeed(const Seed& seed);

    ~KeyPair();
    KeyPair(KeyPair&& other) noexcept;
    KeyPair& operator=(KeyPair&& other) noexcept;

    /// 64 lower-case hex digits.
    const std::string& publicKey() const noexcept { return m_public; }
    Seed seed() const;
    store::Signature sign(const base::Sha256Digest& hash) const;

private:
    KeyPair() = default;

    std::array<std::uint8_t, 64> m_secret{};
    std::string m_public;
};

/// Whether @p signature (128 hex digits) over @p hash is by @p key (64 hex digits). Thread-safe.
bool isSignedBy(std::string_view key, const base::Sha256Digest& hash, std::string_view signature);

/// Whether @p text is a public key: 64 lower-case hex digits.
bool isKey(std::string_view text) noexcept;

/// Signs as a member with a key that lies open in memory.
class LocalIdentity final : public store::Signer
{
public:
    LocalIdentity(base::MemberId member, KeyPair key);

    base::MemberId member() const override { return m_member; }
    std::string key() const override { return m_key.publicKey(); }
    store::Signature sign(const base::Sha256Digest& hash) const override { return m_key.sign(hash); }

private:
    base::MemberId m_member;
    KeyPair m_key;
};

/// Knows who the person is, but not the passphrase of the key: sign() throws Error KeyLocked.
class LockedIdentity final : public store::Signer
{
public:
    LockedIdentity(base::MemberId member, std::string key);

    base::MemberId member() const override { return m_member; }
    std::string key() const override { return m_key; }
    store::Signature sign(const base::Sha256Digest& hash) const override;

private:
    base::MemberId m_member;
    std::string m_key;
};

/// Knows who the person was: sign() throws Error RevokedKey.
class RevokedIdentity final : public store::Signer
{
public:
    RevokedIdentity(base::MemberId member, std::string key);

    base::MemberId member() const override { return m_member; }
    std::string key() const override { return m_key; }
    store::Signature sign(const base::Sha256Digest& hash) const override;

private:
    base::MemberId m_member;
    std::string m_key;
};

} // namespace lepton::identity
