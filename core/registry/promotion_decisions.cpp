// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryService: requests, reviews, and what they come to.
#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "registry/evidence_check.h"
#include "registry/registry_service.h"
#include "registry/require.h"
#include "store/workspace.h"
#include "train/object_files.h"

#include <algorithm>

namespace lepton::registry {
namespace {

using base::Error;
using base::ErrorCode;
using identity::Right;
using nlohmann::json;

json standardRef(const PromotionRecord& promotion)
{
    return {{"name", promotion.standard}, {"version", promotion.standardVersion}};
}

} // namespace

PromotionRecord RegistryService::promote(const ModelVersionId& version, Stage target,
                                         const std::string& reason, const base::Cancellation& cancellation,
                                         base::Progress& progress)
{
    return request(version, target, reason, false, cancellation, progress);
}

PromotionRecord RegistryService::rollBack(const ModelId& model, const std::string& reason,
                                          const base::Cancellation& cancellation, base::Progress& progress)
{
    const auto now = state();
    const ModelRecord& record = now->model(model);
    const VersionRecord* before = now->productionBefore(record);
    if (!before)
        throw Error(ErrorCode::NotFound, record.name + " had no other version in production before.");
    return request(before->id, Stage::Production, reason, true, cancellation, progress);
}

PromotionRecord RegistryService::request(const ModelVersionId& id, Stage target, const std::string& reason,
                                         bool rollback, const base::Cancellation& cancellation,
                                         base::Progress& progress)
{
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(ErrorCode::InvalidArgument,
                    "A promotion takes a reason. Say why the version shall move.");
    requireTrust();
    const auto now = state();
    const VersionRecord& version = requireVersion(*now, id);
    identity::requireRight(requireMember(*ledger()).roles, Right::RequestPromotion);
    if (const auto refusal = now->whyNotPromote(version, target))
        throw errorOf(*refusal);
    const ModelRecord& owner = now->model(version.model);
    const StandardRecord standard = now->standardFor(owner);
    const Evidence evidence =
        m_evidence.make(*now, {version, target, standard, now->inStage(owner, Stage::Production), rollback},
                        cancellation, progress);

    const PromotionId made = PromotionId::generate();
    change(Right::RequestPromotion, [&](Change& change) {
        const RegistryState& state = change.state();
        const ModelRecord& model = state.model(version.model);
        const VersionRecord* incumbent = state.inStage(model, Stage::Production);
        const std::string compared = evidence.at("incumbent").is_null()
                                         ? ""
                                         : evidence.at("incumbent").at("version").get<std::string>();
        if (compared != (incumbent ? incumbent->id.toString() : "") ||
            state.standardFor(model).hash != standard.hash)
            throw Error(ErrorCode::Busy,
                        "The version in production or the standard changed while the gates were "
                        "computed. Ask again.");
        change.append({"promotion.requested",
                       made.toString(),
                       {{"number", state.nextPromotionNumber()},
                        {"model", version.model.toString()},
                        {"model_name", model.name},
                        {"version", version.id.toString()},
                        {"version_number", version.number},
                        {"object_hash", version.hash},
                        {"target", stageName(target)},
                        {"rollback", rollback},
                        {"reason", reason},
                        {"standard",
                         {{"name", standard.standard.name},
                          {"version", standard.standard.version},
                          {"hash", standard.hash}}},
                        {"evidence", evidence},
                        {"evidence_hash", evidenceHash(evidence)}}});
        decideIfReady(change, made);
    });
    return promotion(made);
}

PromotionRecord RegistryService::approve(const PromotionId& id, const std::string& comment,
                                         const base::Cancellation& cancellation, base::Progress& progress)
{
    requireTrust();
    const auto now = state();
    const PromotionRecord& record = requirePromotion(*now, id);
    if (const auto refusal = now->whyNotReview(record, requireMember(*ledger()), true))
        throw errorOf(*refusal);
    const VersionRecord& version = now->version(record.version);
    // What is signed was read: the objects are what they were, and come to the same figures here.
    progress.begin("hashing", version.bytes());
    for (const auto& [name, object] : version.files) {
        train::verifiedObject(m_parts.workspace.objects(), object, cancellation);
        progress.advance(object.bytes);
    }
    requireSameEvidence(*now, record, cancellation, progress);
    return review(id, true, comment);
}

void RegistryService::requireSameEvidence(const RegistryState& state, const PromotionRecord& record,
                                          const base::Cancellation& cancellation, base::Progress& progress)
{
    const StandardRecord standard = state.standardOf(record);
    const Evidence again = m_evidence.make(
        state,
        {state.version(record.version), record.target, standard, state.comparedWith(record), record.rollback},
        cancellation, progress);
    for (const GateResult& gate : gatesOf(again)) {
        if (!gate.passed)
            throw Error(ErrorCode::GateFailed, record.name() +
                                                   " cannot be approved: computed again here, the gate " +
                                                   gate.name + " fails. " + gate.why);
    }
    if (const auto difference = whatDiffers(record.evidence, again))
        throw Error(ErrorCode::GateFailed,
                    record.name() +
                        " cannot be approved and has to be asked for again: computed again here, its "
                        "evidence is not what is shown. " +
                        *difference);
}

PromotionRecord RegistryService::reject(const PromotionId& id, const std::string& comment)
{
    if (comment.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(ErrorCode::InvalidArgument, "A rejection takes a comment. Say what is missing.");
    return review(id, false, comment);
}

PromotionRecord RegistryService::review(const PromotionId& id, bool approve, const std::string& comment)
{
    change(Right::Review, [&](Change& change) {
        const PromotionRecord& record = requirePromotion(change.state(), id);
        if (const auto refusal = change.state().whyNotReview(record, change.member, approve))
            throw errorOf(*refusal);
        const VersionRecord& version = change.state().version(record.version);
        change.append({approve ? "promotion.approved" : "promotion.rejected",
                       id.toString(),
                       {{"promotion", record.name()},
                        {"version", version.id.toString()},
                        {"object_hash", version.hash},
                        {"standard", standardRef(record)},
                        {"evidence_hash", record.evidenceHash},
                        {"comment", comment}}});
        decideIfReady(change, id);
    });
    return promotion(id);
}

void RegistryService::decideIfReady(Change& change, const PromotionId& id)
{
    const PromotionRecord& record = requirePromotion(change.state(), id);
    const bool rejected = std::ranges::any_of(record.reviews, [](const auto& one) { return !one.approved; });
    if (!rejected && (!record.gatesPassed || record.approvals() < record.rules.approvals))
        return;
    const VersionRecord& version = change.state().version(record.version);
    const ModelRecord& model = change.state().model(version.model);
    const VersionRecord* incumbent = change.state().inStage(model, Stage::Production);
    const bool swaps = !rejected && record.target == Stage::Production && incumbent;
    change.append({"promotion.decided",
                   id.toString(),
                   {{"promotion", record.name()},
                    {"outcome", rejected ? "rejected" : "approved"},
                    {"model_name", model.name},
                    {"version", version.id.toString()},
                    {"version_number", version.number},
                    {"object_hash", version.hash},
                    {"target", stageName(record.target)},
                    {"archived", swaps ? incumbent->id.toString() : std::string()}}});
}

PromotionRecord RegistryService::withdraw(const PromotionId& id)
{
    change(Right::RequestPromotion, [&](Change& change) {
        const PromotionRecord& record = requirePromotion(change.state(), id);
        change.append({"promotion.withdrawn", id.toString(), {{"promotion", record.name()}}});
    });
    return promotion(id);
}

PromotionRecord RegistryService::promotion(const PromotionId& id)
{
    return requirePromotion(*state(), id);
}

} // namespace lepton::registry
