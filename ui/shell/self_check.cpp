// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/self_check.h"

#include "base/thread_priority.h"
#include "ui/shell/job_feed.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_host.h"
#include "ui/shell/paint_audit.h"
#include "ui/shell/session_controller.h"
#include "ui/shell/window_audit.h"
#include "ui/widgets/async.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/stall_watch.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>

#include <cmath>
#include <utility>

namespace lepton::ui {
namespace {

constexpr int tickTime = 30;                  // ms
constexpr int quietTicks = 6;                 // in a row: fades are over, too, Qt's own of 160 ms among them
constexpr int patience = 120000 / tickTime;   // a trial of a standard scores models
constexpr int livePatience = 3000 / tickTime; // a page that shows work may never be quiet
constexpr int openingTicks = 40;
constexpr int importPatience = 300000 / tickTime;
constexpr int examplePatience = 900000 / tickTime; // a training beside other work

QJsonArray toJson(const std::set<QString>& texts)
{
    QJsonArray array;
    for (const QString& text : texts)
        array.append(text);
    return array;
}

double rounded(double value)
{
    return std::round(value * 10) / 10;
}

QJsonArray toJson(const std::vector<Stall>& stalls)
{
    QJsonArray array;
    for (const Stall& stall : stalls)
        array.append(QJsonObject{{QStringLiteral("ms"), rounded(stall.milliseconds)},
                                 {QStringLiteral("busy_ms"), rounded(stall.busy)},
                                 {QStringLiteral("no_core_ms"), rounded(stall.waiting)},
                                 {QStringLiteral("during"), stall.during}});
    return array;
}

/// Two words of letters, as only an unfinished translation shows them.
bool readsAsEnglish(const QString& text)
{
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,} [a-z]{2,}"));
    return words.match(text).hasMatch();
}

} // namespace

SelfCheck::SelfCheck(MainWindow& window, Preferences& preferences, StallWatch& stall,
                     MissingTranslations& missing, Options options)
    : QObject(&window)
    , m_window(window)
    , m_preferences(preferences)
    , m_stall(stall)
    , m_missing(missing)
    , m_options(std::move(options))
{
    // English before Chinese: its texts are what the Chinese ones are held against
    for (const QSize size : {QSize(1440, 900), QSize(1280, 800)}) {
        for (const theme::Mode mode : {theme::Mode::Light, theme::Mode::Dark}) {
            for (const LanguageChoice language : {LanguageChoice::English, LanguageChoice::Chinese}) {
                const QString name =
                    QStringLiteral("%1-%2-%3x%4")
                        .arg(mode == theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"),
                             language == LanguageChoice::Chinese ? QStringLiteral("zh")
                                                                 : QStringLiteral("en"))
                        .arg(size.width())
                        .arg(size.height());
                m_variants.push_back({size, mode, language, theme::Wish::No, name});
            }
        }
    }
    for (const theme::Mode mode : {theme::Mode::Light, theme::Mode::Dark})
        m_variants.push_back({QSize(1440, 900), mode, LanguageChoice::English, theme::Wish::Yes,
                              mode == theme::Mode::Dark ? QStringLiteral("dark-en-1440x900-contrast")
                                                        : QStringLiteral("light-en-1440x900-contrast")});
    m_timer.setInterval(tickTime);
    connect(&m_timer, &QTimer::timeout, this, &SelfCheck::tick);
}

void SelfCheck::start()
{
    addWindowShots();
    m_stall.reset();
    m_timer.start();
}

bool SelfCheck::isSettled() const
{
    const Page* page = m_window.pages().current();
    const JobFeed* jobs = m_window.session().jobs();
    return !m_window.session().isOpening() && runningAsyncCount() == 0 && (!page || page->isSettled()) &&
           (m_phase == Phase::Working || !jobs || jobs->active().empty());
}

