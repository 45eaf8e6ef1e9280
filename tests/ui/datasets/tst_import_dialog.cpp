// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_fixture.h"
#include "support/nameless_widgets.h"

#include "ui/datasets/export_dialog.h"
#include "ui/datasets/import_dialog.h"
#include "ui/datasets/import_many_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/async.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/language.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace lepton;
using namespace lepton::testing;

namespace {

/// "评论,标签" and two rows of Chinese in GB18030.
const QByteArray chinese = QByteArray::fromHex("c6c0c2db2cb1eac7a90abac3b5c42c310ab2bbbac32c320a");

} // namespace

class TestImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void importsAFileInTheBackground();
    void countsRowsAndColumns();
    void readsTheSameBytesInAnotherEncoding();
    void followsTheDelimiterAndTheHeader();
    void changesTheTypeOfAColumn();
    void asksWhatToDoWithBadRows();
    void importsANewVersionThatFits();
    void takesOverHowTheVersionBeforeWasRead();
    void opensAsAFailedImportWasAskedFor();
    void warnsOfAnotherSchema();
    void refusesNamesThatAreTakenOrWrong();
    void saysWhyAFileCannotBeRead();
    void showsTextAndBytes();
    void addsAndRemovesWordsForMissing();
    void goesAllTheWayByKeyboard();
    void cancelsHalfWay();
    void importsNothingWithoutTheRight();
    void importsSeveralFiles();
    void saysOfSeveralFilesWhichHasBadRows();
    void exportsWhatWasImported();
    void saysWhatAnExportWouldReplace();
    void replacesNothingThatWasNotSeen();
    void givesEveryWidgetAName();

private:
    ui::ImportDialog* open(const QString& file, const QString& newVersionOf = {});
    void settle();
    template <class Widget>
    Widget* find(const char* name) const
    {
        return shown<Widget>(*m_dialog, name);
    }
    QString cell(int row, int column) const;

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::unique_ptr<DatasetFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    QPointer<ui::ImportDialog> m_dialog;
};

void TestImportDialog::init()
{
    QApplication::setDoubleClickInterval(400);
    m_fixture = std::make_unique<DatasetFixture>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1440, 900);
    m_window->show();
}

void TestImportDialog::cleanup()
{
    settle();
    m_window.reset();
    m_fixture.reset();
}

