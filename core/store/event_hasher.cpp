// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event_hasher.h"

namespace lepton::store {

EventHasher::EventHasher(const base::WorkspaceId& workspace)
    : m_bytes("lepton-event-1")
{
    add(workspace.toString());
    m_begin = m_bytes;
}

base::Sha256Digest EventHasher::operator()(const RawEvent& event)
{
    m_bytes.assign(m_begin);
    add(std::to_string(event.seq));
    add(event.id);
    add(std::to_string(event.time));
    for (const std::string* field :
         {&event.member, &event.key, &event.kind, &event.object, &event.detail, &event.prev})
        add(*field);
    m_hash.update(m_bytes);
    return m_hash.finish();
}

void EventHasher::add(std::string_view field)
{
    constexpr unsigned bytesOfLength = 8;
    constexpr unsigned bitsOfByte = 8;
    for (unsigned byte = 0; byte < bytesOfLength; ++byte)
        m_bytes += static_cast<char>(static_cast<std::uint64_t>(field.size()) >> (bitsOfByte * byte));
    m_bytes += field;
}

} // namespace lepton::store