void SelfCheck::tick()
{
    tellActivity();
    ++m_waited;
    m_quiet = isSettled() ? m_quiet + 1 : 0;
    const bool settled = m_quiet >= quietTicks;
    switch (m_phase) {
    case Phase::Opening:
    case Phase::Examples:
        awaitWorkspace(settled);
        break;
    case Phase::FirstLook:
        lookAtNextPage(settled);
        break;
    case Phase::Damaging:
    case Phase::EndingWork:
        if (settled)
            nextPhase();
        break;
    case Phase::BeginningWork: // it goes on: there is no quiet to wait for
        if (!m_examples.isRunning())
            nextPhase();
        break;
    case Phase::Welcome:
    case Phase::Pages:
    case Phase::Working:
    case Phase::Damaged:
        takeStep(settled);
        break;
    }
}

void SelfCheck::awaitWorkspace(bool settled)
{
    // a little longer than the job feed takes to see the first import
    const bool open = m_window.session().session() != nullptr;
    if (m_waited > (m_phase == Phase::Opening ? importPatience : examplePatience)) {
        fail(QStringLiteral("the sample workspace was not ready in time"));
        finish();
    } else if (open && settled && m_waited > openingTicks) {
        nextPhase();
    }
}

/// One page after the other, as a person opens them.
void SelfCheck::lookAtNextPage(bool settled)
{
    if (!settled && m_waited < patience)
        return;
    m_waited = 0;
    m_quiet = 0;
    if (std::exchange(m_isLooking, false))
        addShotsOf(m_firstLooks[m_firstLook - 1]);
    if (m_firstLook == m_firstLooks.size()) {
        nextPhase();
        return;
    }
    const FirstLook& look = m_firstLooks[m_firstLook++];
    m_isLooking = true;
    m_stall.setActivity(QStringLiteral("opening %1%2 for the first time").arg(look.page, look.suffix));
    m_window.pages().go(look.route);
}

/// The next one towards a picture.
void SelfCheck::takeStep(bool settled)
{
    const Variant& variant = m_variants[m_variant];
    switch (m_step) {
    case Step::Vary:
        apply(variant);
        m_step = Step::Show;
        break;
    case Step::Show:
        m_shots[m_shot].scene.show();
        m_step = Step::Settle;
        m_quiet = 0;
        m_waited = 0;
        break;
    case Step::Settle:
        if (!settled && m_waited < (m_phase == Phase::Working ? livePatience : patience))
            break;
        if (!settled && m_phase != Phase::Working)
            fail(QStringLiteral("%1 (%2): did not settle").arg(m_shots[m_shot].scene.name, variant.name));
        m_step = Step::Picture;
        [[fallthrough]];
    case Step::Picture:
        m_stall.setPaused(true);
        takePicture(variant, m_shots[m_shot]);
        m_stall.setPaused(false);
        m_step = Step::Hide;
        break;
    case Step::Hide:
        if (m_shots[m_shot].scene.hide)
            m_shots[m_shot].scene.hide();
        if (!goOn())
            nextPhase();
        break;
    }
}

bool SelfCheck::goOn()
{
    // What every page has stands on these; high contrast changes nothing but colours.
    static const QSet<QString> telling{
        QStringLiteral("welcome"),       QStringLiteral("home"),     QStringLiteral("datasets"),
        QStringLiteral("dataset-table"), QStringLiteral("run"),      QStringLiteral("review"),
        QStringLiteral("import-dialog"), QStringLiteral("activity"), QStringLiteral("settings-appearance")};
    m_step = Step::Show;
    while (true) {
        if (++m_shot == m_shots.size()) {
            m_shot = 0;
            m_step = Step::Vary;
            if (++m_variant == m_variants.size()) {
                m_variant = 0;
                return false;
            }
        }
        if (m_variants[m_variant].highContrast == theme::Wish::No ||
            telling.contains(m_shots[m_shot].scene.name))
            return true;
    }
}

void SelfCheck::apply(const Variant& variant)
{
    m_window.resize(variant.size);
    m_preferences.setHighContrast(variant.highContrast);
    m_preferences.setThemeMode(variant.mode);
    if (m_preferences.language() != variant.language) {
        m_missing.clear(); // English, the language of the source, lacks nothing
        m_preferences.setLanguage(variant.language);
    }
}

