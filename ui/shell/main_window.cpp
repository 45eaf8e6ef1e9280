// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "store/workspace.h"
#include "ui/shell/bell.h"
#include "ui/shell/create_dialog.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/job_feed.h"
#include "ui/shell/job_strip.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/page_host.h"
#include "ui/shell/session_controller.h"
#include "ui/shell/toast_host.h"
#include "ui/shell/welcome_page.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/button.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/job_text.h"
#include "ui/widgets/message_dialog.h"
#include "ui/widgets/page.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/text_label.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace lepton::ui {
namespace {

constexpr QSize smallest{1024, 680};
constexpr QSize usual{1440, 900};
constexpr QSize windowManagerFrame{8, 40}; // about what the window manager puts around

/// Files are read where they lie: whoever dragged them may not take them for moved.
void acceptAsCopy(QDropEvent& event)
{
    event.setDropAction(Qt::CopyAction);
    event.accept();
}

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

} // namespace

MainWindow::MainWindow(ShellParts parts, QWidget* parent)
    : QMainWindow(parent)
    , m_parts(std::move(parts))
    , m_session(new SessionController(m_parts.opener, this))
    , m_stack(new QStackedWidget)
    , m_welcome(new WelcomePage)
    , m_workspace(new QWidget)
    , m_rail(new NavRail)
    , m_header(new HeaderBar)
    , m_pages(new PageHost)
    , m_strip(new JobStrip)
    , m_toast(nullptr)
{
    setWindowTitle(QStringLiteral("Lepton Workbench"));
    setWindowIcon(theme::icon(QStringLiteral("lepton-mark")));
    setMinimumSize(smallest);
    setAcceptDrops(true);
    build();
    connectParts();
    makeActions();
    showRecent();
    m_welcome->setChoices(m_parts.preferences.themeMode(), m_parts.preferences.language());
    if (!restoreGeometry(m_parts.settings.geometry()))
        resize(usual);
    // the job strip must not end up below the screen, which may be a smaller one than the last time
    if (!(windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)))
        resize(size().boundedTo(screen()->availableSize() - windowManagerFrame).expandedTo(smallest));
}

MainWindow::~MainWindow()
{
    m_session->close();
}

void MainWindow::build()
{
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_header);
    right->addWidget(makeRule(Qt::Horizontal, m_workspace));
    right->addWidget(m_pages, 1);
    auto* across = new QHBoxLayout(m_workspace);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_rail);
    across->addWidget(makeRule(Qt::Vertical, m_workspace));
    across->addLayout(right, 1);

    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_workspace);
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_strip);
    setCentralWidget(central);
    m_toast = new ToastHost(this);
}

