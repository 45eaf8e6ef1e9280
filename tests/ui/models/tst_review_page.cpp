// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_models_backend.h"
#include "support/nameless_widgets.h"

#include "ui/models/models_routes.h"
#include "ui/models/review_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/async.h"
#include "ui/widgets/inline_banner.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace lepton;
using namespace lepton::testing;

class TestReviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void showsTheRequestAndItsEvidence();
    void givesEachGateItsRow();
    void showsWhatFewLookAtOnDemand();
    void tellsWhoSignedAndWhoMay();
    void approvesWithTheComment();
    void approvesByTheKeyboard();
    void doesNotRejectWithoutAComment();
    void rejectsWithAComment();
    void locksAnOwnRequest();
    void withdrawsAnOwnRequest();
    void saysWhyAGateFailedAndOffersRejection();
    void saysInPlaceWhatWentWrong();
    void cancelsAnApproval();
    void saysThatItWasDecidedElsewhere();
    void saysThatTheVersionIsInTheTrash();
    void keepsTheDecisionInSight();
    void showsGatesWholeInANarrowWindow();
    void breaksLongNamesOfTheLineage();
    void opensTheLineage();
    void saysWhyItCannotBeShown();
    void showsRequestsBesideEachOther();
    void keepsACommentThatWasBegun();
    void namesItsWidgets();

private:
    void open(const QString& name = QStringLiteral("P-1"));
    void settle();
    QString textOf(const char* name) const;

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeModelsBackend> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<QWidget> m_window;
    ui::ReviewPage* m_page = nullptr;
};

void TestReviewPage::init()
{
    m_backend = std::make_shared<FakeModelsBackend>();
    m_navigator = {};
}

void TestReviewPage::cleanup()
{
    m_window.reset();
    QTRY_COMPARE(ui::runningAsyncCount(), 0);
}

void TestReviewPage::open(const QString& name)
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    m_page = new ui::ReviewPage(m_backend, m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    m_page->open(ui::reviewRoute(name));
    settle();
}

void TestReviewPage::settle()
{
    QTRY_VERIFY(ui::runningAsyncCount() == 0 && m_page->isSettled());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QString TestReviewPage::textOf(const char* name) const
{
    const auto* label = shown<QLabel>(*m_page, name);
    return label ? label->text() : QString();
}

void TestReviewPage::showsTheRequestAndItsEvidence()
{
    m_backend->makeRequest();
    open();
    QCOMPARE(m_page->title(), QStringLiteral("news-topics v2"));
    QCOMPARE(textOf("review.request.reason"), QStringLiteral("Macro F1 is up <b>4</b> points."));
    const auto* reason = shown<QLabel>(*m_page, "review.request.reason");
    QCOMPARE(reason->textFormat(), Qt::PlainText);
    const auto* metrics = shown<QTableView>(*m_page, "review.metrics");
    QVERIFY(metrics);
    const auto cell = [&](int row, int column) {
        return metrics->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, 1), QStringLiteral("0.885"));
    QCOMPARE(cell(0, 2), QStringLiteral("0.925"));
    QVERIFY(cell(0, 3).contains(QStringLiteral("0.040")));
    QCOMPARE(cell(0, 4), QStringLiteral("at least 0.9"));
    QCOMPARE(cell(0, 5), QStringLiteral("Pass"));
    QCOMPARE(cell(1, 4), QStringLiteral("no gate"));
    QVERIFY(cell(1, 5).isEmpty());
    const auto* classes = shown<QTableView>(*m_page, "review.classes");
    QVERIFY(classes);
    QCOMPARE(classes->model()->index(0, 0).data().toString(), QStringLiteral("grain"));
    const auto* cautions = shown<ui::InlineBanner>(*m_page, "review.cautions");
    QVERIFY(cautions && cautions->sentence().contains(QStringLiteral("grain falls")));
    const auto* recipe = shown<QTableView>(*m_page, "review.recipe");
    QVERIFY(recipe);
    QCOMPARE(recipe->model()->index(0, 0).data().toString(), QStringLiteral("Learning rate"));
    QCOMPARE(recipe->model()->index(0, 1).data().toString(), QStringLiteral("2e-5")); // as the runs show it
    QVERIFY(textOf("review.outcome").contains(QStringLiteral("keeps v1 ready")));
}

