// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_service.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "base/text.h"
#include "registry/registry_store.h"
#include "store/workspace.h"
#include "train/object_files.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace lepton::registry {
namespace {

using base::Error;
using base::ErrorCode;
using identity::Right;
using nlohmann::json;

std::string listed(const RegistryState& state)
{
    constexpr std::size_t most = 10;
    std::string names;
    std::size_t count = 0;
    for (const auto& [id, model] : state.models()) {
        if (count++ < most)
            names += (names.empty() ? "" : ", ") + model.name;
    }
    return count > most ? names + " and " + std::to_string(count - most) + " more" : names;
}

const ModelRecord& requireModel(const RegistryState& state, std::string_view name)
{
    if (const ModelRecord* model = state.findModel(name))
        return *model;
    throw Error(ErrorCode::NotFound,
                "There is no model called \"" + std::string(name) + "\". " +
                    (state.models().empty() ? "Make one of a run: lepton model register RUN --name NAME."
                                            : "There are: " + listed(state) + "."));
}

const VersionRecord& requireVersion(const RegistryState& state, const ModelVersionId& id)
{
    const auto found = state.versions().find(id);
    if (found == state.versions().end())
        throw Error(ErrorCode::NotFound, "The model version is not there.");
    return found->second;
}

const PromotionRecord& requirePromotion(const RegistryState& state, const PromotionId& id)
{
    const auto found = state.promotions().find(id);
    if (found == state.promotions().end())
        throw Error(ErrorCode::NotFound, "The promotion is not there.");
    return found->second;
}

json standardRef(const PromotionRecord& promotion)
{
    return {{"name", promotion.standard}, {"version", promotion.standardVersion}};
}

} // namespace

RegistryService::RegistryService(Parts parts)
    : m_parts(std::move(parts))
    , m_evidence(m_parts.workspace, m_parts.engine)
    , m_ledger(m_parts.workspace.info().id,
               m_parts.seals ? m_parts.seals->find(m_parts.workspace.info().folder) : std::nullopt)
{}

Ledger RegistryService::ledger()
{
    const std::lock_guard lock(m_mutex);
    return m_ledger;
}

void RegistryService::keep(Ledger ledger)
{
    const std::lock_guard lock(m_mutex);
    if (ledger.log().head().seq < m_ledger.log().head().seq)
        return;
    if (m_parts.seals && ledger.log().signaturesChecked() != m_ledger.log().signaturesChecked())
        identity::keepSeal(ledger.log(), *m_parts.seals, m_parts.workspace.info().folder);
    m_ledger = std::move(ledger);
}

std::shared_ptr<const RegistryState> RegistryService::state()
{
    Ledger now = ledger();
    m_parts.workspace.read([&](SQLite::Database& database) { now.catchUp(database); });
    auto state = std::make_shared<const RegistryState>(now.state());
    keep(std::move(now));
    return state;
}

const identity::Member& RegistryService::requireMember(const Ledger& ledger) const
{
    return identity::requireSigner(ledger.members(), m_parts.workspace.signer().get());
}

void RegistryService::Change::append(const store::EventDraft& draft)
{
    transaction.append(draft);
    ledger.catchUpOwn(transaction.database());
}

void RegistryService::change(Right right, const std::function<void(Change&)>& work)
{
    if (m_parts.requireTrust)
        m_parts.requireTrust();
    state(); // most of the log, while others may write
    Ledger after = ledger();
    m_parts.workspace.write([&](store::Transaction& transaction) {
        Ledger now = ledger();
        now.catchUp(transaction.database());
        const identity::Member& member = requireMember(now);
        // Who decides on an own request is told that, whatever else is missing.
        if (right != Right::Review)
            identity::requireRight(member.roles, right);
        const RegistryState before = now.state();
        Change change{transaction, now, member};
        work(change);
        RegistryStore(transaction.database()).save(before, now.state());
        after = std::move(now);
    });
    keep(std::move(after));
}

void RegistryService::require(Right right)
{
    if (m_parts.requireTrust)
        m_parts.requireTrust();
    state();
    identity::requireRight(requireMember(ledger()).roles, right);
    m_parts.workspace.signer()->sign({}); // a locked key says so now
}

ModelRecord RegistryService::resolveModel(std::string_view name)
{
    return requireModel(*state(), name);
}

ModelVersion RegistryService::resolve(std::string_view text)
{
    const auto now = state();
    const auto at = text.rfind('@');
    const ModelRecord& model = requireModel(*now, text.substr(0, at));
    const auto answer = [&](const VersionRecord* version, const std::string& what) {
        if (!version)
            throw Error(ErrorCode::NotFound, model.name + " has no version " + what + ".");
        return ModelVersion{model, *version};
    };
    if (at == std::string_view::npos) {
        if (const VersionRecord* production = now->inStage(model, Stage::Production))
            return {model, *production};
        for (auto id = model.versions.rbegin(); id != model.versions.rend(); ++id) {
            if (!now->version(*id).trashed)
                return {model, now->version(*id)};
        }
        return answer(nullptr, "left");
    }
    const std::string wanted(text.substr(at + 1));
    if (wanted == "production" || wanted == "staging")
        return answer(now->inStage(model, parseStage(wanted)), "in " + wanted);
    int number = 0;
    const char* end = wanted.data() + wanted.size();
    if (const auto [stopped, error] = std::from_chars(wanted.data(), end, number);
        error == std::errc() && stopped == end)
        return answer(now->find(model, number), wanted);
    const auto alias = model.aliases.find(wanted);
    return answer(alias == model.aliases.end() ? nullptr : now->find(model, alias->second),
                  "or alias \"" + wanted + "\"");
}