void MainWindow::connectParts()
{
    connect(m_session, &SessionController::opening, this, [this] {
        m_welcome->setBusy(true);
        m_welcome->setError({}, {});
    });
    connect(m_session, &SessionController::opened, this, &MainWindow::enterSession);
    connect(m_session, &SessionController::closing, this, &MainWindow::leaveSession);
    connect(m_session, &SessionController::failed, this, &MainWindow::showFailure);
    connect(m_session, &SessionController::catalogChanged, m_pages, &PageHost::refresh);
    connect(m_session, &SessionController::catalogChanged, this, &MainWindow::readStandingSoon);
    m_standingPause.setSingleShot(true);
    connect(&m_standingPause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isStandingStale, false))
            readStandingSoon();
    });
    connect(&m_header->bell(), &Bell::looked, this, &MainWindow::rememberLook);
    connect(m_session, &SessionController::reachableChanged, m_strip, &JobStrip::setReachable);
    connect(m_session, &SessionController::jobsChanged, this, [this] {
        m_strip->setJobs(m_session->jobs()->active());
        if (isInBackground())
            endPaused();
        if (m_whenIdle && !hasOwnJobs())
            std::exchange(m_whenIdle, {})();
    });
    connect(m_session, &SessionController::jobEnded, this, &MainWindow::showJobEnd);

    connect(m_welcome, &WelcomePage::sampleRequested, m_session, &SessionController::openSample);
    connect(m_welcome, &WelcomePage::createRequested, this, &MainWindow::showCreateDialog);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::chooseFolder);
    connect(m_welcome, &WelcomePage::openFolderRequested, this, &MainWindow::openWorkspace);
    // queued: the menus that these come from are made anew
    connect(m_welcome, &WelcomePage::themeChosen, &m_parts.preferences, &Preferences::setThemeMode,
            Qt::QueuedConnection);
    connect(m_welcome, &WelcomePage::languageChosen, &m_parts.preferences, &Preferences::setLanguage,
            Qt::QueuedConnection);
    connect(&m_parts.preferences, &Preferences::changed, this, [this] {
        m_welcome->setChoices(m_parts.preferences.themeMode(), m_parts.preferences.language());
    });
    connect(m_welcome, &WelcomePage::helpRequested, this, &MainWindow::showHelp);
    connect(m_welcome, &WelcomePage::forgetRequested, this, [this](const QString& folder) {
        m_parts.settings.removeRecentWorkspace(folder);
        showRecent();
    });

    connect(m_rail, &NavRail::chosen, this, [this](const QString& id) {
        m_pages->go(Route{id, {}, 0, {}, {}});
    });
    connect(m_rail->workspaceMenu(), &QMenu::aboutToShow, this, &MainWindow::fillWorkspaceMenu);
    connect(m_header, &HeaderBar::backRequested, m_pages, &PageHost::back);
    connect(m_header, &HeaderBar::forwardRequested, m_pages, &PageHost::forward);
    connect(m_header, &HeaderBar::goRequested, m_pages, &PageHost::go, Qt::QueuedConnection);
    connect(m_header, &HeaderBar::paletteRequested, this, &MainWindow::showPalette);
    connect(m_header, &HeaderBar::helpRequested, this, &MainWindow::showHelp);
    connect(m_header, &HeaderBar::themeSwitchRequested, this, [this] {
        m_parts.preferences.setThemeMode(theme::isDark() ? theme::Mode::Light : theme::Mode::Dark);
    });
    connect(m_pages, &PageHost::moved, this, &MainWindow::showPlace);
    connect(m_pages, &PageHost::toastRequested, m_toast, &ToastHost::showToast);
    connect(m_pages, &QStackedWidget::currentChanged, m_toast, [this] {
        if (m_toast->isVisible())
            m_toast->place();
    });
    connect(m_strip, &JobStrip::asked, this, [this](const base::JobId& id, jobs::StopRequest stop) {
        if (m_session->jobs())
            m_session->jobs()->ask(id, stop);
    });
    connect(m_strip, &JobStrip::openRequested, this, &MainWindow::openJob);
}

void MainWindow::openWorkspace(const QString& folder)
{
    whenJobsMayGo([this, folder] { m_session->open(folder); });
}

void MainWindow::enterSession()
{
    const auto& session = m_session->session();
    const SessionFacts& facts = session->facts();
    const QString folder = QString::fromStdString(facts.folder.string());
    m_parts.settings.addRecentWorkspace(folder, facts.workspaceName);
    if (m_createDialog)
        m_createDialog->accept();
    m_welcome->setBusy(false);

    m_pages->setPages(session->pages());
    m_rail->setPages(m_pages->entries());
    m_rail->setFacts(facts);
    readStanding();
    m_strip->setWorkspaceOpen(true);
    m_strip->setReachable(true);
    makeActions();
    m_stack->setCurrentWidget(m_workspace);

    const auto last = Route::parse(m_parts.settings.lastRoute(folder));
    if (last)
        m_pages->go(*last);
    if (!m_pages->current() && !m_pages->entries().empty())
        m_pages->go(Route{m_rail->pageAt(0), {}, 0, {}, {}});
}

void MainWindow::leaveSession()
{
    m_stack->setCurrentWidget(m_welcome);
    m_pages->clear();
    m_readStanding.cancel();
    m_standingPause.stop();
    m_isStandingStale = false;
    m_notices = {};
    m_header->bell().setNotices({}, {});
    m_rail->setPages({});
    m_rail->setCounts({});
    m_strip->clear();
    m_strip->setWorkspaceOpen(false);
    m_toast->hideToast();
    makeActions();
    showRecent();
    setWindowTitle(QStringLiteral("Lepton Workbench"));
}

