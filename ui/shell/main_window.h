// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/machine_facts.h"
#include "ui/shell/shell_session.h"
#include "ui/widgets/async.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QStackedWidget;

namespace lepton::ui {

class CreateDialog;
class HeaderBar;
class JobStrip;
class NavRail;
class PageHost;
class Preferences;
class SessionController;
class ToastHost;
class WelcomePage;
class WindowSettings;

/// What the application root lends to the window; all of it outlives the window.
struct ShellParts
{
    Preferences& preferences;
    WindowSettings& settings;
    std::shared_ptr<SessionOpener> opener;
};

/// The window: rail, header, pages and job strip, or the welcome page while no workspace is open.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(ShellParts parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openWorkspace(const QString& folder);
    SessionController& session() const noexcept { return *m_session; }
    PageHost& pages() const noexcept { return *m_pages; }
    WelcomePage& welcome() const noexcept { return *m_welcome; }
    JobStrip& strip() const noexcept { return *m_strip; }
    /// Everything that the palette lists and that has a shortcut.
    const std::vector<ActionEntry>& actions() const noexcept { return m_actions; }

    void showPalette();
    void showHelp();
    void showCreateDialog();

Q_SIGNALS:
    /// The first paint is done.
    void painted();
    /// The jobs that were to end in the background have ended: so may the program.
    void finished();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void connectParts();
    void makeActions();
    void addWindowActions();
    void bind(const QKeySequence& keys, std::function<void()> run);
    void bindPageKeys();
    QList<QAction*> actionsOfWindow() const;
    void enterSession();
    void leaveSession();
    void showFailure(const QString& what, const base::Error& error);
    void showPlace();
    void showJobEnd(const jobs::JobInfo& job);
    void openJob(const jobs::JobInfo& job);
    void chooseFolder();
    void fillWorkspaceMenu();
    void showRecent();
    /// Reads how this person stands in the workspace, for the rail and the bell.
    void readStanding();
    /// The same, not more often than every other second: a training writes all the time.
    void readStandingSoon();
    void takeStanding(Standing standing);
    /// The news that the bell lists have been looked at.
    void rememberLook();
    base::UtcTime lastLook() const;
    void placeRail();
    void toggleRail();
    void nextPane(int step);
    void escape();
    void retranslate();
    bool hasOwnJobs() const;
    /// Asks where own jobs run, then calls @p then.
    void whenJobsMayGo(std::function<void()> then);
    /// Asks how the jobs that run are to end before the program does.
    void askHowToEnd();
    /// The same again while they are saving.
    void askToEndAtOnce(int count);
    /// Hides the window; the program ends with the last job.
    void finishInBackground();
    /// Own jobs save what they can; the window closes with the last of them.
    void saveAndQuit();
    bool isInBackground() const { return m_ending == Ending::InBackground; }
    /// A paused job would keep a hidden window for ever: it saves and ends.
    void endPaused();

    ShellParts m_parts;
    SessionController* m_session;
    QStackedWidget* m_stack;
    WelcomePage* m_welcome;
    QWidget* m_workspace;
    NavRail* m_rail;
    HeaderBar* m_header;
    PageHost* m_pages;
    JobStrip* m_strip;
    ToastHost* m_toast;
    std::vector<ActionEntry> m_actions;
    QPointer<CreateDialog> m_createDialog;
    std::function<void()> m_whenIdle;
    /// How the program ends while jobs run.
    enum class Ending
    {
        NotChosen,
        InBackground,
        Saving
    } m_ending = Ending::NotChosen;
    MachineFacts m_machine;
    Async m_readMachine;
    Async m_readStanding;
    QTimer m_standingPause;
    bool m_isStandingStale = false;
    std::function<std::vector<Notice>()> m_notices;
    bool m_painted = false;
};

} // namespace lepton::ui