PromotionRecord RegistryService::resolvePromotion(std::string_view text)
{
    const auto now = state();
    if (const PromotionRecord* promotion = now->findPromotion(text))
        return *promotion;
    throw Error(ErrorCode::NotFound,
                "There is no promotion \"" + std::string(text) + "\". " +
                    (now->promotions().empty()
                         ? std::string("Nobody has asked for one yet.")
                         : "There are P-1 to P-" + std::to_string(now->promotions().size()) + "."));
}

PromotionRecord RegistryService::promotion(const PromotionId& id)
{
    return requirePromotion(*state(), id);
}

void RegistryService::describe(const ModelId& model, const std::string& intendedUse,
                               const std::string& limits)
{
    change(Right::Register, [&](Change& change) {
        change.append(
            {"model.described", model.toString(), {{"intended_use", intendedUse}, {"limits", limits}}});
    });
}

void RegistryService::setAlias(const ModelId& model, const std::string& alias, int number)
{
    const std::string name = base::checkedName(alias, "alias");
    const bool isNumber = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber || name == "production" || name == "staging" || name == "none" || name == "archived")
        throw Error(ErrorCode::InvalidArgument,
                    "\"" + name + "\" already means a version or a stage. Choose another alias.");
    change(Right::Register, [&](Change& change) {
        change.append({"model.alias_set", model.toString(), {{"alias", name}, {"version", number}}});
    });
}

void RegistryService::removeAlias(const ModelId& model, const std::string& alias)
{
    change(Right::Register, [&](Change& change) {
        change.append({"model.alias_removed", model.toString(), {{"alias", alias}}});
    });
}

void RegistryService::setTrashed(const ModelVersionId& version, bool trashed)
{
    change(Right::Register, [&](Change& change) {
        const VersionRecord& record = requireVersion(change.state(), version);
        if (record.trashed == trashed)
            return;
        change.append({trashed ? "model.version_trashed" : "model.version_restored",
                       version.toString(),
                       {{"model", record.model.toString()}, {"number", record.number}}});
    });
}

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
    const auto now = state();
    const VersionRecord& version = requireVersion(*now, id);
    identity::requireRight(requireMember(ledger()).roles, Right::RequestPromotion);
    if (const auto refusal = now->whyNotPromote(version, target))
        throw errorOf(*refusal);
    const StandardRecord standard = now->standardFor(now->model(version.model));
    const Evidence evidence = m_evidence.make(*now, version, target, standard, cancellation, progress);

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
    const auto now = state();
    const PromotionRecord& record = requirePromotion(*now, id);
    if (const auto refusal = now->whyNotReview(record, requireMember(ledger()), true))
        throw errorOf(*refusal);
    const VersionRecord& version = now->version(record.version);
    // What is signed was read: the objects are what they were, and the gates come to the same here.
    progress.begin("hashing", version.bytes());
    for (const auto& [name, object] : version.files) {
        train::verifiedObject(m_parts.workspace.objects(), object, cancellation);
        progress.advance(object.bytes);
    }
    if (!record.rules.gates.empty()) {
        const auto published =
            now->standards().find({base::caseFoldKey(record.standard), record.standardVersion});
        const StandardRecord standard = published == now->standards().end()
                                            ? now->standardFor(now->model(version.model))
                                            : published->second;
        const Evidence again =
            m_evidence.make(*now, version, record.target, standard, cancellation, progress);
        for (const GateResult& gate : gatesOf(again)) {
            if (!gate.passed)
                throw Error(ErrorCode::GateFailed, record.name() +
                                                       " cannot be approved: computed again here, the "
                                                       "gate " +
                                                       gate.name + " fails. " + gate.why);
        }
    }
    return review(id, true, comment);
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

StandardRecord RegistryService::publish(std::string_view text)
{
    const Standard standard = parseStandard(text);
    change(Right::ManageStandards, [&](Change& change) {
        change.append({"standard.published",
                       standard.name,
                       {{"name", standard.name},
                        {"version", standard.version},
                        {"text", standardText(standard)},
                        {"hash", standardHash(standard)}}});
    });
    return state()->standards().at({base::caseFoldKey(standard.name), standard.version});
}

std::unique_ptr<train::Predictor> RegistryService::predictor(const VersionRecord& version)
{
    return m_evidence.predictor(version, {});
}

void RegistryService::recordPredictions(const ModelVersion& version, const std::string& asked,
                                        std::int64_t rows)
{
    change(Right::Predict, [&](Change& change) {
        change.append({"prediction.made",
                       version.version.id.toString(),
                       {{"model", version.model.name},
                        {"version", version.version.number},
                        {"object_hash", version.version.hash},
                        {"asked", asked},
                        {"stage", stageName(version.version.stage)},
                        {"rows", rows}}});
    });
}

} // namespace lepton::registry
