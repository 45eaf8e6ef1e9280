// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace lepton::nn {
namespace {

using Json = nlohmann::json;

constexpr std::size_t mostDimensions = 16;

std::string inQuotes(std::string_view name)
{
    constexpr std::size_t longest = 200; // bytes; a name may fill the whole header
    return "\"" + std::string(name.substr(0, longest)) + (name.size() > longest ? "...\"" : "\"");
}

std::string bytesText(std::uint64_t count)
{
    return std::to_string(count) + (count == 1 ? " byte" : " bytes");
}

/// Takes the header's JSON event by event: nothing but the layout of safetensors is accepted, so that no
/// depth, no second key and no other type gets through.
class HeaderReader
{
public:
    using number_integer_t = Json::number_integer_t;
    using number_unsigned_t = Json::number_unsigned_t;
    using number_float_t = Json::number_float_t;
    using string_t = Json::string_t;
    using binary_t = Json::binary_t;

    HeaderReader(const std::string& file, SafetensorsHeader& header)
        : m_file(file)
        , m_header(header)
    {}

    bool null() { return unexpected("null"); }
    bool boolean(bool) { return unexpected("a truth value"); }
    bool number_integer(number_integer_t) { return unexpected("a negative number"); }
    bool number_float(number_float_t, const string_t&)
    {
        return unexpected("a number that is not whole or too large");
    }
    bool binary(binary_t&) { return unexpected("binary data"); }

    bool number_unsigned(number_unsigned_t value)
    {
        if (m_place == Place::Shape) {
            if (value > std::uint64_t{INT64_MAX})
                refuse("has a shape with a dimension that no file can hold");
            if (m_shape->size() == mostDimensions)
                refuse("has more than " + std::to_string(mostDimensions) + " dimensions");
            m_shape->push_back(static_cast<std::int64_t>(value));
        } else if (m_place == Place::Offsets) {
            if (m_offsets->size() == 2)
                refuse("has more than two data_offsets");
            m_offsets->push_back(value);
        } else {
            return unexpected("a number");
        }
        return true;
    }

    bool string(string_t& value)
    {
        if (m_place == Place::Metadata) {
            m_header.metadata.emplace(m_key, std::move(value));
            return true;
        }
        if (m_place != Place::Tensor || m_key != "dtype")
            return unexpected("text");
        m_type = typeFromName(value);
        if (!m_type)
            refuse("holds numbers of the type " + inQuotes(value) +
                   ", which is not known here. Known are F64, F32, F16, BF16, I64, I32, U8 and BOOL");
        return true;
    }

    bool start_object(std::size_t)
    {
        switch (m_place) {
        case Place::Outside:
            m_place = Place::Top;
            return true;
        case Place::Top:
            m_place = m_name == metadataKey ? Place::Metadata : Place::Tensor;
            m_keys.clear();
            m_type.reset();
            m_shape.reset();
            m_offsets.reset();
            return true;
        default:
            return unexpected("an object");
        }
    }

    bool key(string_t& value)
    {
        if (m_place == Place::Top) {
            m_name = value;
            if (!m_names.insert(value).second)
                refuse("is described twice");
            return true;
        }
        m_key = value;
        if (!m_keys.insert(value).second)
            refuse("has the key " + inQuotes(value) + " twice");
        if (m_place == Place::Tensor && value != "dtype" && value != "shape" && value != "data_offsets")
            refuse("has the key " + inQuotes(value) + ", which safetensors does not know");
        return true;
    }

    bool end_object()
    {
        if (m_place == Place::Top) {
            m_place = Place::Outside;
            return true;
        }
        if (m_place == Place::Tensor)
            finishTensor();
        m_place = Place::Top;
        return true;
    }

    bool start_array(std::size_t)
    {
        if (m_place == Place::Tensor && m_key == "shape") {
            m_place = Place::Shape;
            m_shape.emplace();
        } else if (m_place == Place::Tensor && m_key == "data_offsets") {
            m_place = Place::Offsets;
            m_offsets.emplace();
        } else {
            return unexpected("a list");
        }
        return true;
    }

    bool end_array()
    {
        m_place = Place::Tensor;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error)
    {
        const std::size_t byte = position > 0 ? position - 1 : 0; // counted from 1 there
        throw base::Error(base::ErrorCode::BadModel,
                          badSafetensors(m_file, "its header is not valid JSON: it breaks at byte " +
                                                     std::to_string(byte + 8))
                              .message(),
                          placeAt(byte + 8), error.what());
    }

private:
    enum class Place
    {
        Outside,
        Top,
        Metadata,
        Tensor,
        Shape,
        Offsets
    };

    static constexpr std::string_view metadataKey = "__metadata__";

    static base::ErrorPlace placeAt(std::size_t byte)
    {
        base::ErrorPlace place;
        place.byte = static_cast<std::int64_t>(byte);
        return place;
    }

    [[noreturn]] void refuse(const std::string& why) const
    {
        throw badSafetensors(m_file, "the tensor " + inQuotes(m_name) + " " + why);
    }

