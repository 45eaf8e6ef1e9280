// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"
#include "support/asks_for_more.h"

#include "ui/theme/theme.h"
#include "ui/training/new_run_page.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/async.h"
#include "ui/widgets/inline_banner.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace lepton;
using namespace lepton::testing;
using train::CheckId;
using train::CheckState;

class TestNewRunPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void startsWithTheDefaults();
    void tellsWhichModelKnowsTheTexts();
    void proposesDataThatSuit_data();
    void proposesDataThatSuit();
    void takesTheDataSetOfTheRoute();
    void takesOverTheRecipeOfARun();
    void saysWhatARunCannotHandOver();
    void namesTheRunThatIsNotThere();
    void appliesAFix();
    void namesTheFailedCheckThatStopsIt();
    void startsAsSoonAsTheChecksHaveAnswered();
    void doesNotStartWhenTheChecksFailMeanwhile();
    void keepsWhatASettingDoesNotTake();
    void asksForABaseModel();
    void choosesABaseModelByKeyboard();
    void foldsAwayWhatFewChange();
    void saysThatStepsReplaceEpochs();
    void marksWhatAsksForMore();
    void savesAndLoadsARecipe();
    void leavesOutASplitColumnThatIsNotThere();
    void saysWhyARecipeWasNotTaken();
    void offersEarlierRuns();
    void asksForAColumn();
    void saysWhyItWasNotStarted();
    void startsNothingWithoutTheRight();
    void copiesTheCommand();
    void checksOnceAfterSeveralChanges();

private:
    void open(const ui::Route& route = ui::newRunRoute());
    void settle();
    QPushButton* start() const { return shown<QPushButton>(*m_page, "newRun.start.button"); }
    QString foot() const { return shown<QLabel>(*m_page, "newRun.obstacle")->text(); }
    void type(const char* field, const QString& text);
    void chooseFile(const char* button, const char* dialog, const QString& file);

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeBackend> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<QWidget> m_window;
    ui::NewRunPage* m_page = nullptr;
};

void TestNewRunPage::init()
{
    m_backend = std::make_shared<FakeBackend>();
    m_backend->sources = {makeSource("reviews")};
    m_backend->models = {makeModel("MiniLM")};
    m_navigator = {};
}

void TestNewRunPage::cleanup()
{
    settle();
    m_window.reset();
}

void TestNewRunPage::open(const ui::Route& route)
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    m_page = new ui::NewRunPage(m_backend, m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    m_page->open(route);
    settle();
}