void TestReviewPage::givesEachGateItsRow()
{
    using registry::MetricGate;
    m_backend->makeRequest();
    auto& gates = m_backend->requests.front().metrics.front().gates;
    gates.push_back(
        {MetricGate{"macro_f1", MetricGate::Bound::NotBelowProductionBy, 0.005}, false,
         "It is 0.9250, against 0.9350 of the version in production on the same rows (-0.0100)."});
    open();
    const auto* metrics = shown<QTableView>(*m_page, "review.metrics");
    const auto cell = [&](int row, int column) {
        return metrics->model()->index(row, column).data().toString();
    };
    QCOMPARE(metrics->model()->rowCount(), 4);
    QCOMPARE(cell(0, 4), QStringLiteral("at least 0.9"));
    QCOMPARE(cell(0, 5), QStringLiteral("Pass"));
    QVERIFY(cell(1, 0).isEmpty());
    QCOMPARE(cell(1, 4), QStringLiteral("at least v1 − 0.005"));
    QCOMPARE(cell(1, 5), QStringLiteral("Fail"));
    // nothing is cut: the columns share the width that is there
    int width = 0;
    for (int column = 0; column < metrics->model()->columnCount(); ++column)
        width += metrics->columnWidth(column);
    QVERIFY(width <= metrics->viewport()->width());
}

void TestReviewPage::showsWhatFewLookAtOnDemand()
{
    m_backend->makeRequest();
    auto& all = m_backend->requests.front().metrics;
    for (const char* metric : {"log_loss", "mcc", "brier", "weighted_f1"})
        all.push_back({metric, 0.5, 0.6, {}, {}, {}});
    open();
    const auto* metrics = shown<QTableView>(*m_page, "review.metrics");
    auto* more = shown<QPushButton>(*m_page, "review.metrics.more.button");
    QVERIFY(more && more->text().contains(QLatin1Char('2')));
    QCOMPARE(metrics->model()->rowCount(), 5);
    more->click();
    QCOMPARE(metrics->model()->rowCount(), 7);
    m_page->refresh(); // stays as it is while the request is read again
    settle();
    QCOMPARE(metrics->model()->rowCount(), 7);
}

void TestReviewPage::tellsWhoSignedAndWhoMay()
{
    m_backend->makeRequest();
    auto& review = m_backend->requests.front();
    ui::Person tomas = m_backend->mei;
    tomas.id = "tomas";
    tomas.name = "Tomas";
    tomas.isMe = false;
    tomas.roles = {identity::Role::Engineer, identity::Role::Reviewer};
    review.request.approvals = 1;
    review.request.needed = 2;
    review.signatures.insert(review.signatures.begin(),
                             {.person = tomas, .state = ui::Signature::State::Approved, .comment = "Fine."});
    open();
    const auto textsOf = [this](const char* row) {
        QStringList texts;
        const auto* widget = m_page->findChild<QWidget*>(QLatin1String(row));
        const auto labels = widget ? widget->findChildren<QLabel*>() : QList<QLabel*>();
        for (const QLabel* label : labels)
            texts << label->text();
        return texts.join(QLatin1Char('|'));
    };
    const QString signedBy = textsOf("review.signature.Tomas");
    QVERIFY2(signedBy.contains(QStringLiteral("Approved")), qPrintable(signedBy));
    // of the roles the one that lets a person sign
    QVERIFY2(signedBy.contains(QStringLiteral("reviewer")) && !signedBy.contains(QStringLiteral("engineer")),
             qPrintable(signedBy));
    QVERIFY(textsOf("review.signature.Mei").contains(QStringLiteral("Your turn")));
    QVERIFY(textsOf("review.signature.Jonas").contains(QStringLiteral("May not sign")));
}

