// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/gates.h"
#include "registry/registry_state.h"
#include "train/api/engine.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace lepton::store {
class Workspace;
}

namespace lepton::registry {

/// Scores that were computed before, by scored version and by the version whose test rows they are of: for
/// who only tries. A decision computes its own. Thread-safe.
class KnownScores
{
public:
    using Key = std::pair<ModelVersionId, ModelVersionId>;

    std::optional<ModelScores> find(const Key& key) const;
    void keep(const Key& key, const ModelScores& scores);

private:
    static constexpr std::size_t most = 64; ///< then it begins anew

    mutable std::mutex m_mutex;
    std::map<Key, ModelScores> m_scores;
};

/// Computes what a promotion is judged by. Goes by what the events say of runs and data, and reads objects by
/// their hash, so that a changed catalog cannot put other rows or another model in their place.
class EvidenceMaker
{
public:
    EvidenceMaker(store::Workspace& workspace, std::function<train::Engine&()> engine);

    /// What a promotion asks for.
    struct Question
    {
        const VersionRecord& version;
        Stage target;
        const StandardRecord& standard;
        const VersionRecord* incumbent = nullptr; ///< in production when it was asked for; null: none was
        bool isRollback = false;                  ///< to a version that was in production before
        KnownScores* known = nullptr;             ///< for a trial; null: all scores are computed
    };

    /// The evidence for a promotion. Figures are computed where somebody reviews them or a gate needs them,
    /// else they are what the runs recorded. What cannot be computed stands in it; only a cancellation is
    /// thrown.
    Evidence make(const RegistryState& state, const Question& question,
                  const base::Cancellation& cancellation, base::Progress& progress);

    /// Loads the model of @p version, each file compared with its hash. @throw base::Error Damaged, NotFound,
    /// ...
    std::unique_ptr<train::Predictor> predictor(const VersionRecord& version,
                                                const base::Cancellation& cancellation);
    /// The test part of the run that made @p version. @throw base::Error for what is gone or damaged
    TestRows testRows(const RegistryState& state, const VersionRecord& version,
                      const base::Cancellation& cancellation, base::Progress& progress);

private:
    /// What who compares @p incumbent with another version on @p rows should know; nothing: it was trained on
    /// none of them.
    std::optional<std::string> cautionOf(const RegistryState& state, const VersionRecord& incumbent,
                                         const TestRows& rows, const base::Cancellation& cancellation,
                                         base::Progress& progress);
    std::string whyNotRepeatable(const RegistryState& state, const VersionRecord& version,
                                 const base::Cancellation& cancellation);

    store::Workspace& m_workspace;
    std::function<train::Engine&()> m_engine;
};

} // namespace lepton::registry
