// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/safetensors.h"

#include "base/error.h"
#include "nn/safetensors_header.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace lepton::nn {
namespace {

static_assert(std::endian::native == std::endian::little, "safetensors is read in place");

struct TypeFacts
{
    TensorType type;
    std::string_view name;
    std::size_t size; ///< bytes
};

constexpr std::array<TypeFacts, 8> types{{{TensorType::F64, "F64", 8},
                                          {TensorType::F32, "F32", 4},
                                          {TensorType::F16, "F16", 2},
                                          {TensorType::BF16, "BF16", 2},
                                          {TensorType::I64, "I64", 8},
                                          {TensorType::I32, "I32", 4},
                                          {TensorType::U8, "U8", 1},
                                          {TensorType::Bool, "BOOL", 1}}};

constexpr std::size_t sizeBytes = 8;                 ///< of the header's size, which comes first
constexpr std::uint64_t largestHeader = 100'000'000; ///< bytes; the limit of the reference reader

/// The JSON of the header. @throw base::Error BadModel
std::string_view headerText(std::span<const std::byte> file, const std::string& name)
{
    if (file.size() < sizeBytes)
        throw badSafetensors(name, "it has " + std::to_string(file.size()) +
                                       " bytes, too few for even the size of a header");
    std::uint64_t size = 0;
    std::memcpy(&size, file.data(), sizeBytes);
    if (size > largestHeader)
        throw badSafetensors(name,
                             "it states a header of " + std::to_string(size) + " bytes, and at most " +
                                 std::to_string(largestHeader) + " are allowed",
                             0);
    if (size > file.size() - sizeBytes)
        throw badSafetensors(name,
                             "it states a header of " + std::to_string(size) + " bytes, but only " +
                                 std::to_string(file.size() - sizeBytes) + " follow",
                             0);
    return {reinterpret_cast<const char*>(file.data() + sizeBytes), static_cast<std::size_t>(size)};
}

} // namespace

std::string_view typeName(TensorType type) noexcept
{
    return types[static_cast<std::size_t>(type)].name;
}

std::optional<TensorType> typeFromName(std::string_view name) noexcept
{
    for (const TypeFacts& facts : types) {
        if (facts.name == name)
            return facts.type;
    }
    return std::nullopt;
}

std::size_t typeSize(TensorType type) noexcept
{
    return types[static_cast<std::size_t>(type)].size;
}

std::string shapeText(std::span<const std::int64_t> shape)
{
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

std::int64_t TensorView::elements() const noexcept
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape)
        count *= size;
    return count;
}

SafetensorsFile::SafetensorsFile(const std::filesystem::path& path)
    : m_path(path)
    , m_file(path)
{
    const auto bytes = m_file.bytes();
    const std::string_view json = headerText(bytes, path.string());
    const auto data = bytes.subspan(sizeBytes + json.size());
    SafetensorsHeader header =
        parseSafetensorsHeader(json, sizeBytes + json.size(), data.size(), path.string());
    m_metadata = std::move(header.metadata);
    m_tensors.reserve(header.tensors.size());
    for (TensorEntry& entry : header.tensors) {
        const auto begin = static_cast<std::size_t>(entry.begin);
        const auto size = static_cast<std::size_t>(entry.end - entry.begin);
        m_tensors.push_back(
            {std::move(entry.name), entry.type, std::move(entry.shape), data.subspan(begin, size)});
    }
    for (std::size_t i = 0; i < m_tensors.size(); ++i)
        m_places.emplace(m_tensors[i].name, i);
}

const TensorView* SafetensorsFile::find(std::string_view name) const noexcept
{
    const auto found = m_places.find(name);
    return found == m_places.end() ? nullptr : &m_tensors[found->second];
}

} // namespace lepton::nn
