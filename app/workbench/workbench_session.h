// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "registry/registry_service.h"
#include "ui/datasets/dataset_reader.h"
#include "ui/shell/shell_session.h"
#include "ui/widgets/stall_watch.h"

#include <atomic>
#include <memory>

namespace lepton::base {
class Log;
}

namespace lepton::ui {
class Dismissals;
class HomeBackend;
class Preferences;
struct RunRegistry;
class ModelsBackend;
class TrainingBackend;
class ViewMemory;
} // namespace lepton::ui

namespace lepton::app {

/// What the pages are made of, beside the workspace itself. All of it outlives every session.
struct WorkbenchParts
{
    ui::Preferences& preferences;
    ui::StallWatch& stall;
    base::Log& log;
    ui::ViewMemory& memory;
};

/// As SessionFacts::roles.
QStringList roleNames(const identity::Roles& roles);

/// An open workspace with the pages of this program.
class WorkbenchSession final : public ui::ShellSession, public std::enable_shared_from_this<WorkbenchSession>
{
public:
    WorkbenchSession(std::unique_ptr<Session> session, WorkbenchParts parts);

    Session& session() noexcept { return *m_session; }
    /// Takes over what the person chose for new runs. GUI thread, or while it is made.
    void applyRunPreferences();

    const ui::SessionFacts& facts() const override { return m_facts; }
    store::Workspace& workspace() override { return m_session->workspace(); }
    jobs::JobQueue& jobs() override { return m_session->jobs(); }
    std::vector<ui::PageEntry> pages() override;
    std::vector<ui::ActionEntry> actions(ui::Navigator& navigator, QWidget* over) override;
    void dropFiles(const QStringList& files, ui::Navigator& navigator, QWidget* over) override;
    ui::Route routeOf(const jobs::JobInfo& job) const override;
    ui::Standing standing() override;
    void proveLog(const base::Cancellation& cancellation) override;
    void addExamples() override;
    std::vector<ui::ExamplePlace> beginWork() override;
    void endWork() override;
    bool damageExamples() override;
    std::vector<ui::FoundObject> find(const QString& text, int limit,
                                      const base::Cancellation& cancellation) override;

private:
    static constexpr const char* shownDataset = "german_credit"; ///< by the self-check

    ui::DatasetContext context();
    std::shared_ptr<ui::TrainingBackend> training();
    std::shared_ptr<ui::HomeBackend> homeBackend();
    std::shared_ptr<ui::Dismissals> dismissals() const;
    /// Begins the import of @p job, which failed, once more.
    void importAgain(QWidget* over, const jobs::JobInfo& job, ui::Navigator& navigator);
    /// The member who works here, as of now; nothing for a person who is none. Says in @p standing whether
    /// the workspace must be opened again for what the person is now.
    std::optional<identity::Member> selfNow(ui::Standing& standing);
    void addHomePage(std::vector<ui::PageEntry>& pages);
    std::shared_ptr<ui::ModelsBackend> models();
    ui::RunRegistry runRegistry(ui::Navigator& navigator);
    void addTrainingPages(std::vector<ui::PageEntry>& pages);
    void addModelPages(std::vector<ui::PageEntry>& pages);
    /// One that was read by options that people state, and the failed import of another.
    void addExampleTables();
    /// A quick one on a sample; nothing without the sample model.
    std::optional<train::Recipe> exampleRecipe();
    /// Runs on a sample, completed; none without the sample model.
    std::vector<train::Run> makeExampleRuns();
    /// One that fails, and one that is stopped with a checkpoint.
    void makeUnfinishedRuns();
    /// A model from a folder, which nobody has asked to promote.
    void importExampleModel(const train::Run& run);
    /// The newest run of each way to end, the complete one first.
    std::vector<ui::Route> exampleRuns() const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<registry::RegistryService> m_registry; ///< goes before the session
    WorkbenchParts m_parts;
    ui::SessionFacts m_facts;
    std::atomic<int> m_runThreads{0};
    int m_slotsBeforeWork = 0; ///< of the self-check
};

} // namespace lepton::app
