// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "ui/widgets/core_sentences.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/language.h"

#include <QtTest>

#include <cerrno>
#include <set>

using namespace lepton;
using namespace lepton::ui;
using base::ErrorCode;

namespace {

/// Every code, those of later releases too: beyond the last one there are no names.
std::vector<ErrorCode> allCodes()
{
    std::vector<ErrorCode> codes{ErrorCode::Internal};
    for (int i = 1; base::kindName(ErrorCode(i)) != base::kindName(ErrorCode::Internal); ++i)
        codes.push_back(ErrorCode(i));
    return codes;
}

bool isChinese(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// Two words of letters side by side, as only an unfinished translation shows them.
bool readsAsEnglish(const QString& text)
{
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,} [a-z]{2,}"));
    return words.match(text).hasMatch();
}

} // namespace

class TestCoreText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void leavesTheWordsOfCoreInAnEnglishWindow();
    void hasAMeaningForEveryCode_data();
    void hasAMeaningForEveryCode();
    void saysWhatTheSystemRefused_data();
    void saysWhatTheSystemRefused();
    void saysWhereATableCannotBeRead();
    void keepsNamesAsTheyAre();
    void tellsWhatAnAuditFound_data();
    void tellsWhatAnAuditFound();
    void saysWhyAnApprovalIsRefused_data();
    void saysWhyAnApprovalIsRefused();
    void saysWhyARunFailed_data();
    void saysWhyARunFailed();
    void quotesALibrary();
    void saysWhatARunLogged_data();
    void saysWhatARunLogged();
    void knowsTheFormsOfTrainingInChinese();
    void addsTheWordsOfCoreWhereTheCodeSaysTooLittle();

private:
    Language m_language;
};

void TestCoreText::init()
{
    m_language.setChoice(LanguageChoice::Chinese);
}

void TestCoreText::leavesTheWordsOfCoreInAnEnglishWindow()
{
    m_language.setChoice(LanguageChoice::English);
    const base::Error error = base::errorFromErrno(ENOSPC, "write", "/data/a.csv");
    QCOMPARE(CoreText::error(error), QString::fromStdString(error.message()));
    // but for the hyphen before a figure
    QCOMPARE(CoreText::said("It is 0.2450, against 0.5035 of the version (-0.2585)."),
             QStringLiteral("It is 0.2450, against 0.5035 of the version (−0.2585)."));
    QCOMPARE(CoreText::said("It reads a (-1).csv (+0.0100)."),
             QStringLiteral("It reads a (-1).csv (+0.0100)."));
}

void TestCoreText::hasAMeaningForEveryCode_data()
{
    QTest::addColumn<int>("code");
    std::set<std::string_view> names;
    for (const ErrorCode code : allCodes()) {
        names.insert(base::kindName(code));
        QTest::newRow(std::string(base::kindName(code)).c_str()) << int(code);
    }
    QCOMPARE(names.size(), allCodes().size());
    QVERIFY(names.contains("unknown_column"));
}

void TestCoreText::hasAMeaningForEveryCode()
{
    QFETCH(int, code);
    const QString text = CoreText::error(ErrorCode(code), {});
    QVERIFY2(isChinese(text) && !readsAsEnglish(text), qPrintable(text));
    base::ErrorPlace place;
    place.row = 4817;
    place.line = 4820;
    place.byte = 803911;
    place.column = "price";
    place.fields = 4;
    place.expected = 3;
    const QString placed = CoreText::placed(ErrorCode(code), place, QStringLiteral("soon"));
    QVERIFY2(isChinese(placed) && !readsAsEnglish(placed), qPrintable(placed));
    const bool ofTable = code >= int(ErrorCode::EmptyFile) && code <= int(ErrorCode::TooLarge);
    if (!ofTable)
        return;
    for (const char* figure : {"4,817", "4,820", "803,911", "price"})
        QVERIFY2(placed.contains(QLatin1String(figure)), qPrintable(placed));
}

void TestCoreText::saysWhatTheSystemRefused_data()
{
    QTest::addColumn<int>("error");
    QTest::newRow("not there") << ENOENT;
    QTest::newRow("full disk") << ENOSPC;
    QTest::newRow("limit of a file") << EFBIG;
    QTest::newRow("read-only") << EROFS;
    QTest::newRow("no rights") << EACCES;
    QTest::newRow("folder") << EISDIR;
    QTest::newRow("no folder on the way") << ENOTDIR;
    QTest::newRow("circle of links") << ELOOP;
    QTest::newRow("long name") << ENAMETOOLONG;
}