void MainWindow::showFailure(const QString& what, const base::Error& error)
{
    m_welcome->setBusy(false);
    if (m_createDialog) {
        m_createDialog->setError(error);
        return;
    }
    const QString sentence = CoreText::error(error);
    if (!m_session->session()) {
        m_welcome->setError(tr("“%1” could not be opened.").arg(QFileInfo(what).fileName()), sentence);
        return;
    }
    // the workspace that is open stays
    auto* dialog =
        new MessageDialog(this, QStringLiteral("error"), tr("The workspace could not be opened"), sentence);
    dialog->addChoice(tr("Close"), ButtonKind::Secondary, QStringLiteral("message.close.button"), {});
    dialog->open();
}

void MainWindow::showPlace()
{
    const Page* page = m_pages->current();
    const PageEntry* entry = m_pages->currentEntry();
    if (!page || !entry)
        return;
    m_rail->setCurrent(entry->place == RailPlace::Inside ? entry->railId : entry->id);
    m_header->setPath(page->path());
    m_header->setHistory(m_pages->history().canGoBack(), m_pages->history().canGoForward());
    m_header->bell().setNotices(m_notices, lastLook()); // something may have been dismissed on the page
    const SessionFacts& facts = m_session->session()->facts();
    setWindowTitle(
        tr("%1 - %2 - Lepton Workbench", "page and workspace").arg(page->title(), facts.workspaceName));
    m_parts.settings.setLastRoute(QString::fromStdString(facts.folder.string()), page->route().toString());
}

void MainWindow::showJobEnd(const jobs::JobInfo& job)
{
    if (job.state == jobs::JobState::Failed)
        m_strip->addFailed(job);
    else
        m_toast->showToast(jobEndText(job), {});
    m_pages->refresh();
}

void MainWindow::openJob(const jobs::JobInfo& job)
{
    if (!m_session->session())
        return;
    const Route route = m_session->session()->routeOf(job);
    if (job.state == jobs::JobState::Failed && route.page.isEmpty()) {
        auto* dialog = new MessageDialog(this, QStringLiteral("error"), QString::fromStdString(job.title),
                                         jobFailure(job));
        dialog->addChoice(tr("Close"), ButtonKind::Secondary, QStringLiteral("message.close.button"), {});
        dialog->open();
        return;
    }
    if (!route.page.isEmpty())
        m_pages->go(route);
}

bool MainWindow::event(QEvent* event)
{
    const bool done = QMainWindow::event(event);
    if (event->type() == QEvent::UpdateRequest && !m_painted) {
        m_painted = true;
        Q_EMIT painted();
        // paint first, read afterwards
        m_readMachine.run([] { return readMachineFacts(); },
                          [this](MachineFacts facts) {
                              m_machine = std::move(facts);
                              m_welcome->setMachine(m_machine);
                              m_strip->setDevice(deviceText(m_machine));
                          },
                          [](const base::Error&) {});
    }
    return done;
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    placeRail();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_parts.settings.setGeometry(saveGeometry());
    if (!hasOwnJobs()) {
        event->accept();
        return;
    }
    event->ignore();
    askHowToEnd();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        acceptAsCopy(*event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty())
        return;
    acceptAsCopy(*event);
    const bool isWorkspace = files.size() == 1 && store::holdsWorkspace(files.first().toStdString());
    if (m_session->session() && !isWorkspace)
        m_session->session()->dropFiles(files, *m_pages, this);
    else
        openWorkspace(files.first());
}

void MainWindow::placeRail()
{
    const auto wanted = m_parts.settings.railNarrow();
    const bool narrow = wanted.value_or(width() < theme::narrowWindow);
    if (narrow != m_rail->isNarrow())
        m_rail->setNarrow(narrow);
}

} // namespace lepton::ui
