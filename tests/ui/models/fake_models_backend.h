// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/recording_navigator.h"

#include "ui/models/models_backend.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <future>
#include <mutex>

namespace lepton::testing {

/// One model of versions, and requests, in memory. Tests set what it answers while nothing is being read.
class FakeModelsBackend final : public ui::ModelsBackend
{
public:
    FakeModelsBackend();

    std::optional<base::ProgressState> proof() override { return proving; }
    ui::ModelsOverview overview() override;
    ui::ModelDetails model(const std::string& name) override;
    ui::ReviewDetails review(const std::string& name) override;
    registry::CardFacts card(const std::string& model, int version) override;
    std::optional<int> productionAt(const std::string& model, base::UtcTime time) override;
    std::vector<ui::RegistrableRun> runs() override { return registrable; }
    ui::VersionName registerRun(const std::string& run, const std::string& model) override;
    ui::VersionName registerFolder(const std::filesystem::path& folder, const std::string& model,
                                   const base::Cancellation& cancellation, base::Progress& progress) override;
    void describe(const registry::ModelId& model, const std::string& intendedUse,
                  const std::string& limits) override;
    void setAlias(const registry::ModelId& model, const std::string& alias, int version) override;
    void removeAlias(const registry::ModelId& model, const std::string& alias) override;
    void setTrashed(const registry::ModelVersionId& version, bool trashed) override;
    std::string promote(const registry::ModelVersionId& version, registry::Stage target,
                        const std::string& reason, const base::Cancellation& cancellation,
                        base::Progress& progress) override;
    std::string rollBack(const registry::ModelId& model, const std::string& reason,
                         const base::Cancellation& cancellation, base::Progress& progress) override;
    void approve(const registry::PromotionId& promotion, const std::string& comment,
                 const base::Cancellation& cancellation, base::Progress& progress) override;
    void reject(const registry::PromotionId& promotion, const std::string& comment) override;
    void withdraw(const registry::PromotionId& promotion) override;
    std::vector<ui::ScoreSource> scoreSources(const registry::ModelVersionId& version) override;
    void score(const registry::ModelVersionId& version, const std::vector<ui::ScoreSource>& sources,
               const base::Cancellation& cancellation, base::Progress& progress) override;

    /// Adds versions until there are @p count.
    void makeVersions(int count);
    /// P-1 of Jonas for v2 to production; this person is Mei, a reviewer.
    void makeRequest();
    /// The same, asked for by this person.
    void makeOwnRequest();
    /// As another process would: P-1 is approved.
    void decideElsewhere();

    ui::Person mei, jonas;
    ui::ModelDetails details;
    std::vector<ui::ReviewDetails> requests;
    std::vector<ui::RegistrableRun> registrable;
    std::optional<base::Error> whyNotRegister;
    std::optional<base::Error> readError;    ///< thrown by all that reads
    std::optional<base::Error> commandError; ///< thrown by all that writes
    std::optional<base::ProgressState> proving;
    std::shared_future<void> mayRead; ///< who reads waits for it, where there is one
    bool holdsWork = false;           ///< long work waits until it is cancelled
    QStringList calls;                ///< what was written, "approve P-1: fine"

private:
    ui::ReviewDetails& requestOf(const registry::PromotionId& id);
    void note(const QString& call);
    void hold(const base::Cancellation& cancellation);

    std::mutex m_mutex;
};

/// The widget @p name that is shown in @p root; fails the test's next step by a null otherwise.
template <class Widget>
Widget* shown(const QWidget& root, const char* name)
{
    const auto all = root.findChildren<Widget*>(QLatin1String(name));
    for (Widget* one : all) {
        if (one->isVisibleTo(&root))
            return one;
    }
    return nullptr;
}

} // namespace lepton::testing
