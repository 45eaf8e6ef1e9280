// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell_session.h"
#include "ui/theme/theme.h"
#include "ui/theme/wishes.h"
#include "ui/widgets/async.h"
#include "ui/widgets/language.h"
#include "ui/widgets/page.h"

#include <QJsonArray>
#include <QObject>
#include <QSize>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <set>
#include <vector>

namespace lepton::ui {

class MainWindow;
class MissingTranslations;
class Preferences;
class StallWatch;

/// Drives the real window without a person: opens every page and dialog in both themes, both languages and
/// two sizes, takes a picture of each, and writes what it found to check.json.
class SelfCheck : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        std::filesystem::path folder;
        double startMs = 0; ///< from the start of the process to the first paint
    };

    SelfCheck(MainWindow& window, Preferences& preferences, StallWatch& stall, MissingTranslations& missing,
              Options options);

    void start();

Q_SIGNALS:
    /// @p exitCode is 1 when a page failed.
    void finished(int exitCode);

private:
    struct Variant
    {
        QSize size;
        theme::Mode mode;
        LanguageChoice language;
        theme::Wish highContrast;
        QString name; ///< "light-en-1440x900"
    };
    struct Shot
    {
        QString page; ///< id of the page, empty for what belongs to the window
        Scene scene;
        int number = 0;             ///< in the file names
        QStringList englishTexts{}; ///< of buttons and fields, of the variant before
        QStringList files{};
    };
    enum class Step
    {
        Vary,
        Show,
        Settle,
        Picture,
        Hide
    };

    void addWindowShots();
    /// Of places where work goes on.
    void addWorkingShots();
    /// Of a workspace that somebody has changed by hand.
    void addDamagedShots();
    /// All pages of the workspace, at the routes that their pictures are taken at.
    void listFirstLooks();
    struct FirstLook
    {
        QString page;
        Route route;
        QString suffix; ///< tells its pictures from those of other routes
    };
    /// What the page shows there, once it has read it.
    void addShotsOf(const FirstLook& look);
    void addLastShots();
    void tick();
    void awaitWorkspace(bool settled);
    void lookAtNextPage(bool settled);
    void takeStep(bool settled);
    /// All shots there are were taken in all variants.
    void closeShots();
    void nextPhase();
    void apply(const Variant& variant);
    /// To the next shot that @p variant takes; false at the end of all.
    bool goOn();
    void takePicture(const Variant& variant, Shot& shot);
    void hideScene();
    bool isSettled() const;
    /// Tells the watch what is being done, so that a stall can be told by its cause.
    void tellActivity();
    void fail(const QString& what);
    void finish();

    MainWindow& m_window;
    Preferences& m_preferences;
    StallWatch& m_stall;
    MissingTranslations& m_missing;
    Options m_options;
    std::vector<Variant> m_variants;
    std::vector<Shot> m_shots;
    std::size_t m_shot = 0;
    std::size_t m_variant = 0;
    Step m_step = Step::Vary;
    enum class Phase
    {
        Welcome,
        Opening,
        Examples,
        FirstLook,
        Pages,
        BeginningWork,
        Working, ///< jobs run while these pictures are taken
        EndingWork,
        Damaging,
        Damaged
    } m_phase = Phase::Welcome;
    int m_quiet = 0;  ///< ticks in a row with nothing running
    int m_waited = 0; ///< ticks
    int m_number = 0;
    std::vector<FirstLook> m_firstLooks;
    std::size_t m_firstLook = 0; ///< the next one
    std::vector<ExamplePlace> m_places;
    bool m_isDamaged = false;
    bool m_isLooking = false; ///< at the one before it
    QTimer m_timer;
    Async m_examples;
    QThreadPool m_pictures; ///< written here
    QJsonArray m_pages;
    std::set<QString> m_nameless;
    std::set<QString> m_untranslated;
    std::set<QString> m_clipped;
    std::set<QString> m_faint;
    std::set<QString> m_wrongHovers;
    QStringList m_errors;
};

} // namespace lepton::ui
