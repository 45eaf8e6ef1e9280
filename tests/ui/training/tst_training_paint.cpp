// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"
#include "support/recording_navigator.h"

#include "ui/shell/paint_audit.h"
#include "ui/theme/theme.h"
#include "ui/training/new_run_page.h"
#include "ui/training/run_page.h"
#include "ui/training/training_page.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/async.h"
#include "ui/widgets/view_memory.h"

#include <QPixmap>
#include <QTest>

using namespace lepton;
using namespace lepton::testing;

/// What the pages of training paint: texts that are read, and what answers to the pointer.
class TestTrainingPaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndAnswers_data();
    void readsAndAnswers();

private:
    ui::theme::Theme m_theme{*qApp};
};

void TestTrainingPaint::readsAndAnswers_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("isDark");
    for (const char* page : {"runs", "run", "report", "failed", "new"}) {
        for (const bool isDark : {false, true})
            QTest::addRow("%s, %s", page, isDark ? "dark" : "light") << QString::fromLatin1(page) << isDark;
    }
}

void TestTrainingPaint::readsAndAnswers()
{
    QFETCH(const QString, page);
    QFETCH(const bool, isDark);
    m_theme.setMode(isDark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
    auto backend = std::make_shared<FakeBackend>();
    backend->sources = {makeSource("reviews")};
    backend->models = {makeModel("MiniLM")};
    backend->details = {makeRun(3, jobs::JobState::Running), makeRun(2, jobs::JobState::Failed),
                        makeCompleteRun(1)};
    RecordingNavigator navigator;
    ui::ViewMemory memory;
    QWidget window;
    window.resize(1240, 800);
    ui::Page* shown = nullptr;
    ui::Route route = ui::trainingRoute();
    if (page == QLatin1String("runs")) {
        shown = new ui::TrainingPage(backend, navigator, memory, &window);
    } else if (page == QLatin1String("new")) {
        shown = new ui::NewRunPage(backend, navigator, &window);
        route = ui::newRunRoute();
    } else {
        shown = new ui::RunPage(backend, navigator, &window);
        route = ui::runRoute(page == QLatin1String("failed") ? QStringLiteral("R-2") : QStringLiteral("R-1"),
                             page == QLatin1String("report") ? QStringLiteral("report") : QString());
    }
    shown->resize(window.size());
    window.setFocusPolicy(Qt::StrongFocus);
    window.show();
    window.setFocus();
    shown->open(route);
    QTRY_VERIFY(ui::runningAsyncCount() == 0 && shown->isSettled());
    QCOMPARE(ui::faintTexts(window, window.grab().toImage()).join(QLatin1Char('\n')), QString());
    QCOMPARE(ui::wrongHovers(window).join(QLatin1Char('\n')), QString());
    delete shown;
    QTRY_COMPARE(ui::runningAsyncCount(), 0);
}

QTEST_MAIN(TestTrainingPaint)
#include "tst_training_paint.moc"
