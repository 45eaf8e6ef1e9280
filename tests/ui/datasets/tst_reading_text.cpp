// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_fixture.h"
#include "support/error_of.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "base/text.h"
#include "ui/datasets/reading_text.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/language.h"

#include <QtTest>

#include <functional>

using namespace lepton;
using namespace lepton::ui;
using lepton::testing::DatasetFixture;
using lepton::testing::errorOf;
using NoticeKind = data::NoticeKind;

namespace {

bool isChinese(const QString& text)
{
    static const QRegularExpression english(QStringLiteral("[A-Za-z]{2,} [a-z]{2,}"));
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; }) &&
           !english.match(text).hasMatch();
}

using Act = std::function<void(DatasetFixture& fixture)>;

} // namespace

/// What core says of files, names and workspaces, in a Chinese window.
class TestReadingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysEveryNotice_data();
    void saysEveryNotice();
    void keepsTheSentenceOfANoticeWithoutSubjects();
    void saysTheRowsThatCannotBeRead_data();
    void saysTheRowsThatCannotBeRead();
    void saysTheRemedyOnceAKind();
    void showsTheWordsOfCoreInEnglish();
    void knowsTheSentencesOfCore_data();
    void knowsTheSentencesOfCore();

private:
    Language m_language;
    DatasetFixture m_fixture;
};

Q_DECLARE_METATYPE(Act)

void TestReadingText::init()
{
    m_language.setChoice(LanguageChoice::Chinese);
}

void TestReadingText::saysEveryNotice_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = int(NoticeKind::GuessedEncoding); kind <= int(NoticeKind::NestedAsJson); ++kind)
        QTest::newRow(std::string(data::kindName(NoticeKind(kind))).c_str()) << kind;
    QTest::newRow("UTF-16 without a mark") << -1;
}

void TestReadingText::saysEveryNotice()
{
    QFETCH(int, kind);
    const bool wide = kind < 0;
    const data::Notice notice{.kind = wide ? NoticeKind::GuessedEncoding : NoticeKind(kind),
                              .message = "In English.",
                              .column = "price",
                              .original = "cost",
                              .encoding = wide ? "utf-16le" : "gb18030",
                              .number = 1234};
    const QString text = ReadingText::notice(notice);
    QVERIFY2(isChinese(text), qPrintable(text));
    if (notice.kind == NoticeKind::GuessedEncoding)
        QCOMPARE(text.contains(QStringLiteral("不是 UTF-8")), !wide);
    else
        QVERIFY2(text.contains(QLatin1String("price")) || text.contains(QLatin1String("1,234")),
                 qPrintable(text));
}

void TestReadingText::keepsTheSentenceOfANoticeWithoutSubjects()
{
    for (int kind = 0; kind <= int(NoticeKind::NestedAsJson); ++kind)
        QCOMPARE(ReadingText::notice({.kind = NoticeKind(kind), .message = "As it was said."}),
                 QStringLiteral("As it was said."));
}

void TestReadingText::saysTheRowsThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("one field") << QByteArray("a,b\n1,2\n3\n") << QStringLiteral("有 1 个字段，而表有 2 列");
    QTest::newRow("three fields") << QByteArray("a,b\n1,2\n3,4,5\n")
                                  << QStringLiteral("有 3 个字段，而表有 2 列");
    QTest::newRow("encoding") << QByteArray("a,b\n1,2\n3,\xC3(\n") << QStringLiteral("编码");
    QTest::newRow("zero byte") << QByteArray("a,b\n1,2\n3,z\0z\n", 14) << QStringLiteral("NUL");
    QTest::newRow("open quote") << QByteArray("a,b\n1,2\n3,\"x\n") << QStringLiteral("引号没有结束");
    QTest::newRow("text after a quote")
        << QByteArray("a,b\n1,2\n3,\"x\"y\n") << QStringLiteral("引号之后还有文本");
    QTest::newRow("value") << QByteArray("a,b\n1,2\nsoon,4\n") << QStringLiteral("“soon”不符合该列的类型");
    QTest::newRow("large number") << QByteArray("a,b\n1,2\n99999999999999999999,4\n")
                                  << QStringLiteral("“99999999999999999999”超出了该列类型的范围");
}

void TestReadingText::saysTheRowsThatCannotBeRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    data::ReadOptions options;
    options.encoding = "utf-8";
    options.delimiter = ',';
    options.types["a"] = {"a", data::ColumnType::Int64};
    const auto file = m_fixture.write(QStringLiteral("rows.csv"), bytes).toStdString();
    const data::Preview preview = data::previewFile(file, options, 10, {});
    QCOMPARE(preview.badRows.size(), std::size_t{1});
    const QString text = ReadingText::badRow(preview.badRows.front());
    QVERIFY2(isChinese(text) && text.contains(says) && text.contains(QStringLiteral("第 3 行")),
             qPrintable(text));
}