void TestCoreText::saysWhatTheSystemRefused()
{
    QFETCH(int, error);
    for (const char* action : {"create", "create the folder", "lock", "map", "open", "open the workspace",
                               "read", "save", "write", "write to"}) {
        const QString text = CoreText::error(base::errorFromErrno(error, action, "/data/my file: 50%2.csv"));
        QVERIFY2(isChinese(text), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("/data/my file: 50%2.csv")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("annot")) && !text.contains(QLatin1Char('(')),
                 qPrintable(text));
    }
}

void TestCoreText::saysWhereATableCannotBeRead()
{
    base::ErrorPlace place;
    place.row = 4;
    place.fields = 1;
    place.expected = 3;
    const QString text =
        CoreText::error(base::Error(ErrorCode::RaggedRow, "Row 4: there is 1 field ...", place));
    QVERIFY2(isChinese(text) && !readsAsEnglish(text), qPrintable(text));
    QVERIFY2(text.contains(QLatin1Char('4')) && text.contains(QLatin1Char('1')) &&
                 text.contains(QLatin1Char('3')),
             qPrintable(text));
}

void TestCoreText::keepsNamesAsTheyAre()
{
    const QString text = CoreText::error(
        ErrorCode::Exists, "There is already a data set called \"Sales \"net\" 50%1\". Choose another name.");
    QVERIFY2(isChinese(text) && text.contains(QLatin1String("Sales \"net\" 50%1")), qPrintable(text));
}

void TestCoreText::tellsWhatAnAuditFound_data()
{
    QTest::addColumn<QByteArray>("sentence");
    QTest::addColumn<QStringList>("kept");
    QTest::newRow("changed") << QByteArray("Event 12 (dataset.imported) was changed: its hash is not that of "
                                           "its content.")
                             << QStringList{QStringLiteral("12")};
    QTest::newRow("revoked") << QByteArray("Event 9 (role.given) is signed with the key of Mei Lin, which "
                                           "event 7 had revoked.")
                             << QStringList{QStringLiteral("Mei Lin"), QStringLiteral("7")};
    QTest::newRow("removed") << QByteArray("Events 4 to 6 are missing.")
                             << QStringList{QStringLiteral("4"), QStringLiteral("6")};
    QTest::newRow("a row") << QByteArray("The table model_version differs from the events in the row abc, "
                                         "column stage.")
                           << QStringList{QStringLiteral("model_version"), QStringLiteral("stage")};
    QTest::newRow("a sentence in a sentence")
        << QByteArray(
               "Event 5 (promotion.approved) is refused. You asked for P-1 yourself, and nobody decides "
               "on an own request. Another reviewer has to.")
        << QStringList{QStringLiteral("P-1")};
    QTest::newRow("a file") << QByteArray(
                                   "A file that a decision names is not what was kept (P-2, "
                                   "model.safetensors). A file of the workspace is damaged: /w/objects/1 "
                                   "is not what was kept. Put it back from a copy of the workspace; "
                                   "lepton doctor names all that are damaged.")
                            << QStringList{QStringLiteral("P-2"), QStringLiteral("/w/objects/1")};
}

void TestCoreText::tellsWhatAnAuditFound()
{
    QFETCH(const QByteArray, sentence);
    QFETCH(const QStringList, kept);
    const QString said = CoreText::said(sentence.toStdString());
    QVERIFY2(isChinese(said) && !said.contains(QStringLiteral("event")), qPrintable(said));
    for (const QString& one : kept)
        QVERIFY2(said.contains(one), qPrintable(said));
}

