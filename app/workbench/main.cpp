// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/process_time.h"
#include "app/workbench/workbench_opener.h"
#include "base/file.h"
#include "base/log.h"
#include "train/engine_loader.h"
#include "ui/shell/desktop_wishes.h"
#include "ui/shell/main_window.h"
#include "ui/shell/self_check.h"
#include "ui/shell/window_audit.h"
#include "ui/shell/window_memory.h"
#include "ui/shell/window_preferences.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/stall_watch.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QThreadPool>

#include <algorithm>
#include <csignal>
#include <optional>
#include <span>
#include <string_view>

namespace {

struct Wanted
{
    QString folder;
    std::optional<std::filesystem::path> check;
};

Wanted readCommandLine(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Share data, train, and decide together what goes into production."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption check(
        QStringLiteral("check"),
        QStringLiteral(
            "Make a sample workspace in <folder>, take a picture of every page, and write check.json there."),
        QStringLiteral("folder"));
    parser.addOption(check);
    parser.addPositionalArgument(
        QStringLiteral("workspace"),
        QStringLiteral("Folder of the workspace to open (default: LEPTON_WORKSPACE)."),
        QStringLiteral("[workspace]"));
    parser.process(application);
    Wanted wanted;
    if (parser.isSet(check))
        wanted.check = std::filesystem::absolute(parser.value(check).toStdString());
    QString folder = qEnvironmentVariable("LEPTON_WORKSPACE"); // as for the command line
    if (!parser.positionalArguments().isEmpty())
        folder = parser.positionalArguments().first();
    if (!folder.isEmpty())
        wanted.folder = QString::fromStdString(
            std::filesystem::absolute(folder.toStdString()).lexically_normal().string());
    return wanted;
}

/// Words alone are asked for, and those need no display.
bool asksForWords(std::span<char* const> arguments)
{
    constexpr std::string_view words[] = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::ranges::any_of(arguments, [&](std::string_view argument) {
        return std::ranges::find(words, argument) != std::end(words);
    });
}

void introduce()
{
    QCoreApplication::setApplicationName(QStringLiteral("lepton-workbench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LEPTON_VERSION));
}

/// The check leaves nothing in the person's own folders, and finds nothing there.
void keepApart(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString((folder / "config").string()));
    qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((folder / "cache").string()));
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is then an error of write(), with its sentence
    lepton::train::EngineLoader::prepareEnvironment();
    introduce();
    if (asksForWords(std::span(argv, static_cast<std::size_t>(argc)))) {
        const QCoreApplication application(argc, argv);
        readCommandLine(application); // says them and ends the program
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Lepton Workbench"));
    QApplication::setDesktopFileName(QStringLiteral("lepton-workbench"));

    using namespace lepton;
    const Wanted wanted = readCommandLine(application);
    if (wanted.check) {
        std::error_code ignored;
        std::filesystem::remove_all(*wanted.check / "workspace", ignored);
        std::filesystem::remove_all(*wanted.check / "config", ignored);
        keepApart(*wanted.check);
    }
    // connections to the catalog belong to threads: keep the threads
    QThreadPool::globalInstance()->setExpiryTimeout(-1);
    QThreadPool::globalInstance()->setMaxThreadCount(std::max(4, QThread::idealThreadCount()));

    base::Log log(base::cacheFolder() / "log" / "workbench.log");
    ui::MissingTranslations missing;
    if (wanted.check)
        QCoreApplication::installTranslator(&missing);
    ui::WindowSettings settings(base::configFolder());
    ui::theme::Wishes wishes(application);
    ui::theme::Theme theme(application);
    ui::Language language;
    ui::WindowPreferences preferences(theme, wishes, language, settings);
    ui::DesktopWishes desktop;
    QObject::connect(&desktop, &ui::DesktopWishes::changed, &wishes, &ui::theme::Wishes::setSystem);
    ui::StallWatch stall;
    ui::WindowMemory memory(settings);
    int exitCode = 0;
    {
        const auto opener = std::make_shared<app::WorkbenchOpener>(
            app::WorkbenchParts{preferences, stall, log, memory},
            wanted.check ? std::optional(*wanted.check / "workspace") : std::nullopt);
        ui::MainWindow window(ui::ShellParts{preferences, settings, opener});
        QObject::connect(&window, &ui::MainWindow::painted, &window, [&] {
            const double startMs = app::millisecondsSinceStart();
            log.info("window painted " + std::to_string(static_cast<int>(startMs)) + " ms after the start");
            if (!wanted.check) { // the check's pictures are the same on every desktop
                desktop.start();
                if (!wanted.folder.isEmpty())
                    window.openWorkspace(wanted.folder);
                return;
            }
            auto* check = new ui::SelfCheck(window, preferences, stall, missing,
                                            ui::SelfCheck::Options{*wanted.check, startMs});
            QObject::connect(
                check, &ui::SelfCheck::finished, &window, [](int code) { QCoreApplication::exit(code); },
                Qt::QueuedConnection);
            check->start();
        });
        QObject::connect(&window, &ui::MainWindow::finished, &application, &QCoreApplication::quit,
                         Qt::QueuedConnection);
        window.show();
        exitCode = QApplication::exec();
    }
    // sessions left are ended by workers
    QThreadPool::globalInstance()->waitForDone();
    return exitCode;
}