    bool unexpected(const std::string& what) const
    {
        if (m_place == Place::Outside)
            throw badSafetensors(m_file, "its header is " + what + " and not an object");
        if (m_place == Place::Metadata)
            throw badSafetensors(m_file, "the metadata " + inQuotes(m_key) + " is " + what + " and not text");
        const std::string where = m_place == Place::Top       ? "is described by "
                                  : m_place == Place::Shape   ? "has in its shape "
                                  : m_place == Place::Offsets ? "has in its data_offsets "
                                                              : "has as " + inQuotes(m_key) + " ";
        refuse(where + what);
    }

    void finishTensor()
    {
        if (!m_type || !m_shape || !m_offsets || m_offsets->size() != 2)
            refuse("lacks " + std::string(!m_type    ? "its dtype"
                                          : !m_shape ? "its shape"
                                                     : "its two data_offsets"));
        TensorEntry entry{m_name, *m_type, std::move(*m_shape), (*m_offsets)[0], (*m_offsets)[1], 1};
        for (const std::int64_t size : entry.shape) {
            // Room for the bytes too: the widest type has 8.
            if (__builtin_mul_overflow(entry.numbers, static_cast<std::uint64_t>(size), &entry.numbers) ||
                entry.numbers > std::uint64_t{INT64_MAX} / 8)
                refuse("has the shape " + shapeText(entry.shape) + ", more than any file can hold");
        }
        m_header.tensors.push_back(std::move(entry));
    }

    const std::string& m_file;
    SafetensorsHeader& m_header;
    Place m_place = Place::Outside;
    std::string m_name; ///< the key of the top object
    std::string m_key;  ///< the key below it
    std::set<std::string> m_names;
    std::set<std::string> m_keys;
    std::optional<TensorType> m_type;
    std::optional<std::vector<std::int64_t>> m_shape;
    std::optional<std::vector<std::uint64_t>> m_offsets;
};

/// Each tensor inside the data, as long as its shape asks, and beginning where the one before ends.
void checkOffsets(const std::vector<TensorEntry>& tensors, std::uint64_t dataStart, std::uint64_t dataSize,
                  const std::string& file)
{
    std::uint64_t at = 0;
    const TensorEntry* before = nullptr;
    for (const TensorEntry& tensor : tensors) {
        const std::string name = "the tensor " + inQuotes(tensor.name);
        const auto byte = [dataStart](std::uint64_t offset) {
            return static_cast<std::int64_t>(dataStart + offset);
        };
        if (tensor.end < tensor.begin)
            throw badSafetensors(file, name + " ends (" + std::to_string(tensor.end) +
                                           ") before it begins (" + std::to_string(tensor.begin) + ")");
        if (tensor.end > dataSize)
            throw badSafetensors(file,
                                 name + " ends " + bytesText(tensor.end - dataSize) +
                                     " after the end of the file: a part of the file is missing",
                                 byte(dataSize));
        const std::uint64_t wanted = tensor.numbers * typeSize(tensor.type);
        if (tensor.end - tensor.begin != wanted)
            throw badSafetensors(file,
                                 name + " takes " + bytesText(tensor.end - tensor.begin) +
                                     ", but its shape " + shapeText(tensor.shape) + " of " +
                                     std::string(typeName(tensor.type)) + " needs " + std::to_string(wanted),
                                 byte(tensor.begin));
        if (tensor.begin < at)
            throw badSafetensors(file,
                                 name + " shares " + bytesText(at - tensor.begin) + " with the tensor " +
                                     inQuotes(before->name),
                                 byte(tensor.begin));
        if (tensor.begin > at)
            throw badSafetensors(
                file, bytesText(tensor.begin - at) + " before " + name + " belong to no tensor", byte(at));
        at = tensor.end;
        before = &tensor;
    }
    if (at != dataSize)
        throw badSafetensors(file, bytesText(dataSize - at) + " at its end belong to no tensor",
                             static_cast<std::int64_t>(dataStart + at));
}

} // namespace

base::Error badSafetensors(const std::string& file, const std::string& why, std::int64_t byte)
{
    base::ErrorPlace place;
    std::string where;
    if (byte >= 0) {
        place.byte = byte;
        where = " (byte " + std::to_string(byte) + ")";
    }
    return {base::ErrorCode::BadModel,
            file + " is damaged or is no safetensors file: " + why + where + ". Copy or download it again.",
            place};
}

SafetensorsHeader parseSafetensorsHeader(std::string_view json, std::uint64_t dataStart,
                                         std::uint64_t dataSize, const std::string& file)
{
    SafetensorsHeader header;
    HeaderReader reader(file, header);
    try {
        Json::sax_parse(json.begin(), json.end(), &reader);
    } catch (const Json::exception& error) { // a number that no double holds
        throw base::Error(base::ErrorCode::BadModel,
                          badSafetensors(file, "its header is not usable JSON").message(), error.what());
    }
    std::ranges::sort(header.tensors, {}, [](const TensorEntry& tensor) {
        return std::tie(tensor.begin, tensor.end, tensor.name);
    });
    checkOffsets(header.tensors, dataStart, dataSize, file);
    return header;
}

} // namespace lepton::nn
