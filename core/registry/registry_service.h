// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "registry/evidence_maker.h"
#include "registry/ledger.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::data {
class Table;
}
namespace lepton::store {
class Transaction;
struct EventDraft;
} // namespace lepton::store
namespace lepton::train {
struct Run;
}

namespace lepton::registry {

/// A model and one of its versions.
struct ModelVersion
{
    ModelRecord model;
    VersionRecord version;
};

/// What a standard would say of a version.
struct StandardCheck
{
    ModelVersion version;
    Stage target = Stage::Production;
    std::vector<GateResult> gates;
};

/// Models, their versions and promotions. Every decision goes by the state that is rebuilt from the events in
/// the transaction that records it. Synchronous, thread-safe; what computes takes a cancellation.
class RegistryService
{
public:
    struct Parts
    {
        store::Workspace& workspace;
        std::function<train::Engine&()> engine; ///< may load lepton-ml: called on workers
        std::string department;                 ///< of the member who works here: that of new models
        /// Throws when nothing may be decided here, as where an older catalog was put back.
        std::function<void()> requireTrust;
        /// Where this machine keeps what it has verified; nothing: all signatures are checked once.
        std::optional<identity::SealStore> seals{};
        /// Is told the head of the log each time that it was proven anew.
        std::function<void(const identity::Head&)> proven{};
    };

    explicit RegistryService(Parts parts);

    /// The state as of now: the same object as long as nothing is added to the log.
    /// @throw base::Error Damaged when the log is not whole, RolledBack when an older one was put back
    std::shared_ptr<const RegistryState> state();
    /// The same with the members. @throw as state()
    std::shared_ptr<const Ledger> ledger();
    /// Proves all of the log once more, for a thread that has time: what was proven may have been changed on
    /// the disk meanwhile. Nothing is decided by what is changed, and yet from then on all that goes by the
    /// log throws what was found, until the log is whole again. @throw base::Error Damaged, Cancelled
    void proveAgain(const base::Cancellation& cancellation);
    /// How far the log is proven that state() waits for; nothing while nobody does. Never waits itself: a
    /// window may ask it.
    std::optional<base::ProgressState> proof() const;

    /// "name" (in production, else the newest), "name@3", "name@production", "name@staging" or "name@alias".
    /// @throw base::Error NotFound, naming what there is
    ModelVersion resolve(std::string_view text);
    /// By name. @throw base::Error NotFound
    ModelRecord resolveModel(std::string_view name);
    /// By "P-1", "1" or id. @throw base::Error NotFound
    PromotionRecord resolvePromotion(std::string_view text);

    /// Whether the member who works here may do something that is recorded, before work for it is begun.
    /// @throw base::Error as all that follows
    void require(identity::Right right);

    // All that follows: @throw base::Error NotAllowed, NoMember, RevokedKey, KeyLocked, RolledBack, and what
    // is said.

    /// Makes the model of a completed run the next version of the model @p name, which is made where it is
    /// not there. @p department: of a new model; empty: the member's. @throw base::Error Exists for a version
    /// that is there already, NotFound for a run without a model
    ModelVersion registerRun(const train::Run& run, const std::string& name, const std::string& department);
    /// The same with a fine-tuned Hugging Face folder; the version is marked as imported.
    /// @throw base::Error BadModel, ... for what is no classifier
    ModelVersion registerFolder(const std::filesystem::path& folder, const std::string& name,
                                const std::string& department, const base::Cancellation& cancellation,
                                base::Progress& progress);
    void describe(const ModelId& model, const std::string& intendedUse, const std::string& limits);
    void setAlias(const ModelId& model, const std::string& alias, int number);
    void removeAlias(const ModelId& model, const std::string& alias);
    /// @throw base::Error Busy for the version in production
    void setTrashed(const ModelVersionId& version, bool trashed);