void TestNewRunPage::settle()
{
    QTRY_VERIFY(ui::runningAsyncCount() == 0 && m_page->isSettled());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestNewRunPage::type(const char* field, const QString& text)
{
    auto* edit = shown<QLineEdit>(*m_page, field);
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void TestNewRunPage::chooseFile(const char* button, const char* dialog, const QString& file)
{
    shown<QPushButton>(*m_page, button)->click();
    auto* files = m_window->findChild<QFileDialog*>(QLatin1String(dialog));
    QVERIFY(files);
    Q_EMIT files->fileSelected(file);
    files->close();
    settle();
}

void TestNewRunPage::startsWithTheDefaults()
{
    open();
    QCOMPARE(shown<QComboBox>(*m_page, "newRun.dataset")->currentText(), QStringLiteral("reviews"));
    QCOMPARE(shown<QComboBox>(*m_page, "newRun.text")->currentText(), QStringLiteral("review"));
    QCOMPARE(shown<QComboBox>(*m_page, "newRun.label")->currentText(), QStringLiteral("label"));
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.epochs")->value(), 5);
    QCOMPARE(shown<QLineEdit>(*m_page, "newRun.learning_rate")->text(), QStringLiteral("2e-5"));
    QVERIFY(shown<QLabel>(*m_page, "newRun.device")->text().contains(QStringLiteral("8 thread")));
    QVERIFY(start()->isEnabled());
    QVERIFY(m_page->primaryAction());
    settle();
    QVERIFY(m_backend->started);
    train::Recipe expected;
    expected.datasetVersion = m_backend->sources[0].version->id;
    expected.textColumn = "review";
    expected.labelColumn = "label";
    expected.baseModel = m_backend->models[0].id;
    QVERIFY(*m_backend->started == expected);
    QCOMPARE(m_navigator.routes.last(), ui::runRoute(QStringLiteral("R-1")));
}

void TestNewRunPage::tellsWhichModelKnowsTheTexts()
{
    m_backend->unknownShares = {{"reviews", 0.613}};
    open();
    const auto* card = shown<QRadioButton>(*m_page, "newRun.baseModel.MiniLM");
    QVERIFY(card);
    QVERIFY2(card->accessibleDescription().contains(QStringLiteral("61.3 %")),
             qPrintable(card->accessibleDescription()));
}

void TestNewRunPage::proposesDataThatSuit_data()
{
    QTest::addColumn<QStringList>("unlabelled");
    QTest::addColumn<double>("unknownInNewest");
    QTest::addColumn<double>("unknownInMiddle");
    QTest::addColumn<QString>("proposed");

    QTest::newRow("the newest, where the model knows all") << QStringList() << 0.0 << 0.0 << "newest";
    QTest::newRow("a few unknown words are no matter") << QStringList() << 0.04 << 0.0 << "newest";
    QTest::newRow("the newest in a language that the model knows")
        << QStringList() << 0.4 << 0.01 << "middle";
    QTest::newRow("the one that it knows best, where it knows none well")
        << QStringList() << 0.4 << 0.9 << "oldest";
    QTest::newRow("one that can be classified") << QStringList{"newest", "oldest"} << 0.0 << 0.4 << "middle";
    QTest::newRow("the newest, where none can be classified")
        << QStringList{"newest", "middle", "oldest"} << 0.0 << 0.0 << "newest";
}

void TestNewRunPage::proposesDataThatSuit()
{
    QFETCH(const QStringList, unlabelled);
    QFETCH(const double, unknownInNewest);
    QFETCH(const double, unknownInMiddle);
    m_backend->sources.clear();
    std::int64_t time = 1'000;
    for (const char* name : {"oldest", "newest", "middle"}) {
        auto source = makeSource(name);
        source.dataset.updated.milliseconds = name == std::string("newest") ? 9'000 : time++;
        if (unlabelled.contains(QLatin1String(name))) {
            source.version->schema.columns.resize(2); // an id and a review
            source.profile.columns.resize(2);
        }
        m_backend->sources.push_back(source);
    }
    m_backend->unknownShares = {{"newest", unknownInNewest}, {"middle", unknownInMiddle}, {"oldest", 0.2}};
    open();
    QTEST(shown<QComboBox>(*m_page, "newRun.dataset")->currentText(), "proposed");
}

void TestNewRunPage::takesTheDataSetOfTheRoute()
{
    m_backend->sources.push_back(makeSource("tickets"));
    open(ui::newRunRoute(QStringLiteral("tickets")));
    QCOMPARE(shown<QComboBox>(*m_page, "newRun.dataset")->currentText(), QStringLiteral("tickets"));
    QCOMPARE(m_page->route(), ui::newRunRoute(QStringLiteral("tickets")));
}

void TestNewRunPage::takesOverTheRecipeOfARun()
{
    m_backend->sources.push_back(makeSource("tickets"));
    m_backend->models.push_back(makeModel("BERT"));
    auto run = makeCompleteRun(7);
    run.run.dataset = m_backend->sources[0].dataset.id;
    run.run.datasetNumber = m_backend->sources[0].version->number;
    run.run.recipe.datasetVersion = m_backend->sources[0].version->id;
    run.run.recipe.textColumn = "review";
    run.run.recipe.labelColumn = "label";
    run.run.recipe.baseModel = m_backend->models[0].id;
    run.run.recipe.batchSize = 32;
    run.run.recipe.learningRate = 5e-5;
    m_backend->details = {run};
    open(ui::newRunFromRoute(QStringLiteral("R-7"),
                             {{QStringLiteral("batch_size"), QStringLiteral("16")},
                              {QStringLiteral("gradient_accumulation"), QStringLiteral("2")}}));
    QCOMPARE(shown<QComboBox>(*m_page, "newRun.dataset")->currentText(), QStringLiteral("reviews"));
    QVERIFY(shown<QAbstractButton>(*m_page, "newRun.baseModel.MiniLM")->isChecked());
    QCOMPARE(shown<QLineEdit>(*m_page, "newRun.learning_rate")->text(), QStringLiteral("5e-5"));
    QVERIFY(!shown(*m_page, "newRun.origin.banner"));
    const auto labels = m_page->findChildren<QLabel*>();
    const auto facts = std::ranges::find_if(
        labels, [](QLabel* label) { return label->text().startsWith(QStringLiteral("classify texts")); });
    QVERIFY(facts != labels.end());
    QCOMPARE((*facts)->text(),
             QStringLiteral("classify texts, with the recipe of R-7, but Batch size 16, Batches "
                            "a step 2"));
    start()->click();
    settle();
    auto expected = run.run.recipe;
    expected.batchSize = 16;
    expected.gradientAccumulation = 2;
    QVERIFY(m_backend->started && *m_backend->started == expected);
}

void TestNewRunPage::saysWhatARunCannotHandOver()
{
    auto run = makeCompleteRun(7);
    run.run.datasetName = "gone";
    run.run.dataset = base::DatasetId::generate();
    run.run.recipe.epochs = 9;
    m_backend->details = {run};
    open(ui::newRunFromRoute(QStringLiteral("R-7")));
    auto* banner = shown<ui::InlineBanner>(*m_page, "newRun.origin.banner");
    QVERIFY(banner);
    QVERIFY2(banner->sentence().contains(QStringLiteral("gone")), qPrintable(banner->sentence()));
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.epochs")->value(), 9);
    QCOMPARE(shown<QComboBox>(*m_page, "newRun.dataset")->currentText(), QStringLiteral("reviews"));
    QVERIFY(start()->isEnabled());
}

void TestNewRunPage::namesTheRunThatIsNotThere()
{
    open(ui::newRunFromRoute(QStringLiteral("R-99")));
    auto* banner = shown<ui::InlineBanner>(*m_page, "newRun.origin.banner");
    QVERIFY(banner);
    QVERIFY(banner->sentence().contains(QStringLiteral("R-99")));
    QVERIFY(start()->isEnabled()); // with the defaults
}

void TestNewRunPage::appliesAFix()
{
    m_backend->checks = [](const train::Recipe& recipe) {
        train::Check check{CheckId::Lengths, CheckState::Ok, "No text is cut.", {}};
        if (recipe.maxLength < 192) {
            check.state = CheckState::Caution;
            check.message = "6.2 % of the texts are cut.";
            check.fix = train::Fix{"Read more of them.", {"max_length=192"}};
        }
        return std::vector{check};
    };
    open();
    QVERIFY(start()->isEnabled());                                  // a caution stops nothing
    QTRY_VERIFY(shown<QPushButton>(*m_page, "newRun.fix.lengths")); // the list is laid out after the answer
    auto* fix = shown<QPushButton>(*m_page, "newRun.fix.lengths");
    QCOMPARE(fix->text(), QStringLiteral("Use 192"));
    fix->click();
    settle();
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.max_length")->value(), 192);
    QTRY_VERIFY(!shown(*m_page, "newRun.fix.lengths"));
}

void TestNewRunPage::namesTheFailedCheckThatStopsIt()
{
    m_backend->checks = [](const train::Recipe&) {
        return std::vector<train::Check>{
            {CheckId::Rows, CheckState::Ok, "All rows are usable.", {}},
            {CheckId::Classes, CheckState::Failed, "There is one class only.", {}}};
    };
    open();
    QVERIFY(!start()->isEnabled());
    QVERIFY2(foot().contains(QStringLiteral("one class only")), qPrintable(foot()));
    QVERIFY(start()->toolTip().contains(QStringLiteral("one class only")));
    QVERIFY(!m_page->primaryAction());
    QVERIFY(!m_backend->started);
}

void TestNewRunPage::startsAsSoonAsTheChecksHaveAnswered()
{
    open();
    shown<QSpinBox>(*m_page, "newRun.epochs")->setValue(2);
    QVERIFY(start()->isEnabled());
    start()->click();
    QVERIFY(!m_backend->started);
    settle();
    QTRY_VERIFY(m_backend->started);
    QCOMPARE(m_backend->started->epochs, 2);
}

void TestNewRunPage::doesNotStartWhenTheChecksFailMeanwhile()
{
    open();
    m_backend->checks = [](const train::Recipe&) {
        return std::vector<train::Check>{{CheckId::Parts, CheckState::Failed, "A part is empty.", {}}};
    };
    shown<QSpinBox>(*m_page, "newRun.epochs")->setValue(2);
    start()->click();
    settle();
    QVERIFY(!m_backend->started);
    QVERIFY(!start()->isEnabled());
    QVERIFY(foot().contains(QStringLiteral("A part is empty")));
}

void TestNewRunPage::keepsWhatASettingDoesNotTake()
{
    open();
    type("newRun.learning_rate", QStringLiteral("fast"));
    settle();
    QVERIFY(!start()->isEnabled());
    QVERIFY2(foot().contains(QStringLiteral("learning_rate")), qPrintable(foot()));
    QCOMPARE(shown<QLineEdit>(*m_page, "newRun.learning_rate")->text(), QStringLiteral("fast"));
    type("newRun.learning_rate", QStringLiteral("3e-5"));
    settle();
    QVERIFY(start()->isEnabled());
    start()->click();
    settle();
    QCOMPARE(m_backend->started->learningRate, 3e-5);
}

void TestNewRunPage::asksForABaseModel()
{
    m_backend->models.clear();
    open();
    QVERIFY(!start()->isEnabled());
    QVERIFY(foot().contains(QStringLiteral("base model")));
    QVERIFY(shown<QPushButton>(*m_page, "newRun.importModel"));
    m_backend->models = {makeModel("MiniLM")};
    m_page->refresh();
    settle();
    QVERIFY(start()->isEnabled());
}

void TestNewRunPage::choosesABaseModelByKeyboard()
{
    m_backend->models.push_back(makeModel("BERT"));
    open();
    auto* chosen = shown<QAbstractButton>(*m_page, "newRun.baseModel.MiniLM");
    auto* other = shown<QAbstractButton>(*m_page, "newRun.baseModel.BERT");
    if (!chosen->isChecked())
        std::swap(chosen, other);
    QVERIFY(chosen->isChecked() && !other->isChecked());
    chosen->setFocus();
    QTest::keyClick(chosen, chosen->x() < other->x() ? Qt::Key_Right : Qt::Key_Left);
    settle();
    QVERIFY(other->isChecked() && !chosen->isChecked());
    start()->click();
    settle();
    const auto model =
        std::ranges::find(m_backend->models, other->text().toStdString(), &train::BaseModel::name);
    QVERIFY(m_backend->started && m_backend->started->baseModel == model->id);
}

void TestNewRunPage::foldsAwayWhatFewChange()
{
    open();
    auto* more = shown<QPushButton>(*m_page, "newRun.more");
    const auto* note = shown<QLabel>(*m_page, "newRun.more.note");
    const auto left = [this](const QWidget& widget) { return widget.mapTo(m_page, QPoint()).x(); };
    QCOMPARE(left(*more), left(*shown<QSpinBox>(*m_page, "newRun.epochs")));
    QCOMPARE(note->text(), QStringLiteral("all at their usual values"));
    QVERIFY(!shown(*m_page, "newRun.freeze_layers"));
    more->click();
    QVERIFY(!note->isVisible());
    shown<QSpinBox>(*m_page, "newRun.freeze_layers")->setValue(2);
    shown<QDoubleSpinBox>(*m_page, "newRun.warmup_ratio")->setValue(6);
    settle();
    more->click();
    QVERIFY(!shown(*m_page, "newRun.freeze_layers"));
    QCOMPARE(note->text(), QStringLiteral("Warm-up: 6 %, Frozen layers: 2"));
}

void TestNewRunPage::saysThatStepsReplaceEpochs()
{
    open();
    shown<QPushButton>(*m_page, "newRun.more")->click();
    const auto says = [this](const QString& sentence) {
        const auto labels = m_page->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&sentence](const QLabel* label) {
            return label->isVisible() && label->text() == sentence;
        });
    };
    const QString replaced = QStringLiteral("replaced: it ends after 30 step(s)");
    QVERIFY(!says(replaced));
    shown<QSpinBox>(*m_page, "newRun.max_steps")->setValue(30);
    settle();
    QVERIFY(says(replaced));
    shown<QSpinBox>(*m_page, "newRun.max_steps")->setValue(0);
    settle();
    QVERIFY(!says(replaced));
}