void TestCoreText::saysWhyAnApprovalIsRefused_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QStringList>("kept");
    const QByteArray evidence(
        "P-3 cannot be approved and has to be asked for again: computed again here, its "
        "evidence is not what is shown. ");
    QTest::newRow("a figure") << evidence + "macro_f1 of the version is 0.8000, and not 0.9900."
                              << QStringList{QStringLiteral("P-3"), QStringLiteral("0.9900")};
    QTest::newRow("a caution") << evidence +
                                      "A caution was left out. Version 1 (in production) was trained on "
                                      "the texts of 7 of these test rows: its figures may look better "
                                      "than it is."
                               << QStringList{QStringLiteral("7")};
    QTest::newRow("data that is gone")
        << evidence + "The figures of the version cannot be computed any more: The test data of R-1 (reviews "
                      "version 2) is gone."
        << QStringList{QStringLiteral("R-1"), QStringLiteral("reviews")};
    QTest::newRow("a file that cannot be read")
        << evidence +
               "The figures of the version cannot be computed any more: Cannot open /w/objects/ab: you "
               "do not have the rights for it."
        << QStringList{QStringLiteral("/w/objects/ab")};
    QTest::newRow("a gate") << evidence +
                                   "The gate lowest_class_f1 at least 0.8, classes with 20 test rows or "
                                   "more comes to something else. It is 0.7000."
                            << QStringList{QStringLiteral("lowest_class_f1"), QStringLiteral("0.7000")};
    QTest::newRow("a gate against production")
        << QByteArray(
               "P-3 cannot be approved: computed again here, the gate macro_f1 not below production by "
               "more than 0.005 fails. It is 0.8000, against 0.9000 of the version in production on the "
               "same rows (-0.1000).")
        << QStringList{QStringLiteral("0.005"), QStringLiteral("−0.1000")};
    QTest::newRow("a gate that cannot be computed")
        << QByteArray(
               "P-3 cannot be approved: the gate test rows at least 500 failed. It cannot be computed: The "
               "version was imported, so there are no test rows that it was not trained on.")
        << QStringList{QStringLiteral("500")};
}

void TestCoreText::saysWhyAnApprovalIsRefused()
{
    QFETCH(const QByteArray, reason);
    QFETCH(const QStringList, kept);
    const QString said = CoreText::error(ErrorCode::GateFailed, reason.toStdString());
    QVERIFY2(isChinese(said) && !readsAsEnglish(said), qPrintable(said));
    for (const QString& one : kept)
        QVERIFY2(said.contains(one), qPrintable(said));
}

void TestCoreText::saysWhyARunFailed_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("sentence");
    QTest::addColumn<QStringList>("kept");
    const QByteArray helps(" Start again with a lower learning rate (a tenth is a good first try), a longer "
                           "warm-up, or clipping at a lower gradient norm.");
    QTest::newRow("diverged") << int(ErrorCode::Diverged)
                              << "The loss is no longer a number at step 412: the weights have run away. The "
                                 "model went back to good ones, those of the checkpoint at step 400." +
                                     helps
                              << QStringList{QStringLiteral("412"), QStringLiteral("400")};
    QTest::newRow("diverged at once") << int(ErrorCode::Diverged)
                                      << "The gradient is no longer finite at step 2: the weights have run "
                                         "away. The model went back to good "
                                         "ones, those of the base model." +
                                             helps
                                      << QStringList{QStringLiteral("2")};
    QTest::newRow("base model") << int(ErrorCode::BadModel)
                                << QByteArray("The loss is no longer a number at step 1, before anything was "
                                              "learnt: weights of the base model are not finite or far too "
                                              "large. Import another copy of it.")
                                << QStringList();
    QTest::newRow("memory") << int(ErrorCode::OutOfMemory)
                            << QByteArray(
                                   "The memory of Xeon 2.1 is not enough at a batch of 64 rows of up to "
                                   "512 tokens. Halve batch_size and double gradient_accumulation, "
                                   "which trains the same, or lower max_length.")
                            << QStringList{QStringLiteral("Xeon 2.1"), QStringLiteral("64"),
                                           QStringLiteral("512")};
    QTest::newRow("no card") << int(ErrorCode::Unsupported)
                             << QByteArray("CUDA cannot be used: there is no NVIDIA driver on this machine. "
                                           "Choose the CPU, or leave the choice to the program.")
                             << QStringList{QStringLiteral("NVIDIA")};
    QTest::newRow("one class") << int(ErrorCode::UnsuitableData)
                               << QByteArray("The column \"tone\" has one class only, \"good\". A classifier "
                                             "tells at least two apart; choose another column.")
                               << QStringList{QStringLiteral("tone"), QStringLiteral("good")};
    QTest::newRow("checkpoint") << int(ErrorCode::BadCheckpoint)
                                << QByteArray("The checkpoint /w/objects/ab belongs to a training on other "
                                              "rows, or on rows in another order.")
                                << QStringList{QStringLiteral("/w/objects/ab")};
    QTest::newRow("gone") << int(ErrorCode::NotFound)
                          << QByteArray(
                                 "The base model \"MiniLM\" is gone from the workspace. Import it again "
                                 "and start a new run.")
                          << QStringList{QStringLiteral("MiniLM")};
}

