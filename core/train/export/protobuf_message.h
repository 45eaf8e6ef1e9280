// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lepton::train {

/// The bytes of one protocol buffer message (https://protobuf.dev/programming-guides/encoding), field by
/// field in the order of the calls. Enough for writing a few flat messages, without a compiler for .proto
/// files in the build; numbers of fields are checked against the peer's .proto by reading the files with it.
class ProtobufMessage
{
public:
    /// int32, int64, uint64, bool and enum fields.
    ProtobufMessage& whole(int field, std::int64_t value);
    ProtobufMessage& number(int field, double value);     ///< double
    ProtobufMessage& shortNumber(int field, float value); ///< float
    /// string and bytes fields.
    ProtobufMessage& text(int field, std::string_view value);
    ProtobufMessage& message(int field, const ProtobufMessage& value) { return text(field, value.bytes()); }

    const std::string& bytes() const noexcept { return m_bytes; }

private:
    void varint(std::uint64_t value);
    void key(int field, unsigned wireType);
    void littleEndian(std::uint64_t bits, int count);

    std::string m_bytes;
};

} // namespace lepton::train