void TestNewRunPage::marksWhatAsksForMore()
{
    open();
    for (const char* name : {"newRun.load.button", "newRun.save.button", "newRun.importModel"}) {
        auto* button = shown<QAbstractButton>(*m_page, name);
        QVERIFY2(button && button->text().endsWith(QChar(u'…')), name);
        QVERIFY2(asksForMore([button] { button->click(); }), name);
    }
}

void TestNewRunPage::savesAndLoadsARecipe()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("mine.json");
    open();
    shown<QSpinBox>(*m_page, "newRun.epochs")->setValue(3);
    settle();
    chooseFile("newRun.save.button", "newRun.save.file", file);
    QVERIFY(QFile::exists(file));
    cleanup();

    m_backend->sources = {makeSource("tickets")}; // other data: the settings are taken all the same
    open();
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.epochs")->value(), 5);
    chooseFile("newRun.load.button", "newRun.load.file", file);
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.epochs")->value(), 3);
    start()->click();
    settle();
    train::Recipe expected;
    expected.epochs = 3;
    expected.datasetVersion = m_backend->sources[0].version->id;
    expected.textColumn = "review";
    expected.labelColumn = "label";
    expected.baseModel = m_backend->models[0].id;
    QVERIFY(m_backend->started && *m_backend->started == expected);
}

