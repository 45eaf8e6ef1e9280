// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace lepton::data {

/// Turns compressed bytes into plain ones, piece by piece.
class Decompressor
{
public:
    struct Step
    {
        std::size_t consumed = 0;
        std::size_t produced = 0;
    };

    virtual ~Decompressor() = default;
    /// @throw Error with ErrorCode::BadCompression when the bytes are damaged.
    virtual Step step(std::string_view input, std::span<char> output) = 0;
    /// The input may end here.
    virtual bool atEnd() const noexcept = 0;

    /// "gzip", "zstd", or "" by the first bytes of a file.
    static std::string detect(std::string_view head) noexcept;
    /// Nothing for "".
    static std::unique_ptr<Decompressor> make(std::string_view compression);
};

} // namespace lepton::data
