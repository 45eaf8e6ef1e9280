// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/key_store.h"

#include "base/error.h"
#include "base/file.h"
#include "identity/refusals.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <sys/stat.h>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

constexpr std::string_view suffix = ".json";
constexpr unsigned secretMode = 0600;
constexpr mode_t folderMode = 0700;

using BoxKey = std::array<unsigned char, crypto_secretbox_KEYBYTES>;
using Sealed = std::array<unsigned char, crypto_secretbox_MACBYTES + KeyPair::seedBytes>;

BoxKey boxKey(const std::string& passphrase, const unsigned char* salt, unsigned long long operations,
              std::size_t memory)
{
    BoxKey key;
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt, operations, memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw Error(ErrorCode::Internal,
                    "There is not enough memory to work with the passphrase of your key. Close "
                    "other programs and try again.");
    return key;
}

json seal(const KeyPair::Seed& seed, const std::string& passphrase)
{
    std::array<unsigned char, crypto_pwhash_SALTBYTES> salt;
    std::array<unsigned char, crypto_secretbox_NONCEBYTES> nonce;
    randombytes_buf(salt.data(), salt.size());
    randombytes_buf(nonce.data(), nonce.size());
    BoxKey key =
        boxKey(passphrase, salt.data(), crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE);
    Sealed sealed;
    crypto_secretbox_easy(sealed.data(), seed.data(), seed.size(), nonce.data(), key.data());
    sodium_memzero(key.data(), key.size());
    return {{"cipher", "argon2id+xsalsa20poly1305"},
            {"operations", crypto_pwhash_OPSLIMIT_MODERATE},
            {"memory", crypto_pwhash_MEMLIMIT_MODERATE},
            {"salt", base::toHex(salt)},
            {"nonce", base::toHex(nonce)},
            {"sealed", base::toHex(sealed)}};
}

Error damaged(const std::filesystem::path& file, const std::string& detail)
{
    return {ErrorCode::Damaged,
            "The key file " + file.string() + " is damaged. Put it back from a copy of it.", detail};
}

template <std::size_t size>
std::array<unsigned char, size> bytesOf(const json& object, const char* name)
{
    const auto bytes = base::fromHex(object.at(name).get<std::string>());
    if (!bytes || bytes->size() != size)
        throw std::invalid_argument(std::string("field ") + name);
    std::array<unsigned char, size> result;
    std::ranges::copy(*bytes, reinterpret_cast<char*>(result.data()));
    return result;
}

std::optional<KeyPair::Seed> unseal(const json& box, const std::string& passphrase)
{
    const auto salt = bytesOf<crypto_pwhash_SALTBYTES>(box, "salt");
    const auto nonce = bytesOf<crypto_secretbox_NONCEBYTES>(box, "nonce");
    const auto sealed = bytesOf<std::tuple_size_v<Sealed>>(box, "sealed");
    BoxKey key = boxKey(passphrase, salt.data(), box.at("operations").get<unsigned long long>(),
                        box.at("memory").get<std::size_t>());
    KeyPair::Seed seed;
    const int result =
        crypto_secretbox_open_easy(seed.data(), sealed.data(), sealed.size(), nonce.data(), key.data());
    sodium_memzero(key.data(), key.size());
    return result == 0 ? std::optional(seed) : std::nullopt;
}

void makePrivateFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder.parent_path(), error);
    if (error)
        throw base::errorFromErrno(error.value(), "create the folder", folder.parent_path().string());
    if (::mkdir(folder.c_str(), folderMode) != 0 && errno != EEXIST)
        throw base::errorFromErrno(errno, "create the folder", folder.string());
}

} // namespace

std::optional<std::string> passphraseFromEnvironment(const std::string&)
{
    const char* passphrase = std::getenv("LEPTON_PASSPHRASE");
    return passphrase && *passphrase ? std::optional<std::string>(passphrase) : std::nullopt;
}

KeyStore::KeyStore(std::filesystem::path folder)
    : m_folder(std::move(folder))
{}

KeyStore KeyStore::ofUser()
{
    return KeyStore(base::configFolder() / "keys");
}

void KeyStore::save(const KeyPair& pair, const std::optional<std::string>& passphrase)
{
    makePrivateFolder(m_folder);
    KeyPair::Seed seed = pair.seed();
    json file{{"version", 1}, {"key", pair.publicKey()}};
    if (passphrase && !passphrase->empty())
        file["box"] = seal(seed, *passphrase);
    else
        file["secret"] = base::toHex(seed);
    sodium_memzero(seed.data(), seed.size());
    base::writeFileAtomically(fileOf(pair.publicKey()), file.dump(2) + "\n", secretMode);
}

void KeyStore::remove(const std::string& key) noexcept
{
    std::error_code ignored;
    std::filesystem::remove(fileOf(key), ignored);
}

std::vector<std::string> KeyStore::keys() const
{
    std::vector<std::string> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(m_folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (const auto path = entry->path(); path.extension() == suffix && isKey(path.stem().string()))
            found.push_back(path.stem().string());
    }
    std::ranges::sort(found);
    return found;
}

bool KeyStore::isLocked(const std::string& key) const
{
    return read(key).contains("box");
}

KeyPair KeyStore::load(const std::string& key, const PassphraseSource& passphrase) const
{
    if (sodium_init() < 0)
        throw Error(ErrorCode::Internal, "This system has no source of random numbers for keys.");
    const json file = read(key);
    try {
        std::optional<KeyPair::Seed> seed;
        if (file.contains("box")) {
            const auto given = passphrase ? passphrase(key) : std::nullopt;
            if (!given)
                throw lockedKey();
            seed = unseal(file.at("box"), *given);
            if (!seed)
                throw Error(ErrorCode::KeyLocked, "This is not the passphrase of your key. Try again.");
        } else {
            seed = bytesOf<KeyPair::seedBytes>(file, "secret");
        }
        KeyPair pair = KeyPair::fromSeed(*seed);
        sodium_memzero(seed->data(), seed->size());
        if (pair.publicKey() != key)
            throw damaged(fileOf(key), "it holds another key");
        return pair;
    } catch (const json::exception& error) {
        throw damaged(fileOf(key), error.what());
    } catch (const std::invalid_argument& error) {
        throw damaged(fileOf(key), error.what());
    }
}

std::filesystem::path KeyStore::fileOf(const std::string& key) const
{
    return m_folder / (key + std::string(suffix));
}

json KeyStore::read(const std::string& key) const
{
    try {
        return json::parse(base::readTextFile(fileOf(key), 1 << 16));
    } catch (const json::exception& error) {
        throw damaged(fileOf(key), error.what());
    }
}

} // namespace lepton::identity
