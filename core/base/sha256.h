// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lepton::base {

class Cancellation;

/// 32 bytes.
using Sha256Digest = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4) by libcrypto, fed piece by piece.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::span<const std::byte> bytes);
    void update(std::string_view text);
    /// Little-endian, 8 bytes.
    void updateU64(std::uint64_t value);
    /// The digest of all that was fed; the object starts anew afterwards.
    Sha256Digest finish();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

Sha256Digest sha256(std::string_view bytes);
/// Hashes a file in pieces of 1 MiB. @throw Error when it cannot be read, or on cancellation.
Sha256Digest sha256OfFile(const std::filesystem::path& path, const Cancellation& cancellation);

/// Lower-case hexadecimal digits.
std::string toHex(std::span<const std::uint8_t> bytes);
/// Reads an even number of hexadecimal digits in either case.
std::optional<std::string> fromHex(std::string_view digits);

} // namespace lepton::base