void TestNewRunPage::leavesOutASplitColumnThatIsNotThere()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("split.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"split_column": "fold", "batch_size": 8})");
    file.close();
    open();
    chooseFile("newRun.load.button", "newRun.load.file", file.fileName());
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.batch_size")->value(), 8);
    auto* banner = shown<ui::InlineBanner>(*m_page, "newRun.origin.banner");
    QVERIFY(banner);
    QVERIFY2(banner->sentence().contains(QStringLiteral("fold")), qPrintable(banner->sentence()));
}

void TestNewRunPage::saysWhyARecipeWasNotTaken()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("wrong.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"epoch": 3})");
    file.close();
    open();
    chooseFile("newRun.load.button", "newRun.load.file", file.fileName());
    auto* banner = shown<ui::InlineBanner>(*m_page, "newRun.banner");
    QVERIFY(banner);
    QVERIFY2(banner->sentence().contains(QStringLiteral("epochs")), qPrintable(banner->sentence()));
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.epochs")->value(), 5);
}

void TestNewRunPage::offersEarlierRuns()
{
    open();
    QVERIFY(!shown<QPushButton>(*m_page, "newRun.from.button")->isEnabled());
    QVERIFY(!shown<QPushButton>(*m_page, "newRun.from.button")->toolTip().isEmpty());
    cleanup();
    m_backend->details = {makeCompleteRun(7)};
    open();
    auto* button = shown<QPushButton>(*m_page, "newRun.from.button");
    QVERIFY(button->isEnabled());
    Q_EMIT button->menu()->aboutToShow();
    QCOMPARE(button->menu()->actions().size(), 1);
    button->menu()->actions().first()->trigger();
    QCOMPARE(m_navigator.routes.last(), ui::newRunFromRoute(QStringLiteral("R-7")));
}

