// SPDX-License-Identifier: GPL-3.0-or-later
// What both programs share: a workspace opened as the person at this computer.
#include "support/error_of.h"

#include "app/session/samples.h"
#include "app/session/session.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <set>

#include <sys/mount.h>

using namespace lepton;
using app::Session;
using testing::errorOf;
using testing::kindOf;

class TestSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temporary;

    std::string path(const char* name) const
    {
        return m_temporary->filePath(QString::fromUtf8(name)).toStdString();
    }

    std::unique_ptr<Session> create(const char* name) const
    {
        return Session::create(path(name), {"Team", store::JournalMode::Local}, {"Ann Lee", "Risk", {}, {}},
                               {});
    }

    data::ImportRequest request(const char* name, const QByteArray& bytes) const
    {
        data::ImportRequest request;
        request.name = name;
        request.file = path("input.csv");
        QFile file(QString::fromStdString(request.file.string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the input");
        return request;
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_temporary->filePath("config").toUtf8());
        qunsetenv("LEPTON_SAMPLES");
    }

    void importsAsAJob()
    {
        const auto session = create("team");
        const auto outcome = session->waitForImport(session->submitImport(request("T", "a\n1\n2\n")));
        QCOMPARE(outcome.version.rows, std::int64_t{2});
        QCOMPARE(outcome.dataset.ownerName, std::string("Ann Lee"));
        const auto recent = session->jobs().recent(5);
        QCOMPARE(recent.size(), std::size_t{1});
        QCOMPARE(recent.front().kind, std::string("import"));
        QCOMPARE(recent.front().title, std::string("T"));
    }

    void failedImportSaysWhere()
    {
        const auto session = create("team");
        const auto id = session->submitImport(request("T", "a,b\n1,2\n3\n"));
        const auto error = errorOf([&] { session->waitForImport(id); });
        QVERIFY(error);
        QCOMPARE(error->code(), base::ErrorCode::RaggedRow);
        QCOMPARE(error->place().row.value_or(0), std::int64_t{3});
    }

    void strangersReadAndDoNotImport()
    {
        const auto owner = create("team");
        owner->waitForImport(owner->submitImport(request("T", "a\n1\n")));
        qputenv("XDG_CONFIG_HOME", m_temporary->filePath("other").toUtf8());
        const auto stranger = Session::open(path("team"), {});
        QVERIFY(!stranger->member());
        QCOMPARE(stranger->datasets().resolve("T").version.rows, std::int64_t{1});
        QCOMPARE(kindOf([&] { stranger->submitImport(request("U", "a\n1\n")); }), "no_member");
        QCOMPARE(kindOf([&] { stranger->datasets().trash(stranger->datasets().resolve("T").dataset.id); }),
                 "no_member");
    }

    void saysBeforehandThatAFolderIsWriteProtected()
    {
        const std::string folder = path("team");
        {
            const auto owner = create("team");
            owner->waitForImport(owner->submitImport(request("T", "a\n1\n")));
            QVERIFY(!owner->whyNot(data::DatasetAction::Import));
        }
        if (::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) != 0)
            QSKIP("A folder cannot be mounted read-only here.");
        const auto unmount = qScopeGuard([&] { ::umount(folder.c_str()); });
        QVERIFY(::mount(nullptr, folder.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0);

        const auto reader = Session::open(folder, {});
        QVERIFY(reader->member());
        QCOMPARE(reader->datasets().open(reader->datasets().resolve("T").version)->rowCount(),
                 std::int64_t{1});
        QVERIFY(!reader->whyNot(data::DatasetAction::Read));
        for (const auto& error :
             {reader->whyNot(data::DatasetAction::Import), reader->whyNot(data::DatasetAction::Edit),
              reader->whyNot(train::TrainAction::Train)}) {
            QVERIFY(error);
            QCOMPARE(error->code(), base::ErrorCode::ReadOnly);
            QVERIFY(error->message().find("Ask its owner") != std::string::npos);
        }
        QCOMPARE(kindOf([&] { reader->submitImport(request("U", "a\n1\n")); }), "read_only");
    }

    void sampleWorkspaceHasEverySample_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("word");
        QTest::newRow("English") << "en"
                                 << "bank";
        QTest::newRow("Chinese") << "zh_CN" << QString::fromUtf8("\u94f6\u884c");
        QTest::newRow("another language") << "fr"
                                          << "bank";
    }

    void sampleWorkspaceHasEverySample()
    {
        QFETCH(QString, language);
        QFETCH(QString, word);
        const auto session = app::createSampleWorkspace(path("sample"), {"Ann Lee", "Risk", {}, {}},
                                                        "Samples", language.toStdString(), {});
        for (const jobs::JobInfo& job : session->jobs().active())
            QCOMPARE(session->jobs().wait(job.id).state, jobs::JobState::Completed);
        QCOMPARE(session->baseModels().store().list().size(),
                 std::size_t{app::sampleModelFolder() ? 1U : 0U});
        const auto datasets = session->datasets().store().list();
        std::map<std::string, std::int64_t> rows;
        for (const data::Dataset& dataset : datasets)
            rows[dataset.name] = dataset.rows;
        const std::map<std::string, std::int64_t> expected{
            {"bikeshare", 8645}, {"german_credit", 1000}, {"tweets_sentiment", 4200}, {"zh_reviews", 9000}};
        QCOMPARE(rows, expected);
        const auto credit = session->datasets().resolve("german_credit");
        QVERIFY(QString::fromStdString(credit.dataset.description).contains(word));
        QCOMPARE(session->datasets().resolve("zh_reviews").dataset.kind, data::DatasetKind::Text);
        QVERIFY(credit.version.note.find("CC BY 4.0") != std::string::npos);

        // Once more: nothing is added.
        for (const base::JobId& id : app::importSamples(*session, "en"))
            QVERIFY(session->waitForImport(id).unchanged);
    }

    void missingSamplesMakeNoWorkspace()
    {
        qputenv("LEPTON_SAMPLES", m_temporary->filePath("nowhere").toUtf8());
        QCOMPARE(
            kindOf([&] {
                app::createSampleWorkspace(path("sample"), {"Ann Lee", "Risk", {}, {}}, "Samples", "en", {});
            }),
            "not_found");
        QVERIFY(!std::filesystem::exists(path("sample")));
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
