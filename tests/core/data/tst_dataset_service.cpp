// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/test_signer.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "data/dataset_service.h"
#include "store/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <set>

using namespace lepton;
using data::DatasetAction;
using data::DatasetQuery;
using data::DatasetService;
using data::ImportOutcome;
using data::ImportRequest;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

namespace {

/// The names in a list, in its order.
std::string names(const std::vector<data::Dataset>& datasets)
{
    std::string text;
    for (const data::Dataset& dataset : datasets)
        text += (text.empty() ? "" : ", ") + dataset.name;
    return text;
}

DatasetQuery inTrash()
{
    DatasetQuery query;
    query.trashed = true;
    return query;
}

} // namespace

class TestDatasetService : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    std::unique_ptr<store::Workspace> m_workspace;
    std::unique_ptr<DatasetService> m_service;
    std::set<DatasetAction> m_refused;
    int m_count = 0;

    fs::path file(const QByteArray& bytes)
    {
        const QString path = m_temporary.filePath(QStringLiteral("input%1.csv").arg(++m_count));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path.toStdString();
    }

    ImportOutcome import(const std::string& name, const QByteArray& bytes, bool newVersion = false)
    {
        ImportRequest request;
        request.name = name;
        request.file = file(bytes);
        request.newVersion = newVersion;
        return import(request);
    }

    ImportOutcome import(const ImportRequest& request)
    {
        base::Progress progress;
        return m_service->import(request, base::Cancellation(), progress);
    }

    std::vector<store::Event> events(const std::string& kind) const
    {
        std::vector<store::Event> found;
        for (store::Event& event : m_workspace->events(0, 1000)) {
            if (event.kind == kind)
                found.push_back(std::move(event));
        }
        return found;
    }

    std::int64_t collected()
    {
        // A fresh object may have a time slightly ahead of now.
        return m_workspace->objects()
            .collect(*m_workspace, std::chrono::seconds(-1), base::Cancellation())
            .files;
    }

