// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_models_backend.h"
#include "support/asks_for_more.h"
#include "support/nameless_widgets.h"

#include "ui/models/model_page.h"
#include "ui/models/models_page.h"
#include "ui/models/models_routes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/async.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/language.h"
#include "ui/widgets/skeleton.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <future>

using namespace lepton;
using namespace lepton::testing;

class TestModelsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void listsModels();
    void saysHowToBegin();
    void saysWhyNothingIsRegistered();
    void filters();
    void followsWhatOthersDo();
    void saysWhyItCannotBeRead();
    void saysHowFarTheLogIsProven_data();
    void saysHowFarTheLogIsProven();
    void registersARun();
    void saysInPlaceWhyARunWasNotRegistered();
    void asksForAPromotion();
    void takesNoPromotionWithoutAReason();
    void recordsNothingThatWasCancelled();
    void rollsBackByName();
    void marksWhatAsksForMore();
    void movesAVersionToTheTrashWithUndo();
    void tellsOfAFailedUndoWhereThePersonIs();
    void setsAnAlias();
    void editsTheCard();
    void tellsTheCardInTheLanguageOfTheWindow();
    void scoresOnDataSets();
    void saysWhatWasInProduction();
    void showsTwoHundredVersions();
    void namesItsWidgets();

private:
    void openModels();
    void openModel(int version = 0);
    void settle();
    template <class Widget>
    Widget* inDialog(const char* name) const;
    template <class Widget>
    Widget* find(const char* name) const
    {
        return shown<Widget>(*m_page, name);
    }

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeModelsBackend> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<QWidget> m_window;
    ui::Page* m_page = nullptr;
};

void TestModelsPage::init()
{
    m_backend = std::make_shared<FakeModelsBackend>();
    m_navigator = {};
}

void TestModelsPage::cleanup()
{
    m_window.reset();
    QTRY_COMPARE(ui::runningAsyncCount(), 0);
}

void TestModelsPage::settle()
{
    QTRY_VERIFY(ui::runningAsyncCount() == 0 && m_page->isSettled());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestModelsPage::openModels()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    m_page = new ui::ModelsPage(m_backend, m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    settle();
}

void TestModelsPage::openModel(int version)
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    m_page = new ui::ModelPage(m_backend, m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    m_page->open(ui::modelRoute(QStringLiteral("news-topics"), version));
    settle();
}

template <class Widget>
Widget* TestModelsPage::inDialog(const char* name) const
{
    const auto dialogs = m_window->findChildren<QDialog*>();
    for (QDialog* dialog : dialogs) {
        if (auto* found = dialog->isVisible() ? dialog->findChild<Widget*>(QLatin1String(name)) : nullptr)
            return found;
    }
    return nullptr;
}

void TestModelsPage::listsModels()
{
    openModels();
    auto* table = find<QTableView>("models.table");
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("news-topics"));
    QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("v1"));
    const QFontMetrics small(ui::theme::font(ui::theme::Step::Small, QFont::Medium));
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        const QString name = table->model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY2(table->columnWidth(column) >= small.horizontalAdvance(name) + 16, qPrintable(name));
    }
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_navigator.routes.size(), 1);
    QCOMPARE(m_navigator.routes.front(), ui::modelRoute(QStringLiteral("news-topics")));
}

void TestModelsPage::saysHowToBegin()
{
    m_backend->details.versions.clear();
    openModels();
    auto* begin = find<QPushButton>("models.empty.register.button");
    QVERIFY(begin && begin->isEnabled());
    QVERIFY(!find<QPushButton>("models.register.button")); // one primary button
    begin->click();
    QVERIFY(inDialog<QComboBox>("register.run"));
    settle();
}

void TestModelsPage::saysWhyNothingIsRegistered()
{
    m_backend->whyNotRegister = base::Error(base::ErrorCode::NotAllowed, "This takes the role engineer.");
    openModels();
    auto* button = find<QPushButton>("models.register.button");
    QVERIFY(button && !button->isEnabled());
    QCOMPARE(button->toolTip(), QStringLiteral("This takes the role engineer."));
}

void TestModelsPage::filters()
{
    openModels();
    QVERIFY(m_page->focusFilter());
    auto* filter = find<QLineEdit>("models.filter.edit");
    filter->setText(QStringLiteral("tweets"));
    QCOMPARE(find<QTableView>("models.table")->model()->rowCount(), 0);
    QVERIFY(m_page->clearFilter());
    QCOMPARE(find<QTableView>("models.table")->model()->rowCount(), 1);
}