void TestCoreText::saysWhyARunFailed()
{
    QFETCH(const int, code);
    QFETCH(const QByteArray, sentence);
    QFETCH(const QStringList, kept);
    const QString said = CoreText::error(ErrorCode(code), sentence.toStdString());
    QVERIFY2(isChinese(said) && !readsAsEnglish(said), qPrintable(said));
    for (const QString& one : kept)
        QVERIFY2(said.contains(one), qPrintable(said));
}

void TestCoreText::quotesALibrary()
{
    const QString said = CoreText::error(
        ErrorCode::Internal, "The training library failed: mat1 and mat2 shapes cannot be multiplied");
    QVERIFY2(isChinese(said.left(6)) &&
                 said.contains(QStringLiteral("“mat1 and mat2 shapes cannot be multiplied”")),
             qPrintable(said));
}

void TestCoreText::saysWhatARunLogged_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("kept");
    QTest::newRow("rows") << QByteArray(
                                 "4200 rows of tweets@1: 3360 to train on, 420 for validation, 420 for "
                                 "the test")
                          << QStringList{QStringLiteral("tweets@1"), QStringLiteral("3360")};
    QTest::newRow("device") << QByteArray("The CPU in float32: there is no NVIDIA driver on this machine.")
                            << QStringList{QStringLiteral("float32"), QStringLiteral("NVIDIA")};
    QTest::newRow("checkpoint") << QByteArray("going on from the checkpoint at step 12")
                                << QStringList{QStringLiteral("12")};
    QTest::newRow("notice") << QByteArray("notice: 3 rows have a text but no label and are left out.")
                            << QStringList{QStringLiteral("3")};
    QTest::newRow("another build")
        << QByteArray("The checkpoint was written by the build 1 of yesterday, and goes on "
                      "with 2: the numbers will not be equal to the last bit.")
        << QStringList{QStringLiteral("1 of yesterday")};
    QTest::newRow("an error in a line")
        << QByteArray("the last metrics could not be saved: The run is gone from the workspace.")
        << QStringList();
}

void TestCoreText::saysWhatARunLogged()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QStringList, kept);
    QString said = CoreText::logged(line.toStdString());
    for (const QString& one : kept) {
        QVERIFY2(said.contains(one), qPrintable(said));
        said.remove(one);
    }
    QVERIFY2(isChinese(said) && !readsAsEnglish(said), qPrintable(said));

    m_language.setChoice(LanguageChoice::English);
    QCOMPARE(CoreText::logged(line.toStdString()), QString::fromUtf8(line));
}

void TestCoreText::knowsTheFormsOfTrainingInChinese()
{
    std::vector<const char*> forms;
    for (const CoreSentence& sentence : trainingSentences())
        forms.push_back(sentence.form);
    forms.insert(forms.end(), logForms().begin(), logForms().end());
    forms.insert(forms.end(), phraseForms().begin(), phraseForms().end());
    for (const char* form : forms) {
        const QString text = QCoreApplication::translate("CoreText", form);
        QVERIFY2(isChinese(text), form);
        static const QRegularExpression place(QStringLiteral("%\\d"));
        for (auto places = place.globalMatch(text); places.hasNext();) {
            const QString one = places.next().captured();
            QVERIFY2(QString::fromUtf8(form).contains(one), qPrintable(text));
        }
    }
}

void TestCoreText::addsTheWordsOfCoreWhereTheCodeSaysTooLittle()
{
    const QString text = CoreText::error(ErrorCode::NotFound, "There is no tokenizer.json in the model.");
    QVERIFY2(isChinese(text) && text.contains(QLatin1String("There is no tokenizer.json in the model.")),
             qPrintable(text));
}

QTEST_MAIN(TestCoreText)
#include "tst_core_text.moc"
