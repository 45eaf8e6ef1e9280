// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/acknowledgement.h"

#include "base/error.h"
#include "identity/member_ledger.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

constexpr const char* acknowledgedKind = "audit.acknowledged";

} // namespace

std::vector<Acknowledged> acknowledgedBy(const store::RawEvent& event)
{
    std::vector<Acknowledged> named;
    if (event.kind != acknowledgedKind)
        return named;
    try {
        const json detail = json::parse(event.detail);
        for (const json& one : detail.at("events"))
            named.push_back({one.at("event").get<std::int64_t>(), one.at("hash").get<std::string>()});
    } catch (const json::exception&) {
        named.clear();
    }
    return named;
}

void acknowledge(store::Workspace& workspace, const AuditResult& result,
                 const std::vector<std::int64_t>& events, const std::string& reason)
{
    const auto signer = workspace.signer();
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(ErrorCode::InvalidArgument, "Say why the events are known: give a reason.");
    workspace.write([&](store::Transaction& transaction) {
        MemberLedger ledger(transaction.info().id);
        ledger.catchUp(transaction.database());
        requireRight(requireSigner(ledger.members(), signer.get()).roles, Right::Acknowledge);
        json list = json::array();
        for (const std::int64_t seq : events) {
            const std::string name = "Event " + std::to_string(seq);
            const bool refused = std::ranges::any_of(result.problems, [seq](const Problem& problem) {
                return problem.refused && problem.event == seq;
            });
            const auto event = store::EventStore(transaction.database()).find(seq);
            if (!refused || !event)
                throw Error(ErrorCode::NotFound, name + " is no refused event: there is nothing to "
                                                        "acknowledge. lepton audit verify lists them.");
            if (event->member == signer->member().toString())
                throw Error(ErrorCode::OwnRequest,
                            name + " is your own: another admin has to acknowledge it.");
            list.push_back({{"event", seq}, {"hash", event->hash}});
        }
        transaction.append(
            {acknowledgedKind, transaction.info().id.toString(), {{"events", list}, {"reason", reason}}});
    });
}

} // namespace lepton::identity