    /// Asks for a promotion: computes the gates, and records the request, whatever they came to. Where the
    /// standard takes no approval and the gates passed, the version moves at once.
    /// @throw base::Error Exists when it is there or asked for already
    PromotionRecord promote(const ModelVersionId& version, Stage target, const std::string& reason,
                            const base::Cancellation& cancellation, base::Progress& progress);
    /// Asks for the promotion of the version that was in production before. @throw base::Error NotFound: none
    /// was
    PromotionRecord rollBack(const ModelId& model, const std::string& reason,
                             const base::Cancellation& cancellation, base::Progress& progress);
    /// Reads the version's objects, computes all of its evidence from them again, signs the approval, and
    /// moves the version with the last approval that the standard takes.
    /// @throw base::Error OwnRequest, NotReviewer, GateFailed (also for evidence that is not so),
    /// AlreadyDecided
    PromotionRecord approve(const PromotionId& promotion, const std::string& comment,
                            const base::Cancellation& cancellation, base::Progress& progress);
    /// One rejection ends a request. @throw as approve()
    PromotionRecord reject(const PromotionId& promotion, const std::string& comment);
    PromotionRecord withdraw(const PromotionId& promotion);

    /// @throw base::Error as parseStandard(), Exists for a version out of its turn
    StandardRecord publish(std::string_view text);
    /// Why the member who works here could not publish @p standard now; nothing: it could.
    std::optional<base::Error> whyNotPublish(const Standard& standard);
    /// What the standard would say of the versions at hand that it is for: of each model the one in staging
    /// or production, else the newest. Nothing is recorded, and scores of an earlier trial are not computed
    /// again. @throw base::Error as parseStandard()
    std::vector<StandardCheck> check(std::string_view text, const base::Cancellation& cancellation,
                                     base::Progress& progress);

    /// The model of @p version. @throw base::Error Damaged
    std::unique_ptr<train::Predictor> predictor(const VersionRecord& version);
    /// Records a batch of predictions, so that each can be traced. @p asked: "production", "3", ...
    void recordPredictions(const ModelVersion& version, const std::string& asked, std::int64_t rows);
    /// Scores @p version on whole data sets that it was not trained on, and records the mean.
    ScoreRecord score(const ModelVersionId& version, const std::vector<TestRows>& sources,
                      const base::Cancellation& cancellation, base::Progress& progress);

private:
    /// A transaction with the state that it goes by.
    struct Change
    {
        store::Transaction& transaction;
        Ledger& ledger;
        const identity::Member& member;

        const RegistryState& state() const { return ledger.state(); }
        void append(const store::EventDraft& draft);
    };

    class ToldProof;

    void requireTrust() const;
    std::shared_ptr<const Ledger> beginning() const;
    static std::shared_ptr<const Ledger> caughtUp(const std::shared_ptr<const Ledger>& known,
                                                  SQLite::Database& database, base::Progress& progress);
    void keep(std::shared_ptr<const Ledger> ledger);
    void change(identity::Right right, const std::function<void(Change&)>& work);
    const identity::Member& requireMember(const Ledger& ledger) const;
    ModelVersion addVersion(VersionRecord version, const std::string& name, const std::string& department);
    PromotionRecord request(const ModelVersionId& version, Stage target, const std::string& reason,
                            bool rollback, const base::Cancellation& cancellation, base::Progress& progress);
    PromotionRecord review(const PromotionId& promotion, bool approve, const std::string& comment);
    void requireSameEvidence(const RegistryState& state, const PromotionRecord& promotion,
                             const base::Cancellation& cancellation, base::Progress& progress);
    void decideIfReady(Change& change, const PromotionId& promotion);
    PromotionRecord promotion(const PromotionId& id);

    Parts m_parts;
    EvidenceMaker m_evidence;
    KnownScores m_tried;
    std::mutex m_mutex;
    std::shared_ptr<const Ledger> m_ledger; ///< as of some commit
    bool m_isDoubted = false;        ///< the log was found to be changed: it is walked from its beginning
    mutable std::mutex m_proofMutex; ///< held for a moment alone
    std::optional<base::ProgressState> m_proof;
};

} // namespace lepton::registry
