// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/safetensors_writer.h"

#include "base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <set>
#include <utility>

namespace lepton::nn {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t alignment = 8;
constexpr const char* metadataKey = "__metadata__";

std::size_t bytesOf(const TensorView& tensor)
{
    return static_cast<std::size_t>(tensor.elements()) * typeSize(tensor.type);
}

void checkTensors(const std::vector<TensorView>& tensors)
{
    std::set<std::string_view> names;
    for (const TensorView& tensor : tensors) {
        if (tensor.name == metadataKey || !names.insert(tensor.name).second)
            throw Error(ErrorCode::InvalidArgument,
                        "A file of tensors cannot hold two of the name \"" + tensor.name + "\".");
        if (std::ranges::any_of(tensor.shape, [](std::int64_t size) { return size < 0; }))
            throw Error(ErrorCode::InvalidArgument, "The tensor \"" + tensor.name + "\" has the shape " +
                                                        shapeText(tensor.shape) + ", with a negative size.");
    }
}

/// The header with its size before it, filled up with blanks so that the data begins aligned.
std::string headerText(const std::vector<TensorView>& tensors, const TensorMetadata& metadata)
{
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty())
        header[metadataKey] = metadata;
    std::size_t at = 0;
    for (const TensorView& tensor : tensors) {
        const std::size_t end = at + bytesOf(tensor);
        header[tensor.name] = {
            {"dtype", typeName(tensor.type)}, {"shape", tensor.shape}, {"data_offsets", {at, end}}};
        at = end;
    }
    std::string json;
    try {
        json = header.dump();
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::InvalidArgument, "A name or a text beside the tensors is not UTF-8.",
                    error.what());
    }
    json.append((alignment - json.size() % alignment) % alignment, ' ');
    const auto size = std::bit_cast<std::array<char, 8>>(std::uint64_t{json.size()});
    return std::string(size.data(), size.size()) + json;
}

} // namespace

SafetensorsWriter::SafetensorsWriter(const std::filesystem::path& path, std::vector<TensorView> tensors,
                                     const TensorMetadata& metadata)
    : m_tensors(std::move(tensors))
{
    checkTensors(m_tensors);
    std::ranges::stable_sort(m_tensors, std::ranges::greater(),
                             [](const TensorView& tensor) { return typeSize(tensor.type); });
    const std::string header = headerText(m_tensors, metadata);
    m_file = base::File::create(path);
    m_file.write(header);
}

void SafetensorsWriter::write(std::span<const std::byte> data)
{
    if (m_next == m_tensors.size())
        throw Error(ErrorCode::Internal, "There are more tensors to write than were announced.");
    const TensorView& tensor = m_tensors[m_next];
    if (data.size() != bytesOf(tensor))
        throw Error(ErrorCode::Internal, "The tensor \"" + tensor.name + "\" of the shape " +
                                             shapeText(tensor.shape) + " needs " +
                                             std::to_string(bytesOf(tensor)) + " bytes and got " +
                                             std::to_string(data.size()) + ".");
    m_file.write(data);
    ++m_next;
}

void SafetensorsWriter::finish()
{
    if (m_next != m_tensors.size())
        throw Error(ErrorCode::Internal,
                    "The tensor \"" + m_tensors[m_next].name + "\" was announced and not written.");
    m_file.close();
}

void writeSafetensors(const std::filesystem::path& path, const std::vector<TensorView>& tensors,
                      const TensorMetadata& metadata)
{
    SafetensorsWriter writer(path, tensors, metadata);
    for (const TensorView& tensor : writer.order())
        writer.write(tensor.data);
    writer.finish();
}

} // namespace lepton::nn
