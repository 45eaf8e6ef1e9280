// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The real window, driven by itself through every page and dialog, in both themes, languages and sizes.
class TestWorkbenchCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsNothingWrong_data();
    void findsNothingWrong();
    void photographsEveryPage();
    void wordsNeedNoDisplay_data();
    void wordsNeedNoDisplay();

private:
    QTemporaryDir m_folder;
    QJsonObject m_found;
};

void TestWorkbenchCheck::initTestCase()
{
    constexpr int patienceMs = 1'700'000;
    QVERIFY(m_folder.isValid());
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(LEPTON_BIN_DIR "/lepton-workbench"),
                  {QStringLiteral("--check"), m_folder.path()});
    const bool hasEnded = program.waitForFinished(patienceMs);
    const QByteArray said = program.readAll();
    QVERIFY2(hasEnded, said.constData());
    QVERIFY2(program.exitStatus() == QProcess::NormalExit, said.constData());
    QVERIFY2(program.exitCode() == 0, said.constData());

    QFile file(m_folder.filePath(QStringLiteral("check.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_found = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!m_found.isEmpty());
}

void TestWorkbenchCheck::wordsNeedNoDisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("words");
    QTest::newRow("help") << "--help"
                          << "[workspace]";
    QTest::newRow("version") << "--version"
                             << "lepton-workbench ";
}

void TestWorkbenchCheck::wordsNeedNoDisplay()
{
    QFETCH(QString, option);
    QFETCH(QString, words);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LEPTON_BIN_DIR "/lepton-workbench"), {option});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY2(program.readAllStandardOutput().contains(words.toUtf8()), qPrintable(words));
}

void TestWorkbenchCheck::findsNothingWrong_data()
{
    QTest::addColumn<QString>("key");
    for (const char* key :
         {"errors", "widgets_without_name", "untranslated", "clipped_labels", "faint_texts", "wrong_hovers"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestWorkbenchCheck::findsNothingWrong()
{
    QFETCH(QString, key);
    QVERIFY(m_found.value(key).isArray());
    const QByteArray listed = QJsonDocument(m_found.value(key).toArray()).toJson();
    QVERIFY2(m_found.value(key).toArray().isEmpty(), listed.constData());
}

void TestWorkbenchCheck::photographsEveryPage()
{
    constexpr int themesTimesLanguagesTimesSizes = 8;
    const QJsonArray pages = m_found.value(QStringLiteral("pages")).toArray();
    QStringList names;
    for (const auto& page : pages) {
        names << page[QStringLiteral("name")].toString();
        const QJsonArray pictures = page[QStringLiteral("pictures")].toArray();
        const auto inHighContrast = pictures.size() - themesTimesLanguagesTimesSizes;
        QVERIFY(inHighContrast == 0 || inHighContrast == 2); // light and dark of some pages
        if (names.last() == QStringLiteral("home"))
            QCOMPARE(inHighContrast, 2);
        for (const auto& picture : pictures) {
            const QImage image(m_folder.filePath(picture.toString()));
            QVERIFY2(!image.isNull(), qPrintable(picture.toString()));
            const QSize expected =
                picture.toString().contains(QStringLiteral("1440x900")) ? QSize(1440, 900) : QSize(1280, 800);
            QCOMPARE(image.size() / image.devicePixelRatio(), expected);
        }
    }
    for (const char* name : {"welcome",
                             "datasets",
                             "dataset-overview",
                             "dataset-table",
                             "import-dialog",
                             "import-version-dialog",
                             "edit-conflict-dialog",
                             "dataset-trashed",
                             "activity",
                             "settings-diagnostics",
                             "training-runs",
                             "training-compare",
                             "training-models",
                             "new-run",
                             "run-report",
                             "run-unfinished-2",
                             "run-unfinished-3",
                             "home-live",
                             "run-live",
                             "run-paused",
                             "run-queued"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

QTEST_MAIN(TestWorkbenchCheck)
#include "tst_workbench_check.moc"
