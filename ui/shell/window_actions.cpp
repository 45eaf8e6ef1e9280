// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the window from the keyboard, its menus and the palette.
#include "ui/shell/command_palette.h"
#include "ui/shell/create_dialog.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/help_dialog.h"
#include "ui/shell/job_strip.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/page_host.h"
#include "ui/shell/session_controller.h"
#include "ui/shell/toast_host.h"
#include "ui/shell/welcome_page.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/button.h"
#include "ui/widgets/folder_dialog.h"
#include "ui/widgets/page.h"
#include "ui/widgets/preferences.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QMenu>

#include <array>

namespace lepton::ui {
namespace {

constexpr int pageShortcuts = 7;

} // namespace

void MainWindow::makeActions()
{
    m_actions.clear();
    if (m_session->session())
        m_actions = m_session->session()->actions(*m_pages, this);
    addWindowActions();

    for (QAction* old : actionsOfWindow())
        delete old;
    for (const ActionEntry& action : m_actions) {
        if (!action.shortcut.isEmpty())
            bind(action.shortcut, action.run);
    }
    bind(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { showPalette(); });
    bind(QKeySequence(Qt::Key_Escape), [this] { escape(); });
    if (m_session->session())
        bindPageKeys();
}

void MainWindow::addWindowActions()
{
    const auto add = [this](const char* id, const char* icon, std::function<QString()> text,
                            QKeySequence shortcut, std::function<void()> run) {
        m_actions.push_back(
            {QLatin1String(id), QLatin1String(icon), std::move(text), std::move(shortcut), std::move(run)});
    };
    const bool open = m_session->session() != nullptr;
    add(
        "workspace.open", "folder", [] { return tr("Open a workspace…"); },
        QKeySequence(Qt::CTRL | Qt::Key_O), [this] { chooseFolder(); });
    add(
        "workspace.create", "plus", [] { return tr("Create a workspace…"); }, {},
        [this] { showCreateDialog(); });
    add(
        "workspace.sample", "search-trials", [] { return tr("Open the sample workspace"); }, {},
        [this] { whenJobsMayGo([this] { m_session->openSample(); }); });
    if (open)
        add(
            "workspace.close", "close", [] { return tr("Leave the workspace"); }, {},
            [this] { whenJobsMayGo([this] { m_session->close(); }); });
    add(
        "theme.light", "sun", [] { return tr("Light theme"); }, {},
        [this] { m_parts.preferences.setThemeMode(theme::Mode::Light); });
    add(
        "theme.dark", "moon", [] { return tr("Dark theme"); }, {},
        [this] { m_parts.preferences.setThemeMode(theme::Mode::Dark); });
    add(
        "theme.system", "settings", [] { return tr("Theme of the system"); }, {},
        [this] { m_parts.preferences.setThemeMode(theme::Mode::System); });
    // each language is named in itself
    add(
        "language.english", "text", [] { return tr("Language: %1").arg(QStringLiteral("English")); }, {},
        [this] { m_parts.preferences.setLanguage(LanguageChoice::English); });
    add(
        "language.chinese", "text", [] { return tr("Language: %1").arg(QStringLiteral("简体中文")); }, {},
        [this] { m_parts.preferences.setLanguage(LanguageChoice::Chinese); });
    if (open) {
        add(
            "rail.narrow", "panel", [] { return tr("Narrow or widen the rail"); },
            QKeySequence(Qt::CTRL | Qt::Key_B), [this] { toggleRail(); });
        add(
            "strip.focus", "activity", [] { return tr("Go to the running jobs"); },
            QKeySequence(Qt::CTRL | Qt::Key_J), [this] { m_strip->focusFirst(); });
        add(
            "page.refresh", "refresh", [] { return tr("Read the page again"); }, QKeySequence(Qt::Key_F5),
            [this] {
                if (m_pages->current())
                    m_pages->current()->refresh();
            });
    }
    add(
        "help", "help", [] { return tr("Help on this page"); }, QKeySequence(Qt::Key_F1),
        [this] { showHelp(); });
    add(
        "quit", "close", [] { return tr("Quit"); }, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::bind(const QKeySequence& keys, std::function<void()> run)
{
    auto* action = new QAction(this);
    action->setProperty("lepton.action", true);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    addAction(action);
}

void MainWindow::bindPageKeys()
{
    for (int i = 0; i < pageShortcuts; ++i)
        bind(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] {
            if (const QString id = m_rail->pageAt(i); !id.isEmpty())
                m_pages->go(Route{id, {}, 0, {}, {}});
        });
    const auto page = [this](auto call) {
        return [this, call] {
            if (Page* current = m_pages->current())
                call(*current);
        };
    };
    bind(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { m_pages->back(); });
    bind(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { m_pages->forward(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_F), page([](Page& it) { it.focusFilter(); }));
    bind(QKeySequence(Qt::Key_Slash), page([](Page& it) { it.focusFilter(); }));
    bind(QKeySequence(Qt::CTRL | Qt::Key_Period), page([](Page& it) { it.toggleSideSheet(); }));
    bind(QKeySequence(Qt::CTRL | Qt::Key_Return), page([](Page& it) { it.primaryAction(); }));
    bind(QKeySequence(Qt::CTRL | Qt::Key_Tab), page([](Page& it) { it.changeTab(1); }));
    bind(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), page([](Page& it) { it.changeTab(-1); }));
    bind(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] {
        if (!m_toast->undo() && m_pages->current())
            m_pages->current()->undo();
    });
    bind(QKeySequence(Qt::Key_F6), [this] { nextPane(1); });
    bind(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { nextPane(-1); });
}

QList<QAction*> MainWindow::actionsOfWindow() const
{
    QList<QAction*> found;
    const auto all = QWidget::actions();
    for (QAction* action : all) {
        if (action->property("lepton.action").toBool())
            found << action;
    }
    return found;
}

void MainWindow::showPalette()
{
    PaletteOffer offer{m_pages->entries(), m_actions, {}, {}};
    if (const Page* page = m_pages->current(); page && m_session->session()) {
        offer.ofPage = pageActions(*page);
        offer.recent = m_pages->history().recent(5);
    }
    auto* palette = new CommandPalette(this, m_session->session(), offer);
    connect(palette, &CommandPalette::routeChosen, m_pages, &PageHost::go);
    palette->open();
}

void MainWindow::showHelp()
{
    const Page* page = m_pages->current();
    int railPages = 0;
    while (railPages < pageShortcuts && !m_rail->pageAt(railPages).isEmpty())
        ++railPages;
    auto* dialog = new HelpDialog(this, page ? page->title() : tr("Help"),
                                  page ? page->helpText() : QString(), railPages);
    dialog->open();
}

void MainWindow::showCreateDialog()
{
    if (m_createDialog)
        return;
    m_createDialog = new CreateDialog(this);
    m_createDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_createDialog, &CreateDialog::createRequested, this, [this](const NewWorkspace& wanted) {
        whenJobsMayGo([this, wanted] { m_session->create(wanted); });
    });
    m_createDialog->open();
}