void TestReviewPage::approvesWithTheComment()
{
    m_backend->makeRequest();
    open();
    auto* comment = shown<QPlainTextEdit>(*m_page, "review.comment.edit");
    comment->setPlainText(QStringLiteral(" Looked at the interest rows. "));
    shown<QPushButton>(*m_page, "review.approve.button")->click();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("approve P-1: Looked at the interest rows.")});
    QVERIFY(!shown<QPushButton>(*m_page, "review.approve.button"));
    QCOMPARE(m_navigator.toasts.size(), 1);
    // it was this person: nothing is said of others
    QVERIFY(!shown<ui::InlineBanner>(*m_page, "review.banner"));
}

void TestReviewPage::approvesByTheKeyboard()
{
    m_backend->makeRequest();
    open();
    auto* comment = shown<QPlainTextEdit>(*m_page, "review.comment.edit");
    comment->setFocus();
    QTest::keyClicks(comment, QStringLiteral("Fine"));
    QTest::keyClick(comment, Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("approve P-1: Fine")});
}

void TestReviewPage::doesNotRejectWithoutAComment()
{
    m_backend->makeRequest();
    open();
    auto* comment = shown<QPlainTextEdit>(*m_page, "review.comment.edit");
    comment->setPlainText(QStringLiteral("  \n"));
    shown<QPushButton>(*m_page, "review.reject.button")->click();
    settle();
    QVERIFY(m_backend->calls.isEmpty());
    QVERIFY(shown<QPushButton>(*m_page, "review.reject.button"));
    const auto labels = m_page->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisibleTo(m_page) &&
               label->text().contains(QStringLiteral("a rejection takes a comment"));
    }));
}

void TestReviewPage::rejectsWithAComment()
{
    m_backend->makeRequest();
    open();
    shown<QPlainTextEdit>(*m_page, "review.comment.edit")
        ->setPlainText(QStringLiteral("Too few rows of grain."));
    shown<QPushButton>(*m_page, "review.reject.button")->click();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("reject P-1: Too few rows of grain.")});
}

void TestReviewPage::locksAnOwnRequest()
{
    m_backend->makeOwnRequest();
    open();
    QCOMPARE(textOf("review.lock.text"), QStringLiteral("You asked, so another must review"));
    // the sentence stands in the place of the buttons: they are not greyed
    QVERIFY(!shown<QPushButton>(*m_page, "review.approve.button"));
    QVERIFY(!shown<QPushButton>(*m_page, "review.reject.button"));
    QVERIFY(!shown<QPlainTextEdit>(*m_page, "review.comment.edit"));
    QVERIFY(!m_page->primaryAction());
    QVERIFY(m_backend->calls.isEmpty());
}

void TestReviewPage::withdrawsAnOwnRequest()
{
    m_backend->makeOwnRequest();
    open();
    shown<QPushButton>(*m_page, "review.withdraw.button")->click();
    settle();
    QCOMPARE(m_backend->calls, QStringList{QStringLiteral("withdraw P-1")});
}

void TestReviewPage::saysWhyAGateFailedAndOffersRejection()
{
    m_backend->makeRequest();
    auto& review = m_backend->requests.front();
    review.metrics.front().gates.front().passed = false;
    review.metrics.front().gates.front().why = "It is 0.8000.";
    review.gatesPassed = false;
    review.whyNotApprove = base::Error(base::ErrorCode::GateFailed,
                                       "P-1 cannot be approved: the gate macro_f1 at least 0.9 failed. It is "
                                       "0.8000.");
    open();
    const auto* failed = shown<ui::InlineBanner>(*m_page, "review.failedGates");
    QVERIFY(failed && failed->sentence().contains(QStringLiteral("It is 0.8000.")));
    QVERIFY(!shown<QPushButton>(*m_page, "review.approve.button"));
    QVERIFY(shown<QPushButton>(*m_page, "review.reject.button"));
    QVERIFY(textOf("review.lock.text").contains(QStringLiteral("cannot be approved")));
}