void TestModelsPage::followsWhatOthersDo()
{
    openModels();
    QVERIFY(!find<QListView>("models.side.pending"));
    m_backend->makeRequest();
    m_page->refresh();
    settle();
    auto* list = find<QListView>("models.side.pending");
    QVERIFY(list);
    QCOMPARE(list->model()->rowCount(), 1);
    m_backend->decideElsewhere();
    m_page->refresh();
    settle();
    QVERIFY(!find<QListView>("models.side.pending"));
}

void TestModelsPage::saysWhyItCannotBeRead()
{
    m_backend->readError = base::Error(base::ErrorCode::Damaged, "Event 12 is not the one that was signed.");
    openModels();
    const auto* banner = find<ui::InlineBanner>("models.banner");
    QVERIFY(banner && banner->sentence().contains(QStringLiteral("Event 12")));
    m_backend->readError.reset();
    m_page->refresh();
    settle();
    QVERIFY(!find<ui::InlineBanner>("models.banner"));
    QVERIFY(find<QTableView>("models.table"));
}

void TestModelsPage::saysHowFarTheLogIsProven_data()
{
    QTest::addColumn<bool>("ofOneModel");
    QTest::newRow("all models") << false;
    QTest::newRow("a model") << true;
}

/// A long log takes its time when it is read first. Nothing is shown until it is proven, and that is said.
void TestModelsPage::saysHowFarTheLogIsProven()
{
    QFETCH(bool, ofOneModel);
    std::promise<void> proven;
    m_backend->mayRead = proven.get_future().share();
    m_backend->proving = base::ProgressState{"proving", 45'000, 100'000, 0, {}};
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    m_page = ofOneModel ? static_cast<ui::Page*>(new ui::ModelPage(m_backend, m_navigator, m_window.get()))
                        : new ui::ModelsPage(m_backend, m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    if (ofOneModel)
        m_page->open(ui::modelRoute(QStringLiteral("news-topics")));
    auto* skeleton = m_page->findChild<ui::Skeleton*>();
    QVERIFY(skeleton && skeleton->isVisible());
    QTRY_COMPARE(skeleton->shownSentence(), QStringLiteral("The log of all decisions is being proven, 45 %"));
    const char* content = ofOneModel ? "model.card" : "models.table";
    QVERIFY(!find<QWidget>(content));
    const char* none = ofOneModel ? "model.side.none" : "models.side.none";
    QVERIFY(!find<QWidget>(none)); // nobody says yet that no request waits
    proven.set_value();
    settle();
    QVERIFY(!skeleton->isVisible());
    QVERIFY(find<QWidget>(content) && find<QWidget>(none));
}

void TestModelsPage::registersARun()
{
    openModels();
    find<QPushButton>("models.register.button")->click();
    settle();
    // the newest run that is no version yet, and the one model that there is
    QCOMPARE(inDialog<QComboBox>("register.run")->currentData().toString(), QStringLiteral("R-3"));
    QCOMPARE(inDialog<QComboBox>("register.model")->currentText(), QStringLiteral("news-topics"));
    inDialog<QComboBox>("register.model")->setEditText(QStringLiteral("a/b"));
    QVERIFY(!inDialog<QPushButton>("register.register.button")->isEnabled());
    inDialog<QComboBox>("register.model")->setEditText(QStringLiteral("press"));
    inDialog<QPushButton>("register.register.button")->click();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("register R-3 as press")});
    QCOMPARE(m_navigator.routes.back(), ui::modelRoute(QStringLiteral("press"), 3));
}

void TestModelsPage::saysInPlaceWhyARunWasNotRegistered()
{
    openModels();
    m_backend->commandError =
        base::Error(base::ErrorCode::Exists, "R-3 is version 1 of news-topics already.");
    find<QPushButton>("models.register.button")->click();
    settle();
    inDialog<QPushButton>("register.register.button")->click();
    settle();
    const auto* banner = inDialog<ui::InlineBanner>("register.banner");
    QVERIFY(banner && banner->isVisible());
    QVERIFY(banner->sentence().contains(QStringLiteral("R-3 is version 1")));
}

void TestModelsPage::asksForAPromotion()
{
    openModel(2);
    find<QPushButton>("model.promote.button")->click();
    inDialog<QToolButton>("ask.target.production")->click();
    inDialog<QPlainTextEdit>("ask.reason.edit")->setPlainText(QStringLiteral("Better on grain."));
    inDialog<QPushButton>("ask.ask.button")->click();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("promote to production: Better on grain.")});
    QCOMPARE(m_navigator.routes.back(), ui::reviewRoute(QStringLiteral("P-1")));
}

