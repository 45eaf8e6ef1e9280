// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/decoded_text.h"

#include "data/encoding.h"

#include <algorithm>
#include <cstring>

namespace lepton::data {

char* TextBuffer::grow(std::size_t count)
{
    if (m_size + count + padding > m_capacity) {
        const std::size_t capacity = std::max(m_size + count + padding, m_capacity + m_capacity / 2);
        std::unique_ptr<char[]> bytes(new char[capacity]);
        if (m_size > 0)
            std::memcpy(bytes.get(), m_bytes.get(), m_size);
        m_bytes = std::move(bytes);
        m_capacity = capacity;
    }
    return m_bytes.get() + m_size;
}

void TextBuffer::append(std::string_view bytes)
{
    if (bytes.empty())
        return;
    std::memcpy(grow(bytes.size()), bytes.data(), bytes.size());
    commit(bytes.size());
}

std::int64_t DecodedText::storedAt(std::size_t at) const
{
    const auto after =
        std::upper_bound(anchors.begin(), anchors.end(), at,
                         [](std::size_t place, const Anchor& anchor) { return place < anchor.at; });
    const Anchor& anchor = after == anchors.begin() ? anchors.front() : *(after - 1);
    const std::size_t length = at - anchor.at;
    if (!decoder)
        return anchor.stored + static_cast<std::int64_t>(length);
    return anchor.stored +
           static_cast<std::int64_t>(decoder->encodedLength(bytes.view().substr(anchor.at, length)));
}

DecodedText DecodedText::tail(std::size_t at) const
{
    DecodedText result;
    result.decoder = decoder;
    result.bytes.append(bytes.view().substr(at));
    result.anchors.push_back({0, anchors.empty() ? 0 : storedAt(at)});
    for (const Anchor& anchor : anchors) {
        if (anchor.at > at)
            result.anchors.push_back({anchor.at - at, anchor.stored});
    }
    for (const BadSpot& spot : badSpots) {
        if (spot.at >= at)
            result.badSpots.push_back({spot.at - at, spot.stored, spot.kind});
    }
    return result;
}

const DecodedText::BadSpot* DecodedText::badSpotIn(std::size_t begin, std::size_t end) const
{
    if (badSpots.empty())
        return nullptr;
    const auto it = std::lower_bound(badSpots.begin(), badSpots.end(), begin,
                                     [](const BadSpot& spot, std::size_t place) { return spot.at < place; });
    return it != badSpots.end() && it->at < end ? &*it : nullptr;
}

} // namespace lepton::data
