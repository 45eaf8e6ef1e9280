// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/event_sentence.h"

#include <utility>

namespace lepton::identity {

std::string eventName(std::int64_t seq)
{
    return "Event " + std::to_string(seq);
}

std::string replacedEvent(std::int64_t seq, const std::optional<store::RawEvent>& now)
{
    return eventName(seq) + (now ? " is another one than" : " is not there any more, and was");
}

Problem problemOf(const store::RawEvent& event, std::string kind, const std::string& what)
{
    return {event.seq, std::move(kind), eventName(event.seq) + " (" + event.kind + ") " + what};
}

} // namespace lepton::identity
