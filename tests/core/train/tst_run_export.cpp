// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_fixture.h"
#include "support/error_of.h"

#include "base/cancellation.h"
#include "train/export/mlflow_keys.h"
#include "train/export/record_file.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace lepton;
using testing::ExportFixture;
using testing::kindOf;

namespace {

using Export = void (*)(const train::RunSource&, const std::filesystem::path&, const base::Cancellation&,
                        base::Progress&);

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

/// Names and contents of all files below @p folder, with the folder's own place taken out.
QByteArray treeOf(const QString& folder)
{
    QStringList names;
    for (QDirIterator entry(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         entry.hasNext();)
        names.append(QDir(folder).relativeFilePath(entry.next()));
    names.sort();
    QByteArray tree;
    for (const QString& name : names)
        tree += "==== " + name.toUtf8() + "\n" + bytesOf(folder + "/" + name) + "\n";
    return tree.replace(folder.toUtf8(), "FOLDER");
}

bool isEmpty(const QString& folder)
{
    return QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestRunExport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ExportFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    base::Progress m_progress;

    QString folder(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(Export as, const QString& to, const base::Cancellation& cancellation = {})
    {
        as(m_fixture->source(), to.toStdString(), cancellation, m_progress);
    }
    /// Compares with the file @p name of golden/export; a difference leaves what came out beside it to look
    /// at.
    void compareWithGolden(const QByteArray& actual, const char* name)
    {
        const QString golden =
            QStringLiteral(LEPTON_SOURCE_DIR "/tests/golden/export/") + QLatin1String(name);
        if (actual == bytesOf(golden))
            return;
        const QString other = QDir::temp().filePath(QLatin1String(name));
        QFile file(other);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(actual) == actual.size());
        QFAIL(qPrintable("other bytes than in " + golden + ": see " + other));
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ExportFixture>();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void checksumsAreThoseOfTheStandard()
    {
        // RFC 3720, B.4: 32 bytes of zeros have the sum 0x8a9136aa.
        constexpr std::uint32_t sum = 0x8A9136AA;
        QCOMPARE(train::maskedCrc32c(std::string(32, '\0')), (sum >> 15 | sum << 17) + 0xA282EAD8);
        QCOMPARE(train::maskedCrc32c({}), 0xA282EAD8U);
    }

    void eventFilesHaveTheseBytes()
    {
        write(train::exportToTensorBoard, folder("logs"));
        const QStringList files =
            QDir(folder("logs")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(files, QStringList{"events.out.tfevents.1700000000.R-1.lepton"});
        compareWithGolden(bytesOf(folder("logs") + "/" + files[0]), "run.tfevents");
    }

    void mlflowStoresHaveTheseBytes()
    {
        m_fixture->addArtifact(train::ArtifactKind::Model, "config.json",
                               R"({"architectures": ["BertForSequenceClassification"]})");
        m_fixture->addArtifact(train::ArtifactKind::Model, "model.safetensors", "weights");
        m_fixture->addArtifact(train::ArtifactKind::Model, "vocab.txt", "[PAD]\n");
        m_fixture->addArtifact(train::ArtifactKind::Predictions, "predictions.parquet", "rows");
        write(train::exportToMlflow, folder("mlruns"));
        compareWithGolden(treeOf(folder("mlruns")), "mlflow.txt");
    }

    void keysThatMlflowTakesStay_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "train/loss"
                               << "train/loss";
        QTest::newRow("all that is taken") << "a_b-c.d e:f/9"
                                           << "a_b-c.d e:f/9";
        QTest::newRow("letters of other scripts") << "f1/好评é"
                                                  << "f1/好评é";
        QTest::newRow("punctuation of other scripts") << "f1/好，评"
                                                      << "f1/好_评";
        QTest::newRow("line end") << "a\nb"
                                  << "a_b";
        QTest::newRow("upwards") << "../../x"
                                 << "__/__/x";
        QTest::newRow("hidden and dots") << "./.a/..b"
                                         << "_/.a/..b";
        QTest::newRow("empty parts") << "/a//b/"
                                     << "_/a/_/b/_";
        QTest::newRow("nothing") << ""
                                 << "_";
    }
    void keysThatMlflowTakesStay()
    {
        QFETCH(QString, key);
        QFETCH(QString, name);
        const auto names = train::mlflowKeys({key.toStdString()});
        QCOMPARE(QString::fromStdString(names.at(key.toStdString())), name);
    }

    void mlflowKeysAreDifferentFiles()
    {
        const std::string longOne = ExportFixture::longChinese();
        const std::vector<std::string> keys{
            "a",     "a/b",         "a/b/c",
            "a?",    "a|",          "a_",
            longOne, longOne + "1", "x/" + longOne + "/" + std::string(300, 'y')};
        const auto names = train::mlflowKeys(keys);
        QCOMPARE(names.size(), keys.size());
        QCOMPARE(names.at("a"), std::string("a"));
        QCOMPARE(names.at("a_"), std::string("a_"));
        for (const auto& [key, name] : names) {
            std::size_t parts = 0;
            for (std::size_t at = 0; at < name.size(); at = name.find('/', at + 1))
                parts = std::max(parts, std::min(name.find('/', at + 1), name.size()) - at);
            QVERIFY2(parts <= 256, name.c_str());
            QVERIFY2(QString::fromStdString(name).size() <= 250, name.c_str());
            for (const auto& [otherKey, other] : names)
                QVERIFY2(key == otherKey || (name != other && !other.starts_with(name + "/")), name.c_str());
        }
    }

    void severalRunsMakeOneStore()
    {
        write(train::exportToMlflow, folder("mlruns"));
        QCOMPARE(kindOf([&] { write(train::exportToMlflow, folder("mlruns")); }), "exists");
        m_fixture->run().id = train::RunId::generate();
        write(train::exportToMlflow, folder("mlruns"));
        const QStringList experiments =
            QDir(folder("mlruns")).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(experiments.size(), 1);
        QCOMPARE(
            QDir(folder("mlruns") + "/" + experiments[0]).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(),
            2);
    }

    void eventFilesAreNotMixed()
    {
        write(train::exportToTensorBoard, folder("logs"));
        const QByteArray before = treeOf(folder("logs"));
        m_fixture->run().number = 2;
        QCOMPARE(kindOf([&] { write(train::exportToTensorBoard, folder("logs")); }), "exists");
        QCOMPARE(treeOf(folder("logs")), before);
    }

    void pointsBeyondOnePageAllComeOut()
    {
        constexpr std::int64_t count = 45'000;
        std::vector<train::MetricPoint> points;
        for (std::int64_t step = 1; step <= count; ++step)
            points.push_back(ExportFixture::point("many", step, static_cast<double>(step)));
        m_fixture->add(points);
        write(train::exportToMlflow, folder("mlruns"));
        QDirIterator found(folder("mlruns"), {"many"}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(found.hasNext());
        const QByteArray history = bytesOf(found.next());
        QCOMPARE(history.count('\n'), count);
        QVERIFY(history.endsWith("1700000046000 45000 45000\n"));
        write(train::exportToTensorBoard, folder("logs"));
        QVERIFY(treeOf(folder("logs")).count("many") == count);
    }

    void nothingIsLeftOfAnExportThatFailed_data()
    {
        QTest::addColumn<bool>("asMlflow");
        QTest::newRow("mlflow") << true;
        QTest::newRow("tensorboard") << false;
    }
    void nothingIsLeftOfAnExportThatFailed()
    {
        QFETCH(bool, asMlflow);
        const Export as = asMlflow ? train::exportToMlflow : train::exportToTensorBoard;
        base::CancellationSource source;
        source.request();
        QCOMPARE(kindOf([&] { write(as, folder("new/deep"), source.token()); }), "cancelled");
        QVERIFY(isEmpty(m_folder->path()));
        QVERIFY(QDir().mkpath(folder("old")));
        QCOMPARE(kindOf([&] { write(as, folder("old"), source.token()); }), "cancelled");
        QVERIFY(isEmpty(folder("old")));
        QFile file(folder("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(kindOf([&] { write(as, folder("file")); }) != std::string("none"));
    }

    void aDamagedModelIsNotHandedOut()
    {
        m_fixture->addArtifact(train::ArtifactKind::Model, "model.safetensors", "weights");
        const auto artifact = m_fixture->source().runs.artifacts(m_fixture->run().id).at(0);
        const QString object =
            QString::fromStdString(m_fixture->source().objects.path(artifact.hash).string());
        QVERIFY(QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner));
        QFile file(object);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("weighty") > 0);
        file.close();
        QCOMPARE(kindOf([&] { write(train::exportToMlflow, folder("mlruns")); }), "damaged");
        QVERIFY(isEmpty(m_folder->path()));
    }

    void aRunThatHasJustBegunCanBeLookedAt()
    {
        ExportFixture& fixture = *m_fixture;
        train::NewRun draft;
        draft.datasetName = "other";
        fixture.run() = fixture.workspace().start(draft);
        write(train::exportToMlflow, folder("mlruns"));
        write(train::exportToTensorBoard, folder("logs"));
        QVERIFY(treeOf(folder("mlruns")).contains("\"end_time\": null"));
    }
};

QTEST_GUILESS_MAIN(TestRunExport)
#include "tst_run_export.moc"