void TestNewRunPage::asksForAColumn()
{
    for (auto& column : m_backend->sources[0].version->schema.columns)
        column.type = data::ColumnType::Float64;
    open();
    QVERIFY(!start()->isEnabled());
    QVERIFY2(foot().contains(QStringLiteral("texts")), qPrintable(foot()));
}

void TestNewRunPage::saysWhyItWasNotStarted()
{
    open();
    m_backend->refusal = base::Error(base::ErrorCode::NotAllowed, "Only an engineer can train.");
    start()->click();
    settle();
    auto* banner = shown<ui::InlineBanner>(*m_page, "newRun.banner");
    QVERIFY(banner);
    QVERIFY(banner->sentence().contains(QStringLiteral("engineer")));
    QVERIFY(m_navigator.routes.isEmpty());
    QVERIFY(start()->isEnabled()); // it can be tried again
}

void TestNewRunPage::startsNothingWithoutTheRight()
{
    m_backend->refusals.emplace(
        train::TrainAction::Train,
        base::Error(base::ErrorCode::NotAllowed, "To train models takes the role engineer or admin."));
    open();
    QVERIFY(!start()->isEnabled());
    QVERIFY(foot().contains(QStringLiteral("takes the role engineer")));
    QVERIFY(!m_page->primaryAction());
    m_backend->refusals.clear();
    m_page->refresh();
    settle();
    QVERIFY(start()->isEnabled());
    QVERIFY(m_page->primaryAction());
    settle();
    QVERIFY(m_backend->started.has_value());
}

void TestNewRunPage::copiesTheCommand()
{
    open();
    shown<QToolButton>(*m_page, "newRun.command.copy")->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("--dataset reviews@2")));
    QCOMPARE(m_navigator.toasts.size(), 1);
}

void TestNewRunPage::checksOnceAfterSeveralChanges()
{
    open();
    const int before = m_backend->checkCount;
    for (const int epochs : {1, 2, 3})
        shown<QSpinBox>(*m_page, "newRun.epochs")->setValue(epochs);
    settle();
    QCOMPARE(m_backend->checkCount - before, 1);
    m_page->refresh(); // the catalog changed elsewhere: what was checked stays checked
    settle();
    QCOMPARE(m_backend->checkCount - before, 1);
}

QTEST_MAIN(TestNewRunPage)
#include "tst_new_run_page.moc"
