// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lepton::base {

/// The 16 bytes of a UUID (RFC 9562).
class Uuid
{
public:
    constexpr Uuid() = default;

    /// A new UUIDv7: 48 bits of UTC milliseconds, then 74 random bits. Later ones sort later.
    static Uuid generate(const Clock& clock = systemClock());
    /// Reads 8-4-4-4-12 hexadecimal digits in either case; nothing else is accepted.
    static std::optional<Uuid> parse(std::string_view text);

    bool isNull() const noexcept;
    /// Lower case with hyphens, as it stands in the catalog and in events.
    std::string toString() const;

    friend auto operator<=>(const Uuid&, const Uuid&) = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

/// An id that cannot be mistaken for one of another kind.
template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(Uuid uuid)
        : m_uuid(uuid)
    {}

    static Id generate(const Clock& clock = systemClock()) { return Id(Uuid::generate(clock)); }
    static std::optional<Id> parse(std::string_view text)
    {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional<Id>(Id(*uuid)) : std::nullopt;
    }

    bool isNull() const noexcept { return m_uuid.isNull(); }
    std::string toString() const { return m_uuid.toString(); }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    Uuid m_uuid;
};

using WorkspaceId = Id<struct WorkspaceTag>;
using EventId = Id<struct EventTag>;
using MemberId = Id<struct MemberTag>;
using DatasetId = Id<struct DatasetTag>;
using DatasetVersionId = Id<struct DatasetVersionTag>;
using JobId = Id<struct JobTag>;

} // namespace lepton::base

template <class Tag>
struct std::hash<lepton::base::Id<Tag>>
{
    std::size_t operator()(const lepton::base::Id<Tag>& id) const
    {
        return std::hash<std::string>{}(id.toString());
    }
};