void TestReviewPage::saysInPlaceWhatWentWrong()
{
    m_backend->makeRequest();
    m_backend->commandError = base::Error(base::ErrorCode::GateFailed,
                                          "P-1 cannot be approved: computed again here, the gate macro_f1 at "
                                          "least 0.9 fails. It is 0.1000.");
    open();
    shown<QPlainTextEdit>(*m_page, "review.comment.edit")->setPlainText(QStringLiteral("Fine"));
    shown<QPushButton>(*m_page, "review.approve.button")->click();
    settle();
    const auto* error = shown<ui::InlineBanner>(*m_page, "review.error");
    QVERIFY(error && error->sentence().contains(QStringLiteral("computed again here")));
    // what was typed is kept
    QCOMPARE(shown<QPlainTextEdit>(*m_page, "review.comment.edit")->toPlainText(), QStringLiteral("Fine"));
}

void TestReviewPage::cancelsAnApproval()
{
    m_backend->makeRequest();
    m_backend->holdsWork = true;
    open();
    shown<QPushButton>(*m_page, "review.approve.button")->click();
    auto* cancel = shown<QPushButton>(*m_page, "review.cancel.button");
    QVERIFY(cancel);
    QVERIFY(!shown<QPushButton>(*m_page, "review.approve.button")->isEnabled());
    cancel->click();
    settle();
    QVERIFY(m_backend->calls.isEmpty());
    QVERIFY(shown<QPushButton>(*m_page, "review.approve.button")->isEnabled());
}

void TestReviewPage::saysThatItWasDecidedElsewhere()
{
    m_backend->makeRequest();
    open();
    shown<QPlainTextEdit>(*m_page, "review.comment.edit")->setPlainText(QStringLiteral("Half a sen"));
    m_backend->decideElsewhere();
    m_page->refresh();
    settle();
    const auto* banner = shown<ui::InlineBanner>(*m_page, "review.banner");
    QVERIFY(banner && banner->sentence().contains(QStringLiteral("Approved")));
    QVERIFY(!shown<QPushButton>(*m_page, "review.approve.button"));
}

void TestReviewPage::saysThatTheVersionIsInTheTrash()
{
    m_backend->makeRequest();
    open();
    auto& review = m_backend->requests.front();
    review.isTrashed = true;
    review.whyNotApprove =
        base::Error(base::ErrorCode::NotFound, "The version of P-1 is in the trash: it cannot be approved.");
    m_page->refresh();
    settle();
    QVERIFY(shown<ui::InlineBanner>(*m_page, "review.banner"));
    QVERIFY(!shown<QPushButton>(*m_page, "review.approve.button"));
    QVERIFY(textOf("review.lock.text").contains(QStringLiteral("in the trash")));
}

/// Who reads the last of the evidence decides there.
void TestReviewPage::keepsTheDecisionInSight()
{
    m_backend->makeRequest();
    for (int i = 0; i < 40; ++i)
        m_backend->requests.back().recipe.push_back({"key " + std::to_string(i), "1", "2"});
    open();
    auto* area = m_page->findChild<QScrollArea*>();
    QVERIFY(area);
    QScrollBar* bar = area->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 200 && bar->isVisible());
    const auto* approve = shown<QPushButton>(*m_page, "review.approve.button");
    QVERIFY(approve);
    const auto place = [&] { return approve->mapTo(m_page, QPoint()).y(); };
    const int sight = m_page->height() - approve->height();
    bar->setValue(1);
    bar->setValue(0);
    const int before = place();
    for (const int scrolled : {bar->maximum() / 2, bar->maximum(), 0, bar->maximum()}) {
        bar->setValue(scrolled);
        QVERIFY2(place() > 0 && place() <= sight, qPrintable(QString::number(place())));
    }
    bar->setValue(0);
    QCOMPARE(place(), before);
}