void TestModelsPage::takesNoPromotionWithoutAReason()
{
    openModel(2);
    find<QPushButton>("model.promote.button")->click();
    auto* ask = inDialog<QPushButton>("ask.ask.button");
    QVERIFY(ask && !ask->isEnabled());
    QVERIFY(!ask->toolTip().isEmpty());
    inDialog<QPlainTextEdit>("ask.reason.edit")->setPlainText(QStringLiteral(" \n "));
    QVERIFY(!ask->isEnabled());
}

void TestModelsPage::recordsNothingThatWasCancelled()
{
    m_backend->holdsWork = true;
    openModel(2);
    find<QPushButton>("model.promote.button")->click();
    inDialog<QPlainTextEdit>("ask.reason.edit")->setPlainText(QStringLiteral("Better."));
    inDialog<QPushButton>("ask.ask.button")->click();
    QVERIFY(inDialog<QLabel>("ask.progress")->isVisible());
    inDialog<QPushButton>("ask.cancel.button")->click();
    settle();
    QVERIFY(m_backend->calls.isEmpty());
    QVERIFY(m_navigator.routes.isEmpty());
}

void TestModelsPage::rollsBackByName()
{
    m_backend->details.model.production = 2;
    m_backend->details.rollBackTo = 1;
    openModel();
    find<QPushButton>("model.rollBack.button")->click();
    auto* ask = inDialog<QPushButton>("ask.ask.button");
    QCOMPARE(ask->text(), QStringLiteral("Roll back to v1"));
    inDialog<QPlainTextEdit>("ask.reason.edit")->setPlainText(QStringLiteral("Refunds are missed."));
    ask->click();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("roll back: Refunds are missed.")});
}

void TestModelsPage::marksWhatAsksForMore()
{
    m_backend->details.versions.front().aliases = {"champion"};
    m_backend->details.model.production = 2;
    m_backend->details.rollBackTo = 1;
    openModel(m_backend->details.versions.front().number);
    for (const char* name : {"model.rollBack.button", "model.card.edit.button", "model.card.export.button"}) {
        auto* button = find<QPushButton>(name);
        QVERIFY2(button && button->text().endsWith(QChar(u'…')), name);
        QVERIFY2(asksForMore([button] { button->click(); }), name);
    }
    const auto filled = [this] {
        settle();
        delete m_page->findChild<QMenu*>(QStringLiteral("model.more.menu"));
        find<QToolButton>("model.more.button")->click();
        return m_page->findChild<QMenu*>(QStringLiteral("model.more.menu"));
    };
    QCOMPARE(entriesOf(*filled()).size(), 3);
    QCOMPARE(wrongEllipses(filled), QString());
}

void TestModelsPage::movesAVersionToTheTrashWithUndo()
{
    openModel(2);
    find<QToolButton>("model.more.button")->click();
    auto* menu = m_page->findChild<QMenu*>(QStringLiteral("model.more.menu"));
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto trash = std::ranges::find_if(
        actions, [](const QAction* one) { return one->text().contains(QStringLiteral("trash")); });
    QVERIFY(trash != actions.end());
    (*trash)->trigger();
    menu->close();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("trash")});
    QVERIFY(!find<QPushButton>("model.promote.button")->isEnabled());
    QVERIFY(m_page->undo());
    settle();
    QCOMPARE(m_backend->calls.back(), QStringLiteral("restore"));
    QVERIFY(find<QPushButton>("model.promote.button")->isEnabled());
}

void TestModelsPage::tellsOfAFailedUndoWhereThePersonIs()
{
    openModel(2);
    find<QToolButton>("model.more.button")->click();
    auto* menu = m_page->findChild<QMenu*>(QStringLiteral("model.more.menu"));
    for (auto* action : menu->actions()) {
        if (action->text().contains(QStringLiteral("trash")))
            action->trigger();
    }
    menu->close();
    settle();
    m_page->hide(); // the window shows another page now
    m_backend->commandError = base::Error(base::ErrorCode::NotAllowed, "You may only look at models here.");
    QVERIFY(m_navigator.lastUndo);
    m_navigator.lastUndo();
    settle();
    QCOMPARE(m_navigator.toasts.last(),
             QStringLiteral("v2 was not restored. You may only look at models here."));
}

