// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"

#include <openssl/evp.h>

#include <vector>

namespace lepton::base {

struct Sha256::Impl
{
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    Impl() { start(EVP_sha256()); }
    ~Impl() { EVP_MD_CTX_free(context); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    /// @p algorithm is looked up, which takes longer than to hash a line of text; null: the one of before.
    void start(const EVP_MD* algorithm)
    {
        if (!context || EVP_DigestInit_ex(context, algorithm, nullptr) != 1)
            throw Error(ErrorCode::Internal, "SHA-256 is not available in this system's libcrypto.");
    }
};

Sha256::Sha256()
    : m_impl(std::make_unique<Impl>())
{}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_impl->context, bytes.data(), bytes.size());
}

void Sha256::update(std::string_view text)
{
    EVP_DigestUpdate(m_impl->context, text.data(), text.size());
}

void Sha256::updateU64(std::uint64_t value)
{
    std::array<std::byte, 8> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::byte>(value >> (8 * i));
    update(bytes);
}

Sha256Digest Sha256::finish()
{
    Sha256Digest digest;
    EVP_DigestFinal_ex(m_impl->context, digest.data(), nullptr);
    m_impl->start(nullptr);
    return digest;
}

Sha256Digest sha256(std::string_view bytes)
{
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

Sha256Digest sha256OfFile(const std::filesystem::path& path, const Cancellation& cancellation)
{
    File file = File::openForReading(path);
    std::vector<std::byte> buffer(std::size_t{1} << 20);
    Sha256 hash;
    while (const std::size_t count = file.read(buffer)) {
        cancellation.throwIfRequested();
        hash.update(std::span(buffer).first(count));
    }
    return hash.finish();
}

std::string toHex(std::span<const std::uint8_t> bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text(2 * bytes.size(), '0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 0x0F];
    }
    return text;
}

std::optional<std::string> fromHex(std::string_view digits)
{
    if (digits.size() % 2 != 0)
        return std::nullopt;
    const auto value = [](char c) -> int {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        if (c >= 'A' && c <= 'F')
            return c - 'A' + 10;
        return -1;
    };
    std::string bytes(digits.size() / 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = value(digits[2 * i]);
        const int low = value(digits[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes[i] = static_cast<char>(high << 4 | low);
    }
    return bytes;
}

} // namespace lepton::base