void TestImportDialog::settle()
{
    QTRY_COMPARE(ui::runningAsyncCount(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

ui::ImportDialog* TestImportDialog::open(const QString& file, const QString& newVersionOf)
{
    m_dialog = new ui::ImportDialog(m_window.get(), m_fixture->context(), file.toStdString(), newVersionOf);
    m_dialog->open();
    settle();
    return m_dialog;
}

QString TestImportDialog::cell(int row, int column) const
{
    return find<QTableView>("import.preview")->model()->index(row, column).data().toString();
}

void TestImportDialog::countsRowsAndColumns()
{
    ui::Language language;
    language.setChoice(ui::LanguageChoice::English);
    open(m_fixture->write(QStringLiteral("a.csv"), "a\n1\n"));
    const auto labels = m_dialog->findChildren<QLabel*>();
    const auto starts = [](const char* words) {
        return [words](const QLabel* label) { return label->text().startsWith(QLatin1String(words)); };
    };
    QVERIFY(std::ranges::any_of(labels, starts("1 row, 1 column. ")));
}

void TestImportDialog::importsAFileInTheBackground()
{
    open(m_fixture->write(QStringLiteral("credit.csv"), "months,class\n6,good\n48,bad\n"));
    QAbstractItemModelTester tester(find<QTableView>("import.preview")->model());
    QCOMPARE(cell(1, 1), QStringLiteral("bad"));
    auto* name = find<QLineEdit>("import.name");
    QVERIFY(name);
    QCOMPARE(name->text(), QStringLiteral("credit"));
    find<QLineEdit>("import.description")->setText(QStringLiteral("Loans"));
    auto* start = find<QPushButton>("import.start.button");
    QVERIFY(start->isEnabled());
    QSignalSpy queued(m_dialog, &ui::ImportDialog::queued);
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE(queued.size(), 1);
    settle();
    QVERIFY(!m_dialog);
    QCOMPARE(m_fixture->waitForJobs().state, jobs::JobState::Completed);
    const auto dataset = m_fixture->service().store().findByName("credit");
    QVERIFY(dataset);
    QCOMPARE(dataset->rows, 2);
    QCOMPARE(dataset->department, "Risk");
    QCOMPARE(dataset->description, "Loans");
}

void TestImportDialog::readsTheSameBytesInAnotherEncoding()
{
    open(m_fixture->write(QStringLiteral("reviews.csv"), chinese));
    auto* encoding = find<QComboBox>("import.encoding");
    encoding->setCurrentIndex(encoding->findData(QStringLiteral("gb18030")));
    Q_EMIT encoding->activated(encoding->currentIndex());
    settle();
    QCOMPARE(cell(0, 0), QStringLiteral("好的"));
    const auto* model = find<QTableView>("import.preview")->model();
    QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), QStringLiteral("评论"));

    encoding->setCurrentIndex(encoding->findData(QStringLiteral("windows-1252")));
    Q_EMIT encoding->activated(encoding->currentIndex());
    settle();
    QVERIFY(cell(0, 0) != QStringLiteral("好的"));
    QVERIFY(!cell(0, 0).isEmpty());
}

void TestImportDialog::followsTheDelimiterAndTheHeader()
{
    open(m_fixture->write(QStringLiteral("a.csv"), "a;b\n1;2\n3;4\n"));
    const auto* model = find<QTableView>("import.preview")->model();
    QCOMPARE(model->columnCount(), 2);
    QTest::mouseClick(find<QToolButton>("import.delimiter.0"), Qt::LeftButton); // comma
    settle();
    QCOMPARE(model->columnCount(), 1);
    QTest::mouseClick(find<QToolButton>("import.delimiter.2"), Qt::LeftButton);
    settle();
    QCOMPARE(model->columnCount(), 2);
    QCOMPARE(model->rowCount(), 2);
    find<QCheckBox>("import.header")->click();
    settle();
    QCOMPARE(model->rowCount(), 3);
}

void TestImportDialog::changesTheTypeOfAColumn()
{
    open(m_fixture->write(QStringLiteral("a.csv"), "id,x\n7,1\n8,2\n"));
    data::Column text;
    text.name = "id";
    text.type = data::ColumnType::Text;
    m_dialog->viewModel().setColumnType("id", text);
    settle();
    QCOMPARE(m_dialog->viewModel().rows().schema().columns[0].type, data::ColumnType::Text);
    QTest::mouseClick(find<QPushButton>("import.start.button"), Qt::LeftButton);
    settle();
    m_fixture->waitForJobs();
    const auto dataset = m_fixture->service().store().findByName("a");
    QVERIFY(dataset);
    QCOMPARE(m_fixture->service().store().version(dataset->id, 1)->schema.columns[0].type,
             data::ColumnType::Text);
}

void TestImportDialog::asksWhatToDoWithBadRows()
{
    open(m_fixture->write(QStringLiteral("a.csv"), "a,b\n1,2\n1,2,3\n4,5\n"));
    QVERIFY(find<QWidget>("import.problems"));
    QCOMPARE(m_dialog->viewModel().badRowCount(), 1);
    QVERIFY(!find<QRadioButton>("import.badRows.fail")->text().contains(QStringLiteral("rows"))); // it is one
    auto* start = find<QPushButton>("import.start.button");
    QTest::mouseClick(find<QRadioButton>("import.badRows.fail"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!start->isEnabled());
    QVERIFY(!start->toolTip().isEmpty());
    QTest::mouseClick(find<QRadioButton>("import.badRows.skip"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    settle();
    QCOMPARE(m_fixture->waitForJobs().state, jobs::JobState::Completed);
    const auto dataset = m_fixture->service().store().findByName("a");
    QCOMPARE(dataset->rows, 2);
    QCOMPARE(m_fixture->service().store().version(dataset->id, 1)->provenance.skippedRowCount, 1);
}

void TestImportDialog::importsANewVersionThatFits()
{
    m_fixture->add("credit", "months,class\n6,good\n");
    open(m_fixture->write(QStringLiteral("week46.csv"), "months,class\n6,good\n7,bad\n"),
         QStringLiteral("credit"));
    auto* start = find<QPushButton>("import.start.button");
    QCOMPARE(start->text(), QStringLiteral("Import as v2"));
    QVERIFY(find<QWidget>("import.fit"));
    QVERIFY(m_dialog->viewModel().fit()->fits());
    find<QLineEdit>("import.note")->setText(QStringLiteral("Week 46"));
    QTest::mouseClick(start, Qt::LeftButton);
    settle();
    QCOMPARE(m_fixture->waitForJobs().state, jobs::JobState::Completed);
    const auto dataset = m_fixture->service().store().findByName("credit");
    QCOMPARE(dataset->latestVersion, 2);
    QCOMPARE(m_fixture->service().store().version(dataset->id, 2)->note, "Week 46");
}

void TestImportDialog::takesOverHowTheVersionBeforeWasRead()
{
    data::ImportRequest first;
    first.options.nulls = {{"none"}};
    data::Column text;
    text.name = "id";
    first.options.types = {{"id", text}};
    m_fixture->add("credit", "id,n\n1,none\n2,3\n", first);
    open(m_fixture->write(QStringLiteral("new.csv"), "id,n\n1,none\n2,3\n4,5\n"), QStringLiteral("credit"));
    const auto& options = m_dialog->viewModel().options();
    QCOMPARE(options.nulls, first.options.nulls);
    QCOMPARE(options.types.at("id").type, data::ColumnType::Text);
    auto* taken = find<QLabel>("import.taken.text");
    QVERIFY(taken);
    QCOMPARE(taken->text(), QStringLiteral("Read as v1 was: none as missing; types of id."));

    m_dialog->viewModel().setColumnType("id", {}); // a person's word counts
    settle();
    QCOMPARE(taken->text(), QStringLiteral("Read as v1 was: none as missing."));
    QTest::mouseClick(find<QPushButton>("import.taken.afresh"), Qt::LeftButton);
    settle();
    QVERIFY(!find<QLabel>("import.taken.text"));
    QCOMPARE(options, data::ReadOptions());
    m_dialog->reject();
    settle();

    open(m_fixture->write(QStringLiteral("new.csv"), "id,n\n1,none\n"), QStringLiteral("credit"));
    QVERIFY(find<QLabel>("import.taken.text"));
    find<QRadioButton>("import.target.new")->click(); // another data set has nothing to do with it
    settle();
    QVERIFY(!find<QLabel>("import.taken.text"));
    QCOMPARE(m_dialog->viewModel().options(), data::ReadOptions());
    find<QRadioButton>("import.target.version")->click();
    settle();
    QTest::mouseClick(find<QPushButton>("import.start.button"), Qt::LeftButton);
    settle();
    QCOMPARE(m_fixture->waitForJobs().state, jobs::JobState::Completed);
    const auto dataset = m_fixture->service().store().findByName("credit");
    QCOMPARE(m_fixture->service().store().version(dataset->id, 2)->schema.columns.front().type,
             data::ColumnType::Text);
}

void TestImportDialog::opensAsAFailedImportWasAskedFor()
{
    data::ImportRequest request;
    request.file = m_fixture->write(QStringLiteral("credit.csv"), "months,class\n6,good\n").toStdString();
    request.name = "loans of today";
    request.description = "What was lent";
    request.options.nulls = {{"none"}};
    m_dialog = new ui::ImportDialog(m_window.get(), m_fixture->context(), request);
    m_dialog->open();
    settle();
    QCOMPARE(find<QLineEdit>("import.name")->text(), QStringLiteral("loans of today"));
    QCOMPARE(find<QLineEdit>("import.description")->text(), QStringLiteral("What was lent"));
    QCOMPARE(m_dialog->viewModel().options().nulls, request.options.nulls);
    QTest::mouseClick(find<QPushButton>("import.start.button"), Qt::LeftButton);
    settle();
    QCOMPARE(m_fixture->waitForJobs().state, jobs::JobState::Completed);
    QCOMPARE(m_fixture->service().store().findByName("loans of today")->description, "What was lent");
}

void TestImportDialog::warnsOfAnotherSchema()
{
    m_fixture->add("credit", "months,class\n6,good\n");
    open(m_fixture->write(QStringLiteral("credit.csv"), "months,grade\n6,good\n"));
    QCOMPARE(m_dialog->viewModel().target(), ui::ImportViewModel::Target::NewVersion); // the name is taken
    QVERIFY(m_dialog->viewModel().fit());
    QVERIFY(!m_dialog->viewModel().fit()->fits());
    QVERIFY(find<QPushButton>("import.start.button")->isEnabled()); // a caution, not a refusal
}

void TestImportDialog::refusesNamesThatAreTakenOrWrong()
{
    m_fixture->add("credit");
    open(m_fixture->write(QStringLiteral("other.csv"), "a,b\n1,2\n"));
    auto* start = find<QPushButton>("import.start.button");
    auto* name = find<QLineEdit>("import.name");
    name->clear();
    QTest::keyClicks(name, "CREDIT");
    QVERIFY(!start->isEnabled());
    name->clear();
    QTest::keyClicks(name, "a/b");
    QVERIFY(!start->isEnabled());
    name->clear();
    QTest::keyClicks(name, "new one");
    QVERIFY(start->isEnabled());
}

void TestImportDialog::saysWhyAFileCannotBeRead()
{
    open(m_fixture->write(QStringLiteral("empty.csv"), ""));
    QVERIFY(find<QWidget>("import.error"));
    auto* start = find<QPushButton>("import.start.button");
    QVERIFY(!start->isEnabled());
    QVERIFY(!start->toolTip().isEmpty());
}

void TestImportDialog::showsTextAndBytes()
{
    open(m_fixture->write(QStringLiteral("reviews.csv"), chinese));
    m_dialog->viewModel().setOptions([] {
        data::ReadOptions options;
        options.encoding = "gb18030";
        return options;
    }());
    settle();
    QTest::mouseClick(find<QToolButton>("import.view.text"), Qt::LeftButton);
    QVERIFY(
        find<QPlainTextEdit>("import.text")->toPlainText().startsWith(QStringLiteral("评论,标签\n好的,1")));
    QTest::mouseClick(find<QToolButton>("import.view.bytes"), Qt::LeftButton);
    QVERIFY(find<QPlainTextEdit>("import.bytes")
                ->toPlainText()
                .startsWith(QStringLiteral("00000000  c6 c0 c2 db")));
}

void TestImportDialog::addsAndRemovesWordsForMissing()
{
    open(m_fixture->write(QStringLiteral("a.csv"), "a,b\n1,x\n?,y\n"));
    QCOMPARE(m_dialog->viewModel().rows().schema().columns[0].type, data::ColumnType::Text);
    auto* words = find<QLineEdit>("import.nulls");
    QVERIFY(words);
    QTest::keyClicks(words, "?");
    QTest::keyClick(words, Qt::Key_Return);
    settle();
    QVERIFY(m_dialog); // Enter added the word and started nothing
    QCOMPARE(m_dialog->viewModel().rows().schema().columns[0].type, data::ColumnType::Int64);
    QTest::keyClick(words, Qt::Key_Backspace);
    settle();
    QCOMPARE(m_dialog->viewModel().rows().schema().columns[0].type, data::ColumnType::Text);
}

void TestImportDialog::goesAllTheWayByKeyboard()
{
    open(m_fixture->write(QStringLiteral("credit.csv"), "months,class\n6,good\n48,bad\n"));
    // Tab reaches the name without a pointer.
    auto* name = find<QLineEdit>("import.name");
    bool reached = false;
    for (int i = 0; i < 60 && !reached; ++i) {
        QTest::keyClick(m_dialog->focusWidget() ? m_dialog->focusWidget() : m_dialog.data(), Qt::Key_Tab);
        reached = m_dialog->focusWidget() == name;
    }
    QVERIFY(reached);
    name->selectAll();
    QTest::keyClicks(name, "loans");
    QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_fixture->waitForJobs().state, jobs::JobState::Completed);
    QVERIFY(m_fixture->service().store().findByName("loans"));
}

void TestImportDialog::cancelsHalfWay()
{
    QByteArray many("a,b\n");
    for (int i = 0; i < 200'000; ++i)
        many += "123456,abcdef\n";
    const auto file = m_fixture->write(QStringLiteral("many.csv"), many);
    m_dialog = new ui::ImportDialog(m_window.get(), m_fixture->context(), file.toStdString());
    m_dialog->open();
    QTest::keyClick(m_dialog.data(), Qt::Key_Escape);
    settle();
    QVERIFY(!m_dialog);
    QVERIFY(m_fixture->service().store().list().empty());
    QVERIFY(m_fixture->jobs().active().empty());
}

void TestImportDialog::importsNothingWithoutTheRight()
{
    m_fixture->refusals.emplace(data::DatasetAction::Import,
                                base::Error(base::ErrorCode::NotAllowed, "Ask an admin for the role."));
    open(m_fixture->write(QStringLiteral("a.csv"), "x,y\n1,2\n"));
    auto* import = find<QPushButton>("import.start.button");
    QVERIFY(!import->isEnabled());
    QCOMPARE(import->toolTip(), QStringLiteral("Ask an admin for the role."));
    m_dialog->reject();
    settle();

    auto* many = new ui::ImportManyDialog(m_window.get(), m_fixture->context(),
                                          {m_fixture->write(QStringLiteral("a.csv"), "x\n1\n"),
                                           m_fixture->write(QStringLiteral("b.csv"), "x\n1\n")});
    many->open();
    settle();
    auto* importAll = shown<QPushButton>(*many, "importMany.start.button");
    QVERIFY(!importAll->isEnabled());
    QCOMPARE(importAll->toolTip(), QStringLiteral("Ask an admin for the role."));
    many->reject();
    settle();
    QVERIFY(m_fixture->jobs().recent(10).empty());
}

void TestImportDialog::importsSeveralFiles()
{
    const QStringList files{m_fixture->write(QStringLiteral("one.csv"), "a,b\n1,2\n"),
                            m_fixture->write(QStringLiteral("empty.csv"), ""),
                            m_fixture->write(QStringLiteral("two.tsv"), "a\tb\n1\t2\n")};
    auto* dialog = new ui::ImportManyDialog(m_window.get(), m_fixture->context(), files);
    dialog->open();
    auto* start = dialog->findChild<QPushButton*>(QStringLiteral("importMany.start.button"));
    QTRY_VERIFY(start->isEnabled());
    QCOMPARE(dialog->findChild<QTableView*>(QStringLiteral("importMany.table"))->model()->rowCount(), 3);
    QVERIFY(start->text().contains(QLatin1Char('2')));
    QTest::mouseClick(start, Qt::LeftButton);
    settle();
    m_fixture->waitForJobs();
    QVERIFY(m_fixture->service().store().findByName("one"));
    QVERIFY(m_fixture->service().store().findByName("two"));
    QVERIFY(!m_fixture->service().store().findByName("empty"));
}

void TestImportDialog::saysOfSeveralFilesWhichHasBadRows()
{
    QByteArray late("a,b\n");
    for (int i = 0; i < 500; ++i)
        late += "1,2\n";
    const QStringList files{m_fixture->write(QStringLiteral("one.csv"), "a,b\n1,2\n"),
                            m_fixture->write(QStringLiteral("open.csv"), "a,b\n1,\"x\n2,y\n"),
                            m_fixture->write(QStringLiteral("late.csv"), late + "1,\"x\n2,y\n")};
    auto* dialog = new ui::ImportManyDialog(m_window.get(), m_fixture->context(), files);
    dialog->open();
    auto* start = dialog->findChild<QPushButton*>(QStringLiteral("importMany.start.button"));
    QTRY_VERIFY(start->isEnabled());
    const auto* table = dialog->findChild<QTableView*>(QStringLiteral("importMany.table"));
    const auto* list = table->model();
    const auto note = [&](int row) {
        return list->index(row, ui::ImportListModel::ReadAsColumn).data().toString();
    };
    QCOMPARE(note(0), QStringLiteral("UTF-8, comma"));
    QCOMPARE(table->columnSpan(0, ui::ImportListModel::ReadAsColumn), 1);
    QCOMPARE(table->columnSpan(1, ui::ImportListModel::ReadAsColumn), 3);
    for (const int row : {1, 2}) {
        open(files[row]);
        QTRY_VERIFY(find<ui::InlineBanner>("import.problems")->isVisible());
        QVERIFY(!note(row).isEmpty());
        QVERIFY2(find<ui::InlineBanner>("import.problems")->sentence().contains(note(row)),
                 qPrintable(note(row)));
        m_dialog->reject();
    }
    QTest::mouseClick(start, Qt::LeftButton);
    settle();
    m_fixture->waitForJobs();
    QVERIFY(m_fixture->service().store().findByName("one"));
    QVERIFY(!m_fixture->service().store().findByName("open"));
    QVERIFY(!m_fixture->service().store().findByName("late"));
}

void TestImportDialog::exportsWhatWasImported()
{
    const QByteArray bytes("a;b\r\n1;\"x;y\"\r\n2;\r\n");
    const auto source = m_fixture->write(QStringLiteral("a.csv"), bytes);
    const auto dataset = m_fixture->import(source, "a");
    auto* dialog = new ui::ExportDialog(m_window.get(), m_fixture->context(), dataset, 1, std::nullopt);
    dialog->open();
    const auto target = m_fixture->write(QStringLiteral("out.csv"), "old");
    dialog->findChild<QLineEdit*>(QStringLiteral("export.file"))->setText(target);
    QSignalSpy exported(dialog, &ui::ExportDialog::exported);
    auto* start = dialog->findChild<QPushButton*>(QStringLiteral("export.start.button"));
    QTRY_COMPARE(start->text(), QStringLiteral("Replace"));
    QApplication::setDoubleClickInterval(0);
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE(exported.size(), 1);
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestImportDialog::saysWhatAnExportWouldReplace()
{
    const auto dataset = m_fixture->import(m_fixture->write(QStringLiteral("a.csv"), "a,b\n1,2\n"), "a");
    auto* dialog = new ui::ExportDialog(m_window.get(), m_fixture->context(), dataset, 1, std::nullopt);
    dialog->open();
    auto* file = dialog->findChild<QLineEdit*>(QStringLiteral("export.file"));
    auto* start = dialog->findChild<QPushButton*>(QStringLiteral("export.start.button"));
    auto* replaces = dialog->findChild<ui::InlineBanner*>(QStringLiteral("export.replaces"));
    QTRY_VERIFY(QDir(QFileInfo(file->text()).path()).exists()); // what is proposed can be written
    const auto there = m_fixture->write(QStringLiteral("out.csv"), "old");

    file->setText(there);
    QTRY_VERIFY(replaces->isVisible());
    QVERIFY(replaces->sentence().contains(QStringLiteral("It has 3 ")));
    QCOMPARE(start->text(), QStringLiteral("Replace"));

    file->setText(QString(there).replace(QStringLiteral("out.csv"), QStringLiteral("new.csv")));
    QTRY_VERIFY(!replaces->isVisible());
    QCOMPARE(start->text(), QStringLiteral("Export"));

    file->setText(QString(there).replace(QStringLiteral("out.csv"), QStringLiteral("nowhere/out.csv")));
    QTRY_VERIFY(!start->isEnabled());
    QVERIFY(!replaces->isVisible());
}

void TestImportDialog::replacesNothingThatWasNotSeen()
{
    const auto dataset = m_fixture->import(m_fixture->write(QStringLiteral("a.csv"), "a,b\n1,2\n"), "a");
    auto* dialog = new ui::ExportDialog(m_window.get(), m_fixture->context(), dataset, 1, std::nullopt);
    dialog->open();
    QSignalSpy exported(dialog, &ui::ExportDialog::exported);
    auto* start = dialog->findChild<QPushButton*>(QStringLiteral("export.start.button"));
    auto* replaces = dialog->findChild<ui::InlineBanner*>(QStringLiteral("export.replaces"));
    const auto target = m_fixture->write(QStringLiteral("out.csv"), "old");
    const auto content = [&] {
        QFile file(target);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QApplication::setDoubleClickInterval(60'000);

    // Faster than the look at what is there; then as the caution comes up.
    dialog->findChild<QLineEdit*>(QStringLiteral("export.file"))->setText(target);
    QVERIFY(!replaces->isVisible());
    QTest::mouseDClick(start, Qt::LeftButton);
    settle();
    QTRY_VERIFY(replaces->isVisible());
    QCOMPARE(start->text(), QStringLiteral("Replace"));
    QTest::mouseClick(start, Qt::LeftButton);
    settle();
    QCOMPARE(exported.size(), 0);
    QCOMPARE(content(), QByteArray("old"));

    QApplication::setDoubleClickInterval(0);
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(content(), QByteArray("a,b\n1,2\n"));
}

void TestImportDialog::givesEveryWidgetAName()
{
    m_fixture->add("credit");
    open(m_fixture->write(QStringLiteral("a.csv"), "a,b\n1,2\n1,2,3\n"));
    const QStringList nameless = namelessWidgets(*m_dialog);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

QTEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
