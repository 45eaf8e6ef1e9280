// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "jobs/job_queue.h"
#include "store/workspace.h"
#include "ui/shell/standing.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/route.h"

#include <QKeySequence>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace lepton::ui {

class Page;

/// Where in the rail a page stands. Inside: a page that is reached from another, and lights that one's item.
enum class RailPlace
{
    Main,
    Foot,
    Inside
};

/// A page that the window can show. Pages register themselves by such an entry; the window knows none by
/// name.
struct PageEntry
{
    QString id; ///< Route::page
    RailPlace place = RailPlace::Main;
    QString railId; ///< for RailPlace::Inside: the item that is lit
    QString icon;
    std::function<QString()> title; ///< asked again after the language changed
    std::function<Page*(Navigator&, QWidget*)> make;
    /// For RailPlace::Inside: places in the sample workspace that the self-check opens.
    std::function<std::vector<Route>()> examples{};
};

/// Something that can be done from anywhere: in the palette, with its shortcut.
struct ActionEntry
{
    QString id; ///< "datasets.import", the objectName of its button where there is one
    QString icon;
    std::function<QString()> text;
    QKeySequence shortcut;
    std::function<void()> run;
};

/// A thing in the workspace that the palette found.
struct FoundObject
{
    QString text;
    QString note; ///< kind or owner
    QString icon;
    Route route;
};

/// A place in the workspace that is worth a picture, and what that is called.
struct ExamplePlace
{
    QString name;
    Route route;
};

/// What the window says about where and who one is.
struct SessionFacts
{
    QString workspaceName;
    std::filesystem::path folder;
    store::JournalMode journalMode = store::JournalMode::Local;
    QString memberName;
    QString memberId;
    QString department;
    QStringList roles;      ///< "analyst", "engineer", "reviewer", "admin"
    bool isRevoked = false; ///< the key signs nothing more
};

/// An open workspace as the window sees it; made by app on a worker, destroyed when the window leaves the
/// workspace.
class ShellSession
{
public:
    virtual ~ShellSession() = default;

    virtual const SessionFacts& facts() const = 0;
    virtual store::Workspace& workspace() = 0;
    virtual jobs::JobQueue& jobs() = 0;

    /// GUI thread.
    virtual std::vector<PageEntry> pages() = 0;
    /// GUI thread; @p over is the window, @p navigator lives as long as the actions.
    virtual std::vector<ActionEntry> actions(Navigator& navigator, QWidget* over) = 0;
    /// Files were dropped on the window. GUI thread.
    virtual void dropFiles(const QStringList& files, Navigator& navigator, QWidget* over) = 0;
    /// Where a finished job leads, for the toast and the strip; an empty page for nowhere. GUI thread.
    virtual Route routeOf(const jobs::JobInfo& job) const = 0;

    /// How this person stands now. Worker thread; thread-safe. @throw base::Error
    virtual Standing standing() { return {facts().roles, false, false, {}, {}}; }

    /// Proves the whole log again, with time on its hands. Worker thread; thread-safe. @throw base::Error
    /// Damaged where it was changed: what goes by it tells so from then on
    virtual void proveLog(const base::Cancellation& cancellation) { cancellation.throwIfRequested(); }

    /// For the self-check: queues what its pictures need beyond the samples. Worker thread.
    virtual void addExamples() {}
    /// For the self-check: begins work that goes on while its last pictures are taken. Worker thread.
    virtual std::vector<ExamplePlace> beginWork() { return {}; }
    /// Ends it. Worker thread.
    virtual void endWork() {}
    /// For the self-check's last pictures: changes what a decision names, as only somebody with write access
    /// to the folder can. False where there is nothing of the kind. Worker thread.
    virtual bool damageExamples() { return false; }

    /// Objects whose name fits @p text, best first. Worker thread; thread-safe.
    virtual std::vector<FoundObject> find(const QString& text, int limit,
                                          const base::Cancellation& cancellation) = 0;
};

/// What a person gives to start a workspace.
struct NewWorkspace
{
    std::filesystem::path folder;
    QString name;
    QString memberName;
    QString department;
    store::JournalMode journalMode = store::JournalMode::Local;
};

/// Opens workspaces for the window. The methods run on a worker and throw base::Error.
class SessionOpener
{
public:
    virtual ~SessionOpener() = default;

    virtual std::shared_ptr<ShellSession> open(const std::filesystem::path& folder) = 0;
    virtual std::shared_ptr<ShellSession> create(const NewWorkspace& wanted) = 0;
    /// Opens the sample workspace of this person, making it first where it is not there yet; its data sets
    /// are imported in the background.
    virtual std::shared_ptr<ShellSession> openSample() = 0;
};

} // namespace lepton::ui
