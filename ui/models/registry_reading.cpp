// SPDX-License-Identifier: GPL-3.0-or-later
// What lists of models and versions, and the page of one model, show.
#include "ui/models/registry_reading.h"

#include <algorithm>
#include <tuple>

namespace lepton::ui {
namespace {

using base::Error;
using base::ErrorCode;
using registry::PromotionState;
using registry::Stage;

std::optional<int> numberOf(const registry::VersionRecord* version)
{
    return version ? std::optional(version->number) : std::nullopt;
}

Turn turnOf(const Error& error)
{
    switch (error.code()) {
    case ErrorCode::OwnRequest:
        return Turn::Own;
    case ErrorCode::AlreadyDecided:
        return Turn::Signed;
    default:
        return Turn::Blocked;
    }
}

} // namespace

RegistryReading::RegistryReading(std::shared_ptr<const registry::Ledger> ledger, std::string me,
                                 std::optional<Error> whyNotWrite)
    : m_ledger(std::move(ledger))
    , m_state(&m_ledger->state())
    , m_me(std::move(me))
    , m_whyNotWrite(std::move(whyNotWrite))
{}

const identity::Member* RegistryReading::me() const
{
    return m_ledger->members().find(m_me);
}

Person RegistryReading::person(const std::string& id) const
{
    const identity::Member* member = m_ledger->members().find(id);
    if (!member)
        return {.id = id, .name = id, .department = {}, .roles = {}, .key = {}, .isMe = false};
    return {.id = id,
            .name = member->name,
            .department = member->department,
            .roles = member->roles,
            .key = member->key,
            .isMe = id == m_me};
}

std::optional<Error> RegistryReading::whyNot(identity::Right right) const
{
    if (m_whyNotWrite && right != identity::Right::Read)
        return m_whyNotWrite;
    try {
        identity::requireRight(me(), right);
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

std::optional<Error> RegistryReading::whyNotReview(const registry::PromotionRecord& promotion,
                                                   bool approve) const
{
    const identity::Member* member = me();
    if (m_whyNotWrite || !member || member->revoked)
        return whyNot(identity::Right::Review);
    const auto refusal = m_state->whyNotReview(promotion, *member, approve);
    return refusal ? std::optional(registry::errorOf(*refusal)) : std::nullopt;
}

const registry::ModelRecord& RegistryReading::requireModel(const std::string& name) const
{
    if (const auto* model = m_state->findModel(name))
        return *model;
    throw Error(ErrorCode::NotFound, "There is no model called \"" + name + "\".");
}

std::optional<double> RegistryReading::macroF1(const registry::VersionRecord& version) const
{
    const registry::RunFacts* run = m_state->run(version.run);
    if (!run)
        return std::nullopt;
    const auto metric = run->metrics.find("test/macro_f1");
    return metric != run->metrics.end() && metric->is_number() ? std::optional(metric->get<double>())
                                                               : std::nullopt;
}

ModelSummary RegistryReading::summary(const registry::ModelRecord& model) const
{
    ModelSummary summary{.id = model.id,
                         .name = model.name,
                         .department = model.department,
                         .task = model.task,
                         .owner = person(model.owner),
                         .versions = 0,
                         .production = numberOf(m_state->inStage(model, Stage::Production)),
                         .staging = numberOf(m_state->inStage(model, Stage::Staging)),
                         .newest = {},
                         .score = {},
                         .waiting = 0,
                         .changed = model.created};
    const registry::VersionRecord* shown = m_state->inStage(model, Stage::Production);
    for (const auto& id : model.versions) {
        const auto& version = m_state->version(id);
        summary.changed = std::max(summary.changed, version.created);
        if (version.trashed)
            continue;
        ++summary.versions;
        summary.newest = version.number;
    }
    if (!shown && summary.newest)
        shown = m_state->find(model, *summary.newest);
    if (shown)
        summary.score = macroF1(*shown);
    if (const auto moves = m_state->history().find(model.id); moves != m_state->history().end()) {
        for (const auto& move : moves->second)
            summary.changed = std::max(summary.changed, move.time);
    }
    return summary;
}

PendingReview RegistryReading::pending(const registry::PromotionRecord& promotion) const
{
    const auto& version = m_state->version(promotion.version);
    PendingReview pending{.name = promotion.name(),
                          .model = m_state->model(version.model).name,
                          .version = version.number,
                          .from = version.stage,
                          .target = promotion.target,
                          .requester = person(promotion.requester),
                          .time = promotion.time,
                          .approvals = promotion.approvals(),
                          .needed = promotion.rules.approvals,
                          .turn = Turn::Mine,
                          .why = {}};
    if (const auto why = whyNotReview(promotion, true)) {
        pending.turn = turnOf(*why);
        pending.why = why->message();
    }
    return pending;
}

ModelsOverview RegistryReading::overview() const
{
    ModelsOverview overview;
    std::map<registry::ModelId, int> waiting;
    for (const auto& [id, promotion] : m_state->promotions()) {
        if (promotion.state != PromotionState::Waiting)
            continue;
        ++waiting[m_state->version(promotion.version).model];
        overview.pending.push_back(pending(promotion));
    }
    std::ranges::sort(overview.pending, {}, [](const PendingReview& one) {
        return std::tuple(one.turn != Turn::Mine, one.time, one.name);
    });
    for (const auto& [id, model] : m_state->models()) {
        overview.models.push_back(summary(model));
        overview.models.back().waiting = waiting[id];
    }
    std::ranges::sort(overview.models, {}, &ModelSummary::name);
    overview.whyNotRegister = whyNot(identity::Right::Register);
    return overview;
}

VersionSummary RegistryReading::summary(const registry::VersionRecord& version,
                                        const registry::ModelRecord& model) const
{
    VersionSummary summary{.id = version.id,
                           .number = version.number,
                           .run = version.isImported() ? std::string() : version.source,
                           .source = version.source,
                           .macroF1 = macroF1(version),
                           .stage = version.stage,
                           .isTrashed = version.trashed,
                           .author = person(version.author),
                           .created = version.created,
                           .hash = version.hash,
                           .bytes = version.bytes(),
                           .aliases = {},
                           .pending = {}};
    for (const auto& [alias, number] : model.aliases) {
        if (number == version.number)
            summary.aliases.push_back(alias);
    }
    return summary;
}

ModelDetails RegistryReading::model(const std::string& name) const
{
    const registry::ModelRecord& record = requireModel(name);
    ModelDetails details{.model = summary(record),
                         .intendedUse = record.intendedUse,
                         .limits = record.limits,
                         .versions = {},
                         .moves = {},
                         .performance = {},
                         .rollBackTo = numberOf(m_state->productionBefore(record)),
                         .whyNotEdit = whyNot(identity::Right::Register),
                         .whyNotAsk = whyNot(identity::Right::RequestPromotion)};
    std::map<registry::ModelVersionId, std::string> waiting;
    for (const auto& [id, promotion] : m_state->promotions()) {
        if (promotion.state == PromotionState::Waiting)
            waiting[promotion.version] = promotion.name();
    }
    for (auto id = record.versions.rbegin(); id != record.versions.rend(); ++id) {
        details.versions.push_back(summary(m_state->version(*id), record));
        if (const auto found = waiting.find(*id); found != waiting.end()) {
            details.versions.back().pending = found->second;
            ++details.model.waiting;
        }
    }
    details.moves = movesOf(record);
    details.performance = performanceOf(record);
    return details;
}

std::vector<StageMove> RegistryReading::movesOf(const registry::ModelRecord& record) const
{
    std::vector<StageMove> moves;
    const auto history = m_state->history().find(record.id);
    if (history == m_state->history().end())
        return moves;
    for (auto move = history->second.rbegin(); move != history->second.rend(); ++move) {
        StageMove shown{.version = m_state->version(move->version).number,
                        .from = move->from,
                        .to = move->to,
                        .promotion = {},
                        .isRollback = false,
                        .requester = {},
                        .approvers = {},
                        .time = move->time};
        if (const auto found = m_state->promotions().find(move->promotion);
            found != m_state->promotions().end()) {
            shown.promotion = found->second.name();
            shown.isRollback = found->second.rollback;
            shown.requester = person(found->second.requester);
            for (const auto& review : found->second.reviews)
                shown.approvers.push_back(person(review.reviewer));
        }
        moves.push_back(std::move(shown));
    }
    return moves;
}

std::vector<PerformanceRow> RegistryReading::performanceOf(const registry::ModelRecord& record) const
{
    std::vector<PerformanceRow> rows;
    for (auto score = m_state->scores().rbegin(); score != m_state->scores().rend(); ++score) {
        const auto& version = m_state->version(score->version);
        if (version.model != record.id)
            continue;
        PerformanceRow row{.version = version.number,
                           .sources = {},
                           .macroF1 = score->macroF1,
                           .accuracy = score->accuracy,
                           .time = score->time};
        for (const auto& source : score->sources)
            row.sources.push_back({source.at("dataset").get<std::string>(), source.at("version").get<int>(),
                                   source.at("rows").get<std::int64_t>(), source.at("macro_f1").get<double>(),
                                   source.at("accuracy").get<double>()});
        rows.push_back(std::move(row));
    }
    return rows;
}

registry::CardFacts RegistryReading::card(const std::string& model, int version) const
{
    const registry::VersionRecord* found = m_state->find(requireModel(model), version);
    if (!found)
        throw Error(ErrorCode::NotFound, model + " has no version " + std::to_string(version) + ".");
    return registry::cardFacts(*m_state, *found, [this](const std::string& id) { return person(id).name; });
}

} // namespace lepton::ui
