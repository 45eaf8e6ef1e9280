// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/real_window.h"

#include "app/workbench/workbench_opener.h"
#include "base/file.h"
#include "base/log.h"
#include "ui/shell/page_host.h"
#include "ui/shell/session_controller.h"
#include "ui/shell/window_memory.h"
#include "ui/shell/window_preferences.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/async.h"
#include "ui/widgets/page.h"
#include "ui/widgets/stall_watch.h"

#include <QApplication>
#include <QTest>
#include <QThreadPool>

namespace lepton::testing {

struct RealWindow::Parts
{
    ui::theme::Wishes wishes{*qApp};
    ui::theme::Theme theme{*qApp};
    ui::Language language;
    ui::StallWatch stall;
    base::Log log{base::cacheFolder() / "log" / "workbench.log"};
    ui::WindowSettings settings{base::configFolder()};
    ui::WindowPreferences preferences{theme, wishes, language, settings};
    ui::WindowMemory memory{settings};
    std::unique_ptr<ui::MainWindow> window;

    std::unique_ptr<ui::MainWindow> make()
    {
        const auto opener = std::make_shared<app::WorkbenchOpener>(
            app::WorkbenchParts{preferences, stall, log, memory}, std::nullopt);
        auto made = std::make_unique<ui::MainWindow>(ui::ShellParts{preferences, settings, opener});
        made->resize(1440, 900);
        made->show();
        return made;
    }
};

RealWindow::RealWindow()
{
    // connections to the catalog belong to threads: keep the threads
    QThreadPool::globalInstance()->setExpiryTimeout(-1);
    m_parts = std::make_unique<Parts>();
    m_parts->preferences.setLanguage(ui::LanguageChoice::English);
    m_parts->window = m_parts->make();
}

std::unique_ptr<ui::MainWindow> RealWindow::another(const QString& folder) const
{
    auto window = m_parts->make();
    window->openWorkspace(folder);
    return window;
}

RealWindow::~RealWindow()
{
    m_parts->window.reset();
    QThreadPool::globalInstance()->waitForDone(); // the session ends on a worker
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

ui::MainWindow& RealWindow::window() const noexcept
{
    return *m_parts->window;
}

ui::Preferences& RealWindow::preferences() const noexcept
{
    return m_parts->preferences;
}

ui::Page* RealWindow::page() const
{
    return window().pages().current();
}

bool RealWindow::open(const QString& folder, int patienceMs) const
{
    window().openWorkspace(folder);
    return QTest::qWaitFor([this] { return window().session().session() != nullptr && page() != nullptr; },
                           patienceMs);
}

void RealWindow::go(const QString& page) const
{
    window().pages().go({page, {}, 0, {}, {}});
}

bool RealWindow::settle(const ui::MainWindow& window, int patienceMs)
{
    return QTest::qWaitFor(
        [&window] {
            const ui::Page* page = window.pages().current();
            return page && page->isSettled() && ui::runningAsyncCount() == 0;
        },
        patienceMs);
}

} // namespace lepton::testing