private Q_SLOTS:
    void init()
    {
        m_refused.clear();
        const fs::path folder =
            m_temporary.filePath(QStringLiteral("workspace%1").arg(++m_count)).toStdString();
        m_workspace =
            store::Workspace::create(folder, {"Test", store::JournalMode::Local},
                                     std::make_shared<testing::TestSigner>(), [](store::Transaction&) {});
        m_service = std::make_unique<DatasetService>(*m_workspace, "Risk", [this](DatasetAction action) {
            if (m_refused.contains(action))
                throw base::Error(base::ErrorCode::NotAllowed, "Not you.");
        });
    }

    void cleanup()
    {
        m_service.reset();
        m_workspace.reset();
    }

    void importsOnceAndKeepsWhereItCameFrom()
    {
        ImportRequest request;
        request.name = "Loans";
        request.file = file("id,city\n1,Ulm\n2,\n");
        request.sensitivity = data::Sensitivity::Confidential;
        request.tags = {"Credit", "credit", "2024"};
        request.description = "What was lent";
        request.note = "from the bank";
        request.options.types["id"] = {"id", data::ColumnType::Text};
        const ImportOutcome outcome = import(request);

        QCOMPARE(outcome.version.number, 1);
        QVERIFY(!outcome.unchanged);
        QCOMPARE(outcome.dataset.department, std::string("Risk"));
        QCOMPARE(outcome.dataset.rows, std::int64_t{2});
        QCOMPARE(outcome.dataset.columns, std::int64_t{2});
        QCOMPARE(outcome.dataset.missingCells, std::int64_t{1});
        QCOMPARE(outcome.dataset.tags, (std::vector<std::string>{"2024", "Credit"}));
        QCOMPARE(outcome.version.schema.columns.at(0).type, data::ColumnType::Text);
        QCOMPARE(outcome.version.note, std::string("from the bank"));
        const data::Provenance& provenance = outcome.version.provenance;
        QCOMPARE(provenance.fileName, request.file.filename().string());
        QCOMPARE(provenance.fileBytes, static_cast<std::int64_t>(fs::file_size(request.file)));
        QCOMPARE(provenance.options, request.options);
        QCOMPARE(provenance.detected.encoding, std::string("utf-8"));
        QVERIFY(provenance.csvStyle);

        const auto recorded = events("dataset.imported");
        QCOMPARE(recorded.size(), std::size_t{1});
        const auto detail = nlohmann::json::parse(recorded.front().detail);
        QCOMPARE(detail.at("content_hash").get<std::string>(), outcome.version.contentHash);
        QCOMPARE(detail.at("file_hash").get<std::string>(), provenance.fileHash);
        QCOMPARE(recorded.front().object, outcome.dataset.id.toString());
        QCOMPARE(m_service->store().profile(outcome.version.id).columns.at(1).missing, std::int64_t{1});
        QCOMPARE(m_service->open(outcome.version)->rowCount(), std::int64_t{2});
        QCOMPARE(collected(), std::int64_t{0});
    }

    void requestsSurviveTheCatalog()
    {
        ImportRequest request;
        request.name = "Loans";
        request.file = fs::path("/data/\xCA\xFD.csv"); // not UTF-8
        request.sensitivity = data::Sensitivity::Public;
        request.newVersion = true;
        request.options.delimiter = '\t';
        request.options.nulls = {"-", ""};
        const auto text = nlohmann::json(request).dump();
        const auto back = nlohmann::json::parse(text).get<ImportRequest>();
        QCOMPARE(back.file, request.file);
        QCOMPARE(back.sensitivity, request.sensitivity);
        QCOMPARE(back.newVersion, true);
        QCOMPARE(back.options, request.options);
    }

    void sameContentAddsNothing()
    {
        const ImportOutcome first = import("Loans", "a,b\n1,2\n");
        // Written in another way, the same table.
        const ImportOutcome again = import("LOANS", "\"a\";\"b\"\r\n1;2\r\n", true);
        QVERIFY(again.unchanged);
        QCOMPARE(again.version.id, first.version.id);
        QCOMPARE(events("dataset.imported").size(), std::size_t{1});
        // The newest version counts: what was there before it is new again.
        import("Loans", "a,b\n9,9\n", true);
        QCOMPARE(import("Loans", "a,b\n1,2\n", true).version.number, 3);
    }

    void otherContentIsRefusedWithoutLeavingAFile()
    {
        import("Loans", "a\n1\n");
        const auto error = errorOf([&] { import("loans", "a\n2\n"); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("exists"));
        QVERIFY(error->message().find("Loans") != std::string::npos);
        QCOMPARE(collected(), std::int64_t{0});
    }

    void newVersionTakesOverWhatIsStated()
    {
        import("Loans", "a\n1\n");
        ImportRequest request;
        request.name = "Loans";
        request.file = file("a,b\n1,2\n");
        request.newVersion = true;
        request.sensitivity = data::Sensitivity::Restricted;
        const ImportOutcome outcome = import(request);
        QCOMPARE(outcome.version.number, 2);
        QCOMPARE(outcome.dataset.latestVersion, 2);
        QCOMPARE(outcome.dataset.columns, std::int64_t{2});
        QCOMPARE(outcome.dataset.department, std::string("Risk"));
        QCOMPARE(outcome.dataset.sensitivity, data::Sensitivity::Restricted);
        QCOMPARE(m_service->store().versions(outcome.dataset.id).size(), std::size_t{2});
        const auto detail = nlohmann::json::parse(events("dataset.imported").back().detail);
        QCOMPARE(detail.at("changes").at("sensitivity").at("before").get<std::string>(),
                 std::string("internal"));
    }

    void resolvesNamesAndVersions()
    {
        import("Loans", "a\n1\n");
        import("Loans", "a\n2\n", true);
        QCOMPARE(m_service->resolve("loans").version.number, 2);
        QCOMPARE(m_service->resolve("Loans@1").version.number, 1);
        QCOMPARE(kindOf([&] { m_service->resolve("Loans@3"); }), "not_found");
        QCOMPARE(kindOf([&] { m_service->resolve("Loans@0"); }), "not_found");
        QCOMPARE(kindOf([&] { m_service->resolve("Loans@"); }), "invalid_argument");
        QCOMPARE(kindOf([&] { m_service->resolve("Loans@1x"); }), "invalid_argument");
        const auto error = errorOf([&] { m_service->resolve("Cars"); });
        QVERIFY(error && error->message().find("Loans") != std::string::npos);
        const auto near = errorOf([&] { m_service->resolve("loan"); });
        QVERIFY(near && near->message().find("Did you mean \"Loans\"?") != std::string::npos);
    }

    void searchesNamesTextsTagsAndColumns_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("found");
        QTest::newRow("nothing asked") << ""
                                       << "Bikes, Loans";
        QTest::newRow("name in another case") << "LOAN"
                                              << "Loans";
        QTest::newRow("description") << "lent"
                                     << "Loans";
        QTest::newRow("tag") << "credit"
                             << "Loans";
        QTest::newRow("column") << "wind"
                                << "Bikes";
        QTest::newRow("all words") << "bik wind"
                                   << "Bikes";
        QTest::newRow("words of two") << "loan wind"
                                      << "";
        QTest::newRow("what SQL reads as a pattern") << "%"
                                                     << "";
        QTest::newRow("old column") << "gone"
                                    << "";
    }

    void searchesNamesTextsTagsAndColumns()
    {
        QFETCH(QString, search);
        QFETCH(QString, found);
        ImportRequest request;
        request.name = "Loans";
        request.file = file("id\n1\n");
        request.description = "What was LENT";
        request.tags = {"Credit"};
        import(request);
        import("Bikes", "gone\n1\n");
        import("Bikes", "WindSpeed\n1\n", true);
        DatasetQuery query;
        query.search = search.toStdString();
        QCOMPARE(QString::fromStdString(names(m_service->store().list(query))), found);
    }

    void filtersByDepartmentTagAndSensitivity()
    {
        for (const auto& [name, department, tag] :
             {std::tuple{"A", "Risk", "x"}, {"B", "Sales", "x"}, {"C", "Sales", "y"}}) {
            ImportRequest request;
            request.name = name;
            request.department = department;
            request.tags = {tag};
            request.file = file(QByteArray("a\n") + name + "\n");
            request.sensitivity = name[0] == 'C' ? data::Sensitivity::Public : data::Sensitivity::Internal;
            import(request);
        }
        DatasetQuery query;
        query.departments = {"Sales"};
        QCOMPARE(names(m_service->store().list(query)), std::string("B, C"));
        query.tags = {"X"};
        QCOMPARE(names(m_service->store().list(query)), std::string("B"));
        query = {};
        query.sensitivities = {data::Sensitivity::Public, data::Sensitivity::Restricted};
        QCOMPARE(names(m_service->store().list(query)), std::string("C"));
        QCOMPARE(m_service->store().departments(), (std::vector<std::string>{"Risk", "Sales"}));
        QCOMPARE(m_service->store().tags(), (std::vector<std::string>{"x", "y"}));
    }

    void editsAndRecordsWhatWasThereBefore()
    {
        const auto id = import("Loans", "a\n1\n").dataset.id;
        import("Cars", "a\n1\n");
        data::DatasetEdit edit;
        edit.name = "Credits";
        edit.description = "";
        edit.sensitivity = data::Sensitivity::Public;
        m_service->edit(id, edit);
        QVERIFY(!m_service->store().findByName("Loans"));
        QCOMPARE(m_service->store().findByName("CREDITS")->sensitivity, data::Sensitivity::Public);
        const auto changes = nlohmann::json::parse(events("dataset.edited").back().detail).at("changes");
        QCOMPARE(changes.at("name").at("before").get<std::string>(), std::string("Loans"));
        QVERIFY(!changes.contains("description")); // it was empty before
        m_service->edit(id, edit);
        QCOMPARE(events("dataset.edited").size(), std::size_t{1}); // nothing changed

        edit = {};
        edit.name = "cars";
        QCOMPARE(kindOf([&] { m_service->edit(id, edit); }), "exists");
        edit.name = "credits"; // its own name, in another case
        m_service->edit(id, edit);
        QCOMPARE(m_service->store().find(id)->name, std::string("credits"));
        edit = {};
        edit.tags = std::vector<std::string>{"a/b"};
        QCOMPARE(kindOf([&] { m_service->edit(id, edit); }), "invalid_argument");
    }

    void editsOnlyWhatIsAsItWasSeen()
    {
        const data::Dataset seen = import("Loans", "a\n1\n").dataset;
        // another member, in another process
        const auto theirs = store::Workspace::open(m_workspace->info().folder);
        theirs->setSigner(std::make_shared<testing::TestSigner>());
        DatasetService other(*theirs, "Risk", [](DatasetAction) {});
        data::DatasetEdit edit;
        edit.description = "Theirs";
        QVERIFY(!other.editSeen(*other.store().find(seen.id), edit));

        edit.description = "Mine";
        const auto now = m_service->editSeen(seen, edit);
        QVERIFY(now.has_value());
        QCOMPARE(now->description, std::string("Theirs"));
        QCOMPARE(m_service->store().find(seen.id)->description, std::string("Theirs"));
        QCOMPARE(events("dataset.edited").size(), std::size_t{1});

        data::DatasetEdit elsewhere; // nobody else changed this
        elsewhere.tags = {{"mine"}};
        QVERIFY(!m_service->editSeen(seen, elsewhere));
        edit.description = "Theirs"; // the same thought
        QVERIFY(!m_service->editSeen(seen, edit));
        edit.description = "Mine, knowing theirs";
        QVERIFY(!m_service->editSeen(*now, edit));
        QCOMPARE(m_service->store().find(seen.id)->description, std::string("Mine, knowing theirs"));
    }

    void trashFreesTheNameAndGivesBack()
    {
        const auto id = import("Loans", "a\n1\n").dataset.id;
        m_service->trash(id);
        QVERIFY(m_service->store().list().empty());
        QCOMPARE(names(m_service->store().list(inTrash())), std::string("Loans"));
        QCOMPARE(kindOf([&] { m_service->trash(id); }), "not_found");
        QCOMPARE(kindOf([&] { m_service->edit(id, {}); }), "not_found");
        QCOMPARE(collected(), std::int64_t{0}); // still its file

        const auto other = import("Loans", "a\n2\n").dataset.id;
        QVERIFY(other != id);
        QCOMPARE(kindOf([&] { m_service->restore(id); }), "exists");
        m_service->restore(id, "Old loans");
        QCOMPARE(names(m_service->store().list()), std::string("Loans, Old loans"));
        QCOMPARE(kindOf([&] { m_service->restore(id); }), "not_found");
        QCOMPARE(m_service->open(m_service->resolve("Old loans").version)->rowCount(), std::int64_t{1});
    }

    void emptyTrashRemovesRowsAndFrees()
    {
        const auto id = import("Loans", "a\n1\n").dataset.id;
        import("Loans", "a\n2\n", true);
        import("Cars", "a\n1\n"); // shares the first version's object
        QCOMPARE(m_service->emptyTrash(), 0);
        m_service->trash(id);
        QCOMPARE(m_service->emptyTrash(), 1);
        QVERIFY(!m_service->store().find(id));
        QVERIFY(m_service->store().list(inTrash()).empty());
        QCOMPARE(events("dataset.removed").size(), std::size_t{1});
        QCOMPARE(collected(), std::int64_t{1});
        QCOMPARE(m_service->open(m_service->resolve("Cars").version)->rowCount(), std::int64_t{1});
    }

    void asksForTheRight()
    {
        const auto id = import("Loans", "a\n1\n").dataset.id;
        m_refused = {DatasetAction::Import, DatasetAction::Edit, DatasetAction::EmptyTrash};
        QCOMPARE(kindOf([&] { import("Cars", "a\n1\n"); }), "not_allowed");
        QCOMPARE(kindOf([&] { m_service->edit(id, {}); }), "not_allowed");
        QCOMPARE(kindOf([&] { m_service->trash(id); }), "not_allowed");
        QCOMPARE(kindOf([&] { m_service->restore(id); }), "not_allowed");
        QCOMPARE(kindOf([&] { m_service->emptyTrash(); }), "not_allowed");
        QCOMPARE(m_service->resolve("Loans").version.number, 1);
        m_refused = {DatasetAction::Read};
        QCOMPARE(kindOf([&] { m_service->resolve("Loans"); }), "not_allowed");
    }

    void cancellingLeavesNothing()
    {
        base::CancellationSource source;
        source.request();
        ImportRequest request;
        request.name = "Loans";
        request.file = file("a\n1\n");
        base::Progress progress;
        QCOMPARE(kindOf([&] { m_service->import(request, source.token(), progress); }), "cancelled");
        QVERIFY(m_service->store().list().empty());
        QCOMPARE(collected(), std::int64_t{0});
    }

    void tellsTextsFromTables()
    {
        QByteArray reviews = "id,text\n";
        for (int i = 0; i < 50; ++i)
            reviews += QByteArray::number(i) + ",this is the review number " + QByteArray::number(i) + "\n";
        QCOMPARE(import("Reviews", reviews).dataset.kind, data::DatasetKind::Text);
        QCOMPARE(import("Numbers", "a,b\n1,x\n2,y\n").dataset.kind, data::DatasetKind::Table);
    }
};

QTEST_GUILESS_MAIN(TestDatasetService)
#include "tst_dataset_service.moc"
