// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/export/protobuf_message.h"

#include <bit>
#include <climits>

namespace lepton::train {
namespace {

enum WireType : unsigned
{
    Varint = 0,
    EightBytes = 1,
    LengthAndBytes = 2,
    FourBytes = 5
};

} // namespace

void ProtobufMessage::varint(std::uint64_t value)
{
    constexpr int bitsOfGroup = 7;
    constexpr std::uint64_t more = 0x80;
    for (; value >= more; value >>= bitsOfGroup)
        m_bytes += static_cast<char>(value | more);
    m_bytes += static_cast<char>(value);
}

void ProtobufMessage::key(int field, unsigned wireType)
{
    constexpr int bitsOfWireType = 3;
    varint(static_cast<std::uint64_t>(field) << bitsOfWireType | wireType);
}

void ProtobufMessage::littleEndian(std::uint64_t bits, int count)
{
    for (int i = 0; i < count; ++i)
        m_bytes += static_cast<char>(bits >> (CHAR_BIT * i));
}

ProtobufMessage& ProtobufMessage::whole(int field, std::int64_t value)
{
    key(field, Varint);
    varint(static_cast<std::uint64_t>(value));
    return *this;
}

ProtobufMessage& ProtobufMessage::number(int field, double value)
{
    key(field, EightBytes);
    littleEndian(std::bit_cast<std::uint64_t>(value), sizeof value);
    return *this;
}

ProtobufMessage& ProtobufMessage::shortNumber(int field, float value)
{
    key(field, FourBytes);
    littleEndian(std::bit_cast<std::uint32_t>(value), sizeof value);
    return *this;
}

ProtobufMessage& ProtobufMessage::text(int field, std::string_view value)
{
    key(field, LengthAndBytes);
    varint(value.size());
    m_bytes += value;
    return *this;
}

} // namespace lepton::train