void TestReadingText::saysTheRemedyOnceAKind()
{
    data::ReadOptions options;
    options.delimiter = ',';
    options.types["a"] = {"a", data::ColumnType::Int64};
    const auto file =
        m_fixture.write(QStringLiteral("kinds.csv"), "a,b\n1,2\n3,4,5\nsoon,1\n6\nlate,8\n").toStdString();
    base::Progress progress;
    const auto rows = data::scanFile(file, options, {}, progress).badRows;
    QCOMPARE(rows.size(), std::size_t{4});
    for (const auto choice : {LanguageChoice::Chinese, LanguageChoice::English}) {
        m_language.setChoice(choice);
        const QStringList lines = ReadingText::badRows(rows, 3);
        QCOMPARE(lines.size(), 5); // two kinds, three rows
        QCOMPARE(isChinese(lines[0]) && isChinese(lines[1]), choice == LanguageChoice::Chinese);
        QCOMPARE(lines[0], CoreText::placed(base::ErrorCode::RaggedRow, {}));
        QVERIFY2(lines[1].contains(QStringLiteral("“3, 4, 5”")), qPrintable(lines[1]));
        QCOMPARE(lines[3], CoreText::placed(base::ErrorCode::BadValue, {}));
        QVERIFY2(lines[4].contains(QStringLiteral("“soon”")), qPrintable(lines[4]));
    }
}

void TestReadingText::showsTheWordsOfCoreInEnglish()
{
    m_language.setChoice(LanguageChoice::English);
    data::BadRow row;
    row.message = "Row 3: there is 1 field where the table has 2 columns.";
    QCOMPARE(ReadingText::badRow(row), QString::fromStdString(row.message));
    QCOMPARE(ReadingText::notice({.kind = NoticeKind::DecimalComma, .message = "A comma.", .column = "p"}),
             QStringLiteral("A comma."));
}

void TestReadingText::knowsTheSentencesOfCore_data()
{
    QTest::addColumn<Act>("act");
    const auto row = [](const char* name, Act act) { QTest::newRow(name) << act; };
    const auto preview = [](const char* name, const QByteArray& bytes, data::ReadOptions options = {}) {
        QTest::newRow(name) << Act([bytes, options](DatasetFixture& fixture) {
            const QString file = fixture.write(QStringLiteral("in.csv"), bytes);
            (void)data::previewFile(file.toStdString(), options, 10, {});
        });
    };
    row("no such file", [](DatasetFixture&) { (void)data::previewFile("/nowhere/a.csv", {}, 10, {}); });
    row("a folder as a file", [](DatasetFixture&) { (void)data::previewFile("/tmp", {}, 10, {}); });
    preview("empty file", "");
    preview("blank file", "\n\n");
    preview("JSON document", "[{\"a\": 1}, {\"a\": 2}]");
    preview("truncated gzip", QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b", 11));
    preview("damaged Parquet", "PAR1 and then nothing PAR1");
    row("a name that is taken", [](DatasetFixture& fixture) {
        fixture.add("Taken");
        fixture.add("Taken", "a\n3\n");
    });
    row("a name that is taken when renaming", [](DatasetFixture& fixture) {
        const auto one = fixture.add("Wanted");
        const auto other = fixture.add("Other", "a\n4\n");
        data::DatasetEdit edit;
        edit.name = "wanted";
        fixture.service().edit(other.id, edit);
    });
    row("no such data set", [](DatasetFixture& fixture) { (void)fixture.service().resolve("Nowhere"); });
    row("no such version", [](DatasetFixture& fixture) {
        fixture.add("Versions", "a\n5\n");
        (void)fixture.service().resolve("Versions@7");
    });
    row("thrown away twice", [](DatasetFixture& fixture) {
        const auto gone = fixture.add("Gone", "a\n6\n");
        fixture.service().trash(gone.id);
        fixture.service().trash(gone.id);
    });
    for (const char* name : {"", "a/b", " a", "a\tb"}) {
        QTest::addRow("name '%s'", name)
            << Act([name](DatasetFixture&) { (void)base::checkedName(name, "data set"); });
    }
    QTest::newRow("long name") << Act(
        [](DatasetFixture&) { (void)base::checkedName(std::string(300, 'x'), "data set"); });
    row("no workspace", [](DatasetFixture& fixture) {
        const QString file = fixture.write(QStringLiteral("note.txt"), "x");
        (void)store::Workspace::open(QFileInfo(file).path().toStdString());
    });
    row("a file as workspace", [](DatasetFixture& fixture) {
        (void)store::Workspace::open(fixture.write(QStringLiteral("note.txt"), "x").toStdString());
    });
    for (const auto& [name, bytes] : {std::pair{"empty catalog", ""}, {"text as catalog", "Name,Age\n"}}) {
        QTest::newRow(name) << Act([bytes = QByteArray(bytes)](DatasetFixture& fixture) {
            const QString file = fixture.write(QStringLiteral("catalog.db"), bytes);
            (void)store::Workspace::open(QFileInfo(file).path().toStdString());
        });
    }
    row("folder that is not empty", [](DatasetFixture& fixture) {
        const QString file = fixture.write(QStringLiteral("note.txt"), "x");
        (void)store::Workspace::create(QFileInfo(file).path().toStdString(), {}, nullptr, {});
    });
    row("folder that is a workspace", [](DatasetFixture& fixture) {
        const auto folder = fixture.context().workspace.info().folder;
        (void)store::Workspace::create(folder, {}, nullptr, {});
    });
}

void TestReadingText::knowsTheSentencesOfCore()
{
    QFETCH(Act, act);
    DatasetFixture fixture;
    const auto error = errorOf([&] { act(fixture); });
    QVERIFY2(error, "nothing was refused");
    const QString text = CoreText::error(*error);
    QVERIFY2(isChinese(text), qPrintable(text));
    QVERIFY2(!text.contains(QString::fromStdString(error->message())), qPrintable(text));
}

QTEST_MAIN(TestReadingText)
#include "tst_reading_text.moc"