void MainWindow::chooseFolder()
{
    askForFolder(this, tr("Folder of the workspace"), {},
                 [this](const QString& folder) { openWorkspace(folder); });
}

void MainWindow::fillWorkspaceMenu()
{
    QMenu* menu = m_rail->workspaceMenu();
    menu->clear();
    const QString here = m_session->session()
                             ? QString::fromStdString(m_session->session()->facts().folder.string())
                             : QString();
    for (const QString& folder : m_parts.settings.recentWorkspaces()) {
        const QString name = m_parts.settings.workspaceName(folder);
        QAction* action = menu->addAction(name.isEmpty() ? QDir(folder).dirName() : name);
        action->setCheckable(true);
        action->setChecked(folder == here);
        action->setToolTip(folder);
        if (folder != here)
            connect(action, &QAction::triggered, this, [this, folder] { openWorkspace(folder); });
    }
    menu->addSeparator();
    for (const ActionEntry& entry : m_actions) {
        if (!entry.id.startsWith(QLatin1String("workspace.")))
            continue;
        QAction* action = menu->addAction(theme::icon(entry.icon), entry.text());
        action->setShortcut(entry.shortcut);
        connect(action, &QAction::triggered, this, entry.run);
    }
}

void MainWindow::showRecent()
{
    QList<RecentWorkspace> recent;
    for (const QString& folder : m_parts.settings.recentWorkspaces())
        recent << RecentWorkspace{folder, m_parts.settings.workspaceName(folder)};
    m_welcome->setRecent(recent.mid(0, 5));
}

void MainWindow::toggleRail()
{
    m_parts.settings.setRailNarrow(!m_rail->isNarrow());
    placeRail();
}

void MainWindow::nextPane(int step)
{
    const std::array<QWidget*, 4> panes{m_rail, m_header, m_pages, m_strip};
    const QWidget* focused = QApplication::focusWidget();
    int at = 0;
    for (int i = 0; i < static_cast<int>(panes.size()); ++i) {
        if (focused && panes[static_cast<std::size_t>(i)]->isAncestorOf(focused))
            at = i;
    }
    const auto count = static_cast<int>(panes.size());
    for (int tried = 1; tried <= count; ++tried) {
        QWidget* pane = panes[static_cast<std::size_t>((at + step * tried + count * tried) % count)];
        const auto children = pane->findChildren<QWidget*>();
        for (QWidget* child : children) {
            if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
                child->setFocus(Qt::ShortcutFocusReason);
                return;
            }
        }
    }
}

void MainWindow::escape()
{
    if (!m_toast->text().isEmpty())
        m_toast->hideToast();
    else if (Page* page = m_pages->current())
        page->clearFilter();
}

void MainWindow::retranslate()
{
    m_welcome->retranslate();
    m_header->retranslate();
    m_rail->retranslate();
    m_strip->retranslate();
    m_toast->retranslate();
    if (m_machine.threads > 0 && m_painted)
        m_strip->setDevice(deviceText(m_machine));
    showPlace();
}

} // namespace lepton::ui
