// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/decompressor.h"

#include "base/error.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace lepton::data {

namespace {

base::Error damaged(const char* what, const char* detail)
{
    return {base::ErrorCode::BadCompression,
            std::string("The ") + what +
                " compression of this file is damaged. Get the file again, or decompress it "
                "with another program and import what is whole.",
            detail ? detail : ""};
}

class GzipDecompressor final : public Decompressor
{
public:
    GzipDecompressor()
    {
        if (inflateInit2(&m_stream, 15 + 16) != Z_OK)
            throw base::Error(base::ErrorCode::Internal,
                              "There is not enough memory to decompress the file.");
    }
    ~GzipDecompressor() override { inflateEnd(&m_stream); }
    GzipDecompressor(const GzipDecompressor&) = delete;
    GzipDecompressor& operator=(const GzipDecompressor&) = delete;

    Step step(std::string_view input, std::span<char> output) override
    {
        if (input.empty())
            return {};
        if (m_ended) {
            // Members may follow one another; some programs fill up with zeros.
            const auto zeros = std::min(input.find_first_not_of('\0'), input.size());
            if (zeros > 0)
                return {zeros, 0};
            if (static_cast<unsigned char>(input[0]) != 0x1f)
                throw damaged("gzip", "bytes after the last member");
            inflateReset(&m_stream);
            m_ended = false;
        }
        constexpr std::size_t most = std::numeric_limits<uInt>::max();
        const auto given = std::min(input.size(), most);
        const auto room = std::min(output.size(), most);
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
        m_stream.avail_in = static_cast<uInt>(given);
        m_stream.next_out = reinterpret_cast<Bytef*>(output.data());
        m_stream.avail_out = static_cast<uInt>(room);
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        if (result == Z_STREAM_END)
            m_ended = true;
        else if (result != Z_OK && result != Z_BUF_ERROR)
            throw damaged("gzip", m_stream.msg);
        return {given - m_stream.avail_in, room - m_stream.avail_out};
    }
    bool atEnd() const noexcept override { return m_ended; }

private:
    z_stream m_stream{};
    bool m_ended = false;
};

class ZstdDecompressor final : public Decompressor
{
public:
    ZstdDecompressor()
        : m_stream(ZSTD_createDStream())
    {
        if (!m_stream)
            throw base::Error(base::ErrorCode::Internal,
                              "There is not enough memory to decompress the file.");
    }
    ~ZstdDecompressor() override { ZSTD_freeDStream(m_stream); }
    ZstdDecompressor(const ZstdDecompressor&) = delete;
    ZstdDecompressor& operator=(const ZstdDecompressor&) = delete;

    Step step(std::string_view input, std::span<char> output) override
    {
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{output.data(), output.size(), 0};
        const std::size_t result = ZSTD_decompressStream(m_stream, &out, &in);
        if (ZSTD_isError(result))
            throw damaged("zstd", ZSTD_getErrorName(result));
        if (in.pos > 0 || out.pos > 0)
            m_ended = result == 0;
        return {in.pos, out.pos};
    }
    bool atEnd() const noexcept override { return m_ended; }

private:
    ZSTD_DStream* m_stream;
    bool m_ended = false;
};

} // namespace

std::string Decompressor::detect(std::string_view head) noexcept
{
    if (head.starts_with("\x1f\x8b\x08"))
        return "gzip";
    if (head.starts_with("\x28\xb5\x2f\xfd"))
        return "zstd";
    return {};
}

std::unique_ptr<Decompressor> Decompressor::make(std::string_view compression)
{
    if (compression == "gzip")
        return std::make_unique<GzipDecompressor>();
    if (compression == "zstd")
        return std::make_unique<ZstdDecompressor>();
    return nullptr;
}

} // namespace lepton::data
