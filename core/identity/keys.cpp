// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/keys.h"

#include "base/error.h"
#include "identity/refusals.h"

#include <sodium.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace lepton::identity {
namespace {

static_assert(KeyPair::seedBytes == crypto_sign_SEEDBYTES);
constexpr std::size_t keyDigits = 2 * crypto_sign_PUBLICKEYBYTES;

/// Asks libsodium once: it takes a lock to answer, for which threads that check signatures would wait.
void ready()
{
    static const bool isReady = sodium_init() >= 0;
    if (!isReady)
        throw base::Error(base::ErrorCode::Internal, "This system has no source of random numbers for keys.");
}

const unsigned char* bytes(const std::string& text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

KeyPair KeyPair::generate()
{
    ready();
    Seed seed;
    randombytes_buf(seed.data(), seed.size());
    KeyPair pair = fromSeed(seed);
    sodium_memzero(seed.data(), seed.size());
    return pair;
}

KeyPair KeyPair::fromSeed(const Seed& seed)
{
    ready();
    KeyPair pair;
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> key{};
    crypto_sign_seed_keypair(key.data(), pair.m_secret.data(), seed.data());
    pair.m_public = base::toHex(key);
    return pair;
}

KeyPair::~KeyPair()
{
    sodium_memzero(m_secret.data(), m_secret.size());
}

KeyPair::KeyPair(KeyPair&& other) noexcept
    : m_secret(other.m_secret)
    , m_public(std::move(other.m_public))
{
    sodium_memzero(other.m_secret.data(), other.m_secret.size());
}

KeyPair& KeyPair::operator=(KeyPair&& other) noexcept
{
    std::swap(m_secret, other.m_secret);
    std::swap(m_public, other.m_public);
    return *this;
}

KeyPair::Seed KeyPair::seed() const
{
    Seed seed;
    crypto_sign_ed25519_sk_to_seed(seed.data(), m_secret.data());
    return seed;
}

store::Signature KeyPair::sign(const base::Sha256Digest& hash) const
{
    store::Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, hash.data(), hash.size(), m_secret.data());
    return signature;
}

bool isSignedBy(std::string_view key, const base::Sha256Digest& hash, std::string_view signature)
{
    const auto keyBytes = base::fromHex(key);
    const auto signatureBytes = base::fromHex(signature);
    if (!keyBytes || keyBytes->size() != crypto_sign_PUBLICKEYBYTES || !signatureBytes ||
        signatureBytes->size() != crypto_sign_BYTES)
        return false;
    ready();
    return crypto_sign_verify_detached(bytes(*signatureBytes), hash.data(), hash.size(), bytes(*keyBytes)) ==
           0;
}

bool isKey(std::string_view text) noexcept
{
    return text.size() == keyDigits &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

LocalIdentity::LocalIdentity(base::MemberId member, KeyPair key)
    : m_member(member)
    , m_key(std::move(key))
{}

LockedIdentity::LockedIdentity(base::MemberId member, std::string key)
    : m_member(member)
    , m_key(std::move(key))
{}

store::Signature LockedIdentity::sign(const base::Sha256Digest&) const
{
    throw lockedKey();
}

RevokedIdentity::RevokedIdentity(base::MemberId member, std::string key)
    : m_member(member)
    , m_key(std::move(key))
{}

store::Signature RevokedIdentity::sign(const base::Sha256Digest&) const
{
    throw revokedKey();
}

} // namespace lepton::identity