void SelfCheck::takePicture(const Variant& variant, Shot& shot)
{
    if (shot.number == 0)
        shot.number = ++m_number;
    const QString file = QStringLiteral("%1-%2-%3.png")
                             .arg(shot.number, 2, 10, QLatin1Char('0'))
                             .arg(shot.scene.name, variant.name);
    shot.files << file;
    const QImage image = pictureOf(m_window).toImage();
    if (image.isNull())
        fail(QStringLiteral("%1: nothing was painted").arg(file));
    const QString path = QString::fromStdString((m_options.folder / file.toStdString()).string());
    // only the check writes pictures: what is measured beside it must not pay for them
    m_pictures.start([image, path] {
        base::yieldToOthers();
        image.save(path);
    });

    std::vector<QWidget*> shown{&m_window};
    const auto topLevels = QApplication::topLevelWidgets();
    for (QWidget* top : topLevels) {
        if (qobject_cast<QDialog*>(top) && top->isVisible())
            shown.push_back(top);
    }
    QStringList texts;
    for (QWidget* widget : shown) {
        if (shown.size() == 1 || widget != &m_window) { // what lies below a dialog is dimmed
            for (const QString& text : faintTexts(*widget, widget->grab().toImage()))
                m_faint.insert(QStringLiteral("%1 (%2): %3").arg(shot.scene.name, variant.name, text));
        }
        if (&variant == &m_variants.front()) {
            for (const QString& text : wrongHovers(*widget))
                m_wrongHovers.insert(QStringLiteral("%1: %2").arg(shot.scene.name, text));
        }
        for (const QString& text : clippedTexts(*widget))
            m_clipped.insert(QStringLiteral("%1 (%2): %3").arg(shot.scene.name, variant.name, text));
        for (const QString& text : namelessWidgets(*widget))
            m_nameless.insert(QStringLiteral("%1: %2").arg(shot.scene.name, text));
        texts << fixedTexts(*widget);
    }
    if (variant.language == LanguageChoice::English) {
        shot.englishTexts = texts;
        m_missing.clear(); // English is the source: only plural forms are translated
        return;
    }
    for (const QString& text : m_missing.missing())
        m_untranslated.insert(text);
    for (const QString& text : texts) {
        if (shot.englishTexts.contains(text) && readsAsEnglish(text))
            m_untranslated.insert(QStringLiteral("%1: %2").arg(shot.scene.name, text));
    }
}

void SelfCheck::hideScene()
{
    const auto topLevels = QApplication::topLevelWidgets();
    for (QWidget* top : topLevels) {
        if (auto* dialog = qobject_cast<QDialog*>(top); dialog && dialog->isVisible())
            dialog->reject();
        if (auto* menu = qobject_cast<QMenu*>(top); menu && menu->isVisible())
            menu->close();
    }
}

void SelfCheck::fail(const QString& what)
{
    qWarning("%s", qUtf8Printable(what)); // at once: a program that dies later writes no check.json
    m_errors << what;
}

void SelfCheck::finish()
{
    m_timer.stop();
    m_pictures.waitForDone();
    const StallFigures stall = m_stall.figures();
    const QJsonObject report{{QStringLiteral("start_ms"), rounded(m_options.startMs)},
                             {QStringLiteral("stall_ms_p999"), rounded(stall.p999)},
                             {QStringLiteral("stall_ms_max"), rounded(stall.maximum)},
                             {QStringLiteral("longest_stalls"), toJson(m_stall.longest())},
                             {QStringLiteral("pages"), m_pages},
                             {QStringLiteral("widgets_without_name"), toJson(m_nameless)},
                             {QStringLiteral("untranslated"), toJson(m_untranslated)},
                             {QStringLiteral("clipped_labels"), toJson(m_clipped)},
                             {QStringLiteral("faint_texts"), toJson(m_faint)},
                             {QStringLiteral("wrong_hovers"), toJson(m_wrongHovers)},
                             {QStringLiteral("errors"), QJsonArray::fromStringList(m_errors)}};
    QFile file(QString::fromStdString((m_options.folder / "check.json").string()));
    const QByteArray text = QJsonDocument(report).toJson();
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
    Q_EMIT finished(m_errors.isEmpty() && written ? 0 : 1);
}

} // namespace lepton::ui