void TestReviewPage::showsGatesWholeInANarrowWindow()
{
    using registry::MetricGate;
    m_backend->makeRequest();
    ui::ReviewDetails& review = m_backend->requests.back();
    review.metrics.front().gates.push_back(
        {MetricGate{"macro_f1", MetricGate::Bound::NotBelowProductionBy, 0.005}, true, "It is 0.9250."});
    review.metrics.push_back({"lowest_class_f1", 0.6, 0.7, "grain of the north", "ship of the south", {}});
    review.metrics.push_back({"balanced_accuracy", 0.5, 0.6, {}, {}, {}});
    open();
    const auto* table = shown<QTableView>(*m_page, "review.metrics");
    QVERIFY(table);
    const auto gatesAreWhole = [table] {
        constexpr int gates = 4;
        const QFontMetrics metrics(table->font());
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QString text = table->model()->index(row, gates).data().toString();
            if (metrics.horizontalAdvance(text) > table->columnWidth(gates) - 2 * ui::theme::gap8)
                return false;
        }
        return true;
    };
    for (const int width : {1240, 1224, 1180, 1224, 1240}) {
        m_window->resize(width, 800);
        m_page->resize(m_window->size());
        QTRY_VERIFY2(gatesAreWhole(), qPrintable(QString::number(width)));
    }
    QVERIFY(table->model()->index(4, 1).data(Qt::ToolTipRole).toString().contains("grain of the north"));
}

void TestReviewPage::breaksLongNamesOfTheLineage()
{
    m_backend->makeRequest();
    for (auto& step : m_backend->requests.front().lineage)
        step.name = "ships";
    open();
    const auto heights = [this] {
        std::array<int, 4> found{};
        for (std::size_t i = 0; i < found.size(); ++i)
            found[i] = m_page->findChild<QWidget*>(QStringLiteral("review.lineage.%1").arg(i))->height();
        return found;
    };
    const int oneLine = heights()[0];
    m_backend->requests.front().lineage[0].name = "tweets_sentiment_of_the_year";
    m_page->refresh();
    settle();
    QTRY_VERIFY(heights()[0] > oneLine);
    for (const int height : heights())
        QCOMPARE(height, heights()[0]); // all are as high as the highest
    m_backend->requests.front().lineage[0].name = "ships";
    m_page->refresh();
    settle();
    QTRY_COMPARE(heights()[0], oneLine);
}

void TestReviewPage::opensTheLineage()
{
    m_backend->makeRequest();
    open();
    shown<QAbstractButton>(*m_page, "review.lineage.0")->click();
    shown<QAbstractButton>(*m_page, "review.lineage.1")->click();
    QCOMPARE(m_navigator.routes.size(), 2);
    QCOMPARE(m_navigator.routes[0].page, QStringLiteral("dataset"));
    QCOMPARE(m_navigator.routes[0].object, QStringLiteral("reuters"));
    QCOMPARE(m_navigator.routes[0].version, 2);
    QCOMPARE(m_navigator.routes[1].page, QStringLiteral("run"));
}

void TestReviewPage::saysWhyItCannotBeShown()
{
    open(QStringLiteral("P-7"));
    const auto* failed = shown<ui::InlineBanner>(*m_page, "review.failed");
    QVERIFY(failed && failed->sentence().contains(QStringLiteral("P-7")));
}

void TestReviewPage::showsRequestsBesideEachOther()
{
    m_backend->makeRequest();
    m_backend->makeOwnRequest();
    open();
    auto* list = shown<QListView>(*m_page, "review.side.pending");
    QCOMPARE(list->model()->rowCount(), 2);
    QCOMPARE(list->currentIndex().row(), 0);
    const QModelIndex other = list->model()->index(1, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(other).center());
    QCOMPARE(m_navigator.routes.size(), 1);
    QCOMPARE(m_navigator.routes.front().object, QStringLiteral("P-2"));
}

void TestReviewPage::keepsACommentThatWasBegun()
{
    m_backend->makeRequest();
    m_backend->makeRequest();
    open();
    auto* comment = shown<QPlainTextEdit>(*m_page, "review.comment.edit");
    comment->setPlainText(QStringLiteral("Half a sen"));
    m_page->open(ui::reviewRoute(QStringLiteral("P-2")));
    settle();
    QVERIFY(comment->toPlainText().isEmpty()); // a comment is for one request
    m_page->open(ui::reviewRoute(QStringLiteral("P-1")));
    settle();
    QCOMPARE(comment->toPlainText(), QStringLiteral("Half a sen"));
}

void TestReviewPage::namesItsWidgets()
{
    m_backend->makeRequest();
    open();
    QCOMPARE(namelessWidgets(*m_page).join(QLatin1Char('\n')), QString());
}

QTEST_MAIN(TestReviewPage)
#include "tst_review_page.moc"
