// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryState: which standard holds, and who may publish one.
#include "base/text.h"
#include "registry/department.h"
#include "registry/event_reader.h"
#include "registry/registry_state.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lepton::registry {
namespace {

using identity::Member;
using store::RawEvent;

StandardRecord builtIn()
{
    const Standard& standard = builtInStandard();
    return {standard, standardText(standard), standardHash(standard), {}, {}, 0};
}

} // namespace

StandardRecord RegistryState::standardFor(const ModelRecord& model) const
{
    const StandardRecord* best = nullptr;
    int bestFit = -1;
    for (auto entry = m_standards.begin(); entry != m_standards.end(); ++entry) {
        const auto next = std::next(entry);
        if (next != m_standards.end() && next->first.first == entry->first.first)
            continue; // a newer version of the same standard
        const Standard& standard = entry->second.standard;
        if ((!standard.department.empty() && !isOf(model.department, {standard.department})) ||
            (!standard.task.empty() && standard.task != model.task))
            continue;
        const int fit = (standard.department.empty() ? 0 : 2) + (standard.task.empty() ? 0 : 1);
        if (fit > bestFit || (fit == bestFit && entry->second.event > best->event)) {
            best = &entry->second;
            bestFit = fit;
        }
    }
    return best ? *best : builtIn();
}

StandardRecord RegistryState::standardOf(const PromotionRecord& promotion) const
{
    const auto found = m_standards.find({base::caseFoldKey(promotion.standard), promotion.standardVersion});
    return found == m_standards.end() ? builtIn() : found->second;
}

std::optional<Refusal> RegistryState::whyNotPublish(const Standard& standard,
                                                    const identity::Membership& members,
                                                    const std::string& memberId) const
{
    const std::string key = base::caseFoldKey(standard.name);
    if (key == base::caseFoldKey(builtInStandard().name))
        return Refusal{"exists", "The name built-in is that of the built-in standard. Choose another one."};
    const StandardRecord* before = nullptr;
    for (const auto& [name, record] : m_standards) {
        if (name.first == key)
            before = &record;
    }
    const int expected = before ? before->standard.version + 1 : 1;
    if (standard.version < expected || (before && standard.version != expected))
        return Refusal{"exists", "The next version of the standard " + standard.name + " is " +
                                     std::to_string(expected) + ", not " + std::to_string(standard.version) +
                                     "."};
    if (before &&
        (!isOf(before->standard.department, {standard.department}) || before->standard.task != standard.task))
        return Refusal{"invalid_argument",
                       "The standard " + standard.name +
                           " is for other models. What a standard is for does not change: "
                           "publish one under another name."};
    // The department's own admins decide on its standard; where it has none, any admin does.
    const Member* author = members.find(memberId);
    const bool hasOwnAdmin = std::ranges::any_of(members.members(), [&](const auto& entry) {
        return !entry.second.revoked && entry.second.roles.contains(identity::Role::Admin) &&
               isOf(entry.second.department, {standard.department});
    });
    if (!standard.department.empty() && hasOwnAdmin && author &&
        !isOf(author->department, {standard.department}))
        return Refusal{"not_allowed", "The standard is for " + standard.department +
                                          ", which has an admin of its own: only that one publishes it."};
    return std::nullopt;
}

std::optional<Refusal> RegistryState::publish(const RawEvent& event, const Reader& detail,
                                              const identity::Membership& members)
{
    StandardRecord record;
    record.text = detail.text("text");
    record.standard = parseStandard(record.text);
    record.hash = standardHash(record.standard);
    record.author = event.member;
    record.time = base::UtcTime{event.time};
    record.event = event.seq;
    const Standard& standard = record.standard;
    if (standardText(standard) != record.text || detail.text("hash") != record.hash)
        return badEvent("The standard is not written in its canonical form.");
    if (auto refusal = whyNotPublish(standard, members, event.member))
        return refusal;
    const std::pair key{base::caseFoldKey(standard.name), standard.version};
    m_standards.add(key, std::move(record));
    return std::nullopt;
}

} // namespace lepton::registry