void TestModelsPage::setsAnAlias()
{
    openModel(2);
    find<QToolButton>("model.more.button")->click();
    auto* menu = m_page->findChild<QMenu*>(QStringLiteral("model.more.menu"));
    menu->actions().front()->trigger();
    menu->close();
    const auto labels = m_window->findChild<QDialog*>(QStringLiteral("alias"))->findChildren<QLabel*>();
    QVERIFY2(std::ranges::any_of(labels,
                                 [](const QLabel* label) {
                                     return label->isVisible() &&
                                            label->text() == QStringLiteral("The alias needs a name.");
                                 }),
             "why it cannot be set yet");
    inDialog<QLineEdit>("alias.name.edit")->setText(QStringLiteral("champion"));
    inDialog<QPushButton>("alias.save.button")->click();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("alias champion 2")});
}

void TestModelsPage::editsTheCard()
{
    openModel(2);
    const auto* text = find<QLabel>("model.card.text");
    QVERIFY(text && text->text().contains(QStringLiteral("None known.")));
    find<QPushButton>("model.card.edit.button")->click();
    inDialog<QPlainTextEdit>("describe.use.edit")->setPlainText(QStringLiteral("Routing"));
    inDialog<QPlainTextEdit>("describe.limits.edit")->setPlainText(QStringLiteral("English alone"));
    inDialog<QPushButton>("describe.save.button")->click();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("describe Routing / English alone")});
}

void TestModelsPage::tellsTheCardInTheLanguageOfTheWindow()
{
    ui::Language language;
    language.setChoice(ui::LanguageChoice::English);
    openModel(2);
    const auto* text = find<QLabel>("model.card.text");
    QVERIFY(text->text().contains(QStringLiteral("Intended use")));
    language.setChoice(ui::LanguageChoice::Chinese);
    QTRY_VERIFY(text->text().contains(QStringLiteral("预期用途")));
    QVERIFY(!text->text().contains(QStringLiteral("Intended use")));
    QVERIFY(text->text().contains(QStringLiteral("None known."))); // what people typed stays as it is
    language.setChoice(ui::LanguageChoice::English);
}

void TestModelsPage::scoresOnDataSets()
{
    openModel(2);
    find<QPushButton>("model.score.button")->click();
    settle();
    auto* list = inDialog<QListWidget>("score.list");
    QCOMPARE(list->count(), 2);
    auto* score = inDialog<QPushButton>("score.score.button");
    QVERIFY(!score->isEnabled());
    list->item(1)->setCheckState(Qt::Checked);
    QVERIFY(score->isEnabled());
    score->click();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("score tweets")});
}

void TestModelsPage::saysWhatWasInProduction()
{
    m_backend->details.moves = {{.version = 1,
                                 .from = registry::Stage::Staging,
                                 .to = registry::Stage::Production,
                                 .promotion = "P-1",
                                 .isRollback = false,
                                 .requester = m_backend->jonas,
                                 .approvers = {m_backend->mei},
                                 .time = base::UtcTime{1'700'000'000'000}}};
    openModel();
    const auto* answer = find<QLabel>("model.history.answer");
    QVERIFY(answer);
    QCOMPARE(answer->text(), QStringLiteral("v1"));
    auto* table = find<QTableView>("model.history.table");
    QCOMPARE(table->model()->index(0, 5).data().toString(), QStringLiteral("Mei"));
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_navigator.routes.back(), ui::reviewRoute(QStringLiteral("P-1")));
}

void TestModelsPage::showsTwoHundredVersions()
{
    m_backend->makeVersions(200);
    openModel(150);
    QCOMPARE(m_page->title(), QStringLiteral("news-topics v150"));
    auto* table = find<QTableView>("model.side.versions");
    QCOMPARE(table->model()->rowCount(), 200);
    // the chart counts versions, not steps
    const auto* chart = find<QWidget>("model.side.chart");
    QVERIFY2(chart->accessibleName().contains(QStringLiteral("at v200")),
             qPrintable(chart->accessibleName()));
    const QModelIndex last = table->model()->index(199, 0);
    table->scrollTo(last);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(last).center());
    settle();
    QCOMPARE(m_page->title(), QStringLiteral("news-topics v1"));
    QCOMPARE(m_page->route().version, 1);
}

void TestModelsPage::namesItsWidgets()
{
    m_backend->makeRequest();
    openModels();
    QCOMPARE(namelessWidgets(*m_page).join(QLatin1Char('\n')), QString());
    openModel();
    QCOMPARE(namelessWidgets(*m_page).join(QLatin1Char('\n')), QString());
}

QTEST_MAIN(TestModelsPage)
#include "tst_models_page.moc"
