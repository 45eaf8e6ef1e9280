// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_service.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/text.h"
#include "registry/registry_store.h"
#include "registry/require.h"
#include "store/workspace.h"

#include <algorithm>
#include <utility>

namespace lepton::registry {

using base::Error;
using base::ErrorCode;
using identity::Right;

/// What proof() tells, as long as it lives.
class RegistryService::ToldProof
{
public:
    explicit ToldProof(RegistryService& service)
        : progress([this](const base::ProgressState& state) { tell(state); })
        , m_service(service)
    {}
    ~ToldProof() { tell(std::nullopt); }
    ToldProof(const ToldProof&) = delete;
    ToldProof& operator=(const ToldProof&) = delete;

    base::Progress progress;

private:
    void tell(std::optional<base::ProgressState> proof)
    {
        const std::lock_guard lock(m_service.m_proofMutex);
        m_service.m_proof = std::move(proof);
    }

    RegistryService& m_service;
};

RegistryService::RegistryService(Parts parts)
    : m_parts(std::move(parts))
    , m_evidence(m_parts.workspace, m_parts.engine)
{}

/// Asked for with the first walk: other parts of this program may have proven and sealed the log meanwhile.
std::shared_ptr<const Ledger> RegistryService::beginning() const
{
    const auto& info = m_parts.workspace.info();
    return std::make_shared<Ledger>(info.id, m_parts.seals ? m_parts.seals->find(info.folder) : std::nullopt);
}

std::shared_ptr<const Ledger> RegistryService::ledger()
{
    // One walks a long log, and the others wait for what it finds.
    const std::lock_guard lock(m_mutex);
    const auto known = m_ledger && !m_isDoubted ? m_ledger : beginning();
    std::shared_ptr<const Ledger> now;
    {
        ToldProof told(*this);
        m_parts.workspace.read(
            [&](SQLite::Database& database) { now = caughtUp(known, database, told.progress); });
    }
    if (m_parts.seals && now->log().signaturesChecked() != known->log().signaturesChecked())
        identity::keepSeal(now->log(), *m_parts.seals, m_parts.workspace.info().folder);
    if (m_parts.proven && now != known)
        m_parts.proven(now->log().head());
    m_isDoubted = false;
    return m_ledger = now;
}

void RegistryService::proveAgain(const base::Cancellation& cancellation)
{
    base::Progress progress([&](const base::ProgressState&) { cancellation.throwIfRequested(); });
    try {
        Ledger again(*beginning());
        m_parts.workspace.read([&](SQLite::Database& database) { again.catchUp(database, progress); });
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Damaged) {
            const std::lock_guard lock(m_mutex);
            m_isDoubted = true;
        }
        throw;
    }
}

std::optional<base::ProgressState> RegistryService::proof() const
{
    const std::lock_guard lock(m_proofMutex);
    return m_proof;
}

std::shared_ptr<const Ledger> RegistryService::caughtUp(const std::shared_ptr<const Ledger>& known,
                                                        SQLite::Database& database, base::Progress& progress)
{
    if (known->isCurrent(database))
        return known;
    const auto now = std::make_shared<Ledger>(*known);
    now->catchUp(database, progress);
    return now;
}

void RegistryService::keep(std::shared_ptr<const Ledger> ledger)
{
    const std::lock_guard lock(m_mutex);
    if (ledger->log().head().seq > m_ledger->log().head().seq)
        m_ledger = std::move(ledger);
}

std::shared_ptr<const RegistryState> RegistryService::state()
{
    const auto now = ledger();
    return {now, &now->state()};
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
    requireTrust();
    const auto known = ledger(); // most of the log, while others may write
    std::shared_ptr<Ledger> after;
    m_parts.workspace.write([&](store::Transaction& transaction) {
        SQLite::Database& database = transaction.database();
        base::Progress nobody;
        const auto before = caughtUp(known, database, nobody);
        after = std::make_shared<Ledger>(*before);
        const identity::Member& member = requireMember(*before);
        // Who decides on an own request is told that, whatever else is missing.
        if (right != Right::Review)
            identity::requireRight(member.roles, right);
        Change change{transaction, *after, member};
        work(change);
        RegistryStore(database).save(before->state(), after->state());
    });
    keep(std::move(after));
}

void RegistryService::requireTrust() const
{
    if (m_parts.requireTrust)
        m_parts.requireTrust();
}

void RegistryService::require(Right right)
{
    requireTrust();
    identity::requireRight(requireMember(*ledger()).roles, right);
    m_parts.workspace.signer()->sign({}); // a locked key says so now
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

std::optional<Error> RegistryService::whyNotPublish(const Standard& standard)
{
    const auto now = ledger();
    try {
        const identity::Member& member = requireMember(*now);
        identity::requireRight(member.roles, Right::ManageStandards);
        if (const auto refusal = now->state().whyNotPublish(standard, now->members(), member.id.toString()))
            return errorOf(*refusal);
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
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
