// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "registry/model_card.h"
#include "ui/models/model_facts.h"
#include "ui/models/review_facts.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lepton::ui {

/// A data set that a version can be scored on.
struct ScoreSource
{
    std::string dataset; ///< name; its newest version is taken
    int number = 0;
    std::string textColumn, labelColumn;
    std::int64_t rows = 0;

    friend bool operator==(const ScoreSource&, const ScoreSource&) = default;
};

/// A completed run as something to make a version of.
struct RegistrableRun
{
    std::string name; ///< "R-12"
    std::string dataset, baseModel;
    std::optional<double> macroF1; ///< on its test part
    std::string version;           ///< "news-topics v7" when it is registered already
};

/// A model and the number of a version of it.
struct VersionName
{
    std::string model;
    int number = 0;
};

/// What the pages of models work with, as one interface: they know no more of core's services than this, and
/// tests put a small one in its place. Outlives the pages. Thread-safe; blocks and throws base::Error: for
/// workers alone.
class ModelsBackend
{
public:
    virtual ~ModelsBackend() = default;

    /// How far the log is proven that the others wait for; nothing while none does. Never blocks: pages may
    /// ask it themselves.
    virtual std::optional<base::ProgressState> proof() = 0;
    virtual ModelsOverview overview() = 0;
    /// @throw base::Error NotFound
    virtual ModelDetails model(const std::string& name) = 0;
    /// @p name is "P-3". @throw base::Error NotFound
    virtual ReviewDetails review(const std::string& name) = 0;
    /// What the card of a version says. @throw base::Error NotFound
    virtual registry::CardFacts card(const std::string& model, int version) = 0;
    /// The number of the version that was in production at @p time; nothing: none was.
    virtual std::optional<int> productionAt(const std::string& model, base::UtcTime time) = 0;

    /// Completed runs, newest first.
    virtual std::vector<RegistrableRun> runs() = 0;
    virtual VersionName registerRun(const std::string& run, const std::string& model) = 0;
    virtual VersionName registerFolder(const std::filesystem::path& folder, const std::string& model,
                                       const base::Cancellation& cancellation, base::Progress& progress) = 0;
    virtual void describe(const registry::ModelId& model, const std::string& intendedUse,
                          const std::string& limits) = 0;
    virtual void setAlias(const registry::ModelId& model, const std::string& alias, int version) = 0;
    virtual void removeAlias(const registry::ModelId& model, const std::string& alias) = 0;
    virtual void setTrashed(const registry::ModelVersionId& version, bool trashed) = 0;

    /// Computes the gates and asks. @return the name of the request, "P-3"
    virtual std::string promote(const registry::ModelVersionId& version, registry::Stage target,
                                const std::string& reason, const base::Cancellation& cancellation,
                                base::Progress& progress) = 0;
    virtual std::string rollBack(const registry::ModelId& model, const std::string& reason,
                                 const base::Cancellation& cancellation, base::Progress& progress) = 0;
    virtual void approve(const registry::PromotionId& promotion, const std::string& comment,
                         const base::Cancellation& cancellation, base::Progress& progress) = 0;
    virtual void reject(const registry::PromotionId& promotion, const std::string& comment) = 0;
    virtual void withdraw(const registry::PromotionId& promotion) = 0;

    /// Data sets that have the columns of text and label of the run that made the version.
    virtual std::vector<ScoreSource> scoreSources(const registry::ModelVersionId& version) = 0;
    virtual void score(const registry::ModelVersionId& version, const std::vector<ScoreSource>& sources,
                       const base::Cancellation& cancellation, base::Progress& progress) = 0;
};

} // namespace lepton::ui
