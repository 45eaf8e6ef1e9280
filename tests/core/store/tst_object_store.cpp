// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/test_signer.h"

#include "base/cancellation.h"
#include "base/file.h"
#include "base/progress.h"
#include "store/workspace.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace lepton;
using namespace std::chrono_literals;
using store::ObjectRef;
using store::Transaction;
using store::Workspace;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

class TestObjectStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    int m_count = 0;
    fs::path m_folder;
    std::unique_ptr<Workspace> m_workspace;

    store::ObjectStore& objects() { return m_workspace->objects(); }

    ObjectRef keep(const std::string& text)
    {
        auto draft = objects().newDraft();
        base::File::create(draft.path()).write(text);
        return objects().keep(std::move(draft), {});
    }

    void link(const ObjectRef& object, const std::string& owner)
    {
        m_workspace->write([&](Transaction& t) { objects().link(t, object, owner); });
    }

    void unlink(const std::string& owner)
    {
        m_workspace->write([&](Transaction& t) { objects().unlink(t, owner); });
    }

    /// As a superseded checkpoint goes.
    void unlinkAndDiscard(const ObjectRef& object, const std::string& owner)
    {
        m_workspace->write([&](Transaction& t) {
            objects().unlink(t, owner);
            objects().discard(t, object.hash);
        });
    }

    bool isThere(const ObjectRef& object)
    {
        return kindOf([&] { (void)place(object); }) == std::string_view("none");
    }

    fs::path place(const ObjectRef& object) { return objects().path(object.hash); }

    static void makeOld(const fs::path& file)
    {
        fs::last_write_time(file, fs::file_time_type::clock::now() - 48h);
    }

    std::int64_t collect(std::chrono::seconds grace = 24h)
    {
        return objects().collect(*m_workspace, grace, {}).files;
    }

    std::vector<std::string> verify()
    {
        base::Progress progress;
        std::vector<std::string> hashes;
        for (const auto& problem : objects().verify(*m_workspace, {}, progress)) {
            if (problem.message.ends_with("."))
                hashes.push_back(problem.hash);
        }
        return hashes;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = fs::path(m_temporary.path().toStdString()) / std::to_string(++m_count);
        m_workspace =
            Workspace::create(m_folder, {"Objects"}, std::make_shared<testing::TestSigner>(), [](auto&) {});
    }
    void cleanup() { m_workspace.reset(); }

    void keepsUnderTheHash()
    {
        const ObjectRef object = keep("abc");
        QCOMPARE(object.hash,
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(object.bytes, std::int64_t{3});
        QCOMPARE(place(object), m_folder / "objects" / "ba" / object.hash.substr(2));
        QCOMPARE(base::readTextFile(place(object)), std::string("abc"));
        QVERIFY(fs::is_empty(m_folder / "objects" / "tmp"));
        QCOMPARE(keep("").bytes, std::int64_t{0});
    }

    void equalContentIsOneFile()
    {
        const ObjectRef first = keep("abc");
        makeOld(place(first));
        const ObjectRef second = keep("abc");
        QCOMPARE(first.hash, second.hash);
        QVERIFY(fs::is_empty(m_folder / "objects" / "tmp"));
        QCOMPARE(collect(), std::int64_t{0}); // fresh again: about to be linked
    }

    void whatIsKeptIsNeverOlderThanItIs()
    {
        // Or a collection would take it before it is linked.
        for (int i = 0; i < 20; ++i) {
            const fs::path probe = m_folder / "objects" / "tmp" / "probe";
            base::writeFileAtomically(probe, "x");
            const auto before = fs::last_write_time(probe);
            QVERIFY(fs::last_write_time(place(keep(std::to_string(i % 10)))) >= before);
            fs::remove(probe);
        }
    }

    void aDamagedFileOfAnotherSizeIsReplaced()
    {
        const ObjectRef object = keep("abc");
        fs::resize_file(place(object), 1);
        keep("abc");
        QCOMPARE(base::readTextFile(place(object)), std::string("abc"));
    }

    void aDraftThatIsNotKeptGoes()
    {
        {
            auto draft = objects().newDraft();
            base::File::create(draft.path()).write(std::string_view("abc"));
        }
        QVERIFY(fs::is_empty(m_folder / "objects" / "tmp"));
        base::CancellationSource cancel;
        cancel.request();
        auto draft = objects().newDraft();
        base::File::create(draft.path()).write(std::string_view("abc"));
        QCOMPARE(kindOf([&] { objects().keep(std::move(draft), cancel.token()); }), "cancelled");
        QVERIFY(fs::is_empty(m_folder / "objects" / "tmp"));
    }

    void whatIsMissingIsNotLinked()
    {
        const ObjectRef none{std::string(64, 'a'), 3};
        const auto error = errorOf([&] { link(none, "owner"); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("not_found"));
        QCOMPARE(kindOf([&] { (void)objects().path("../../catalog.db"); }), "invalid_argument");
    }

    void collectsWhatNobodyNamesAndIsOld()
    {
        const ObjectRef linked = keep("linked");
        const ObjectRef old = keep("old");
        const ObjectRef fresh = keep("fresh");
        const ObjectRef released = keep("released");
        link(linked, "one");
        link(released, "two");
        link(released, "three");
        for (const auto& object : {linked, old, released})
            makeOld(place(object));
        const fs::path leftover = m_folder / "objects" / "tmp" / "leftover";
        const fs::path unfinished = m_folder / "objects" / "tmp" / "unfinished";
        base::writeFileAtomically(leftover, "x");
        base::writeFileAtomically(unfinished, "x");
        makeOld(leftover);

        QCOMPARE(collect(std::chrono::seconds::max()), std::int64_t{0}); // a grace of "never"
        unlink("two");
        auto result = objects().collect(*m_workspace, 24h, {});
        QCOMPARE(result.files, std::int64_t{2}); // old and leftover; released is still named once
        QCOMPARE(result.bytes, std::int64_t{4});
        QVERIFY(!fs::exists(leftover) && fs::exists(unfinished));
        QCOMPARE(kindOf([&] { (void)place(old); }), "not_found");
        QVERIFY(fs::exists(place(linked)) && fs::exists(place(fresh)) && fs::exists(place(released)));

        unlink("three");
        QCOMPARE(collect(), std::int64_t{1});
        QCOMPARE(kindOf([&] { (void)place(released); }), "not_found");
        m_workspace->read([](SQLite::Database& database) {
            SQLite::Statement row(database, "SELECT count(*) FROM object");
            row.executeStep();
            QCOMPARE(row.getColumn(0).getInt(), 1);
        });
        QCOMPARE(collect(), std::int64_t{0});
    }

    void aRollbackNamesNothing()
    {
        const ObjectRef object = keep("abc");
        (void)kindOf([&] {
            m_workspace->write([&](Transaction& t) {
                objects().link(t, object, "owner");
                throw base::Error(base::ErrorCode::Cancelled, "No.");
            });
        });
        makeOld(place(object));
        QCOMPARE(collect(), std::int64_t{1});
    }

    void discardsAtOnceWhatNobodyNames()
    {
        const ObjectRef object = keep("abc");
        link(object, "one");
        link(object, "two");
        unlinkAndDiscard(object, "one");
        QVERIFY(isThere(object));
        unlinkAndDiscard(object, "two");
        QVERIFY(!isThere(object));
        QVERIFY(fs::is_empty(m_folder / "objects" / "tmp"));
        m_workspace->read([](SQLite::Database& database) {
            SQLite::Statement row(database, "SELECT count(*) FROM object");
            row.executeStep();
            QCOMPARE(row.getColumn(0).getInt(), 0);
        });
        // It may come back, and go again.
        link(keep("abc"), "three");
        QVERIFY(isThere(object));
        unlinkAndDiscard(object, "three");
        QVERIFY(!isThere(object));
    }

    void discardsNothingInARollback()
    {
        const ObjectRef object = keep("abc");
        link(object, "one");
        (void)kindOf([&] {
            m_workspace->write([&](Transaction& t) {
                objects().unlink(t, "one");
                objects().discard(t, object.hash);
                throw base::Error(base::ErrorCode::Cancelled, "No.");
            });
        });
        QVERIFY(isThere(object));
        QVERIFY(verify().empty());
    }

    void discardsNothingThatIsNamedAgain()
    {
        const ObjectRef object = keep("abc");
        link(object, "one");
        m_workspace->write([&](Transaction& t) {
            objects().unlink(t, "one");
            objects().discard(t, object.hash);
            objects().link(t, object, "two");
        });
        QVERIFY(isThere(object));
        unlinkAndDiscard({object.hash, object.bytes}, "two"); // by someone who did not keep it
        QVERIFY(!isThere(object));
    }

    void discardsNothingThatSomeoneIsAboutToLink_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("kept after it was linked") << false;
        QTest::newRow("kept before it was linked") << true;
    }

    void discardsNothingThatSomeoneIsAboutToLink()
    {
        QFETCH(bool, before);
        ObjectRef ours = keep("abc");
        ObjectRef theirs;
        if (before)
            theirs = keep("abc");
        link(ours, "ours");
        if (!before)
            theirs = keep("abc");
        unlinkAndDiscard(ours, "ours");
        QVERIFY(isThere(theirs));
        link(theirs, "theirs");
        QVERIFY(verify().empty());
        unlinkAndDiscard(theirs, "theirs");
        QVERIFY(!isThere(theirs));
    }

    void discardingMeetsKeepingAndLinking()
    {
        // Two programs that make and supersede equal objects as fast as they can: what is linked is there,
        // and what is not there cannot be linked.
        std::atomic<int> linked{0};
        std::atomic<bool> wrong{false};
        const auto work = [&](const std::string& owner) {
            const auto workspace = Workspace::open(m_folder);
            workspace->setSigner(std::make_shared<testing::TestSigner>());
            store::ObjectStore& own = workspace->objects();
            for (int i = 0; i < 60; ++i) {
                auto draft = own.newDraft();
                base::File::create(draft.path()).write(std::string_view("the same"));
                const ObjectRef object = own.keep(std::move(draft), {});
                const std::string_view refused =
                    kindOf([&] { workspace->write([&](Transaction& t) { own.link(t, object, owner); }); });
                if (refused == "not_found")
                    continue; // the other one's came and went meanwhile
                if (refused != "none" || kindOf([&] { (void)own.path(object.hash); }) != refused)
                    wrong = true;
                ++linked;
                workspace->write([&](Transaction& t) {
                    own.unlink(t, owner);
                    own.discard(t, object.hash);
                });
            }
        };
        {
            const std::jthread first(work, "first");
            const std::jthread second(work, "second");
        }
        QVERIFY(!wrong);
        QVERIFY(linked > 0);
        QVERIFY(fs::is_empty(m_folder / "objects" / "tmp"));
    }

    void manyObjects()
    {
        for (int i = 0; i < 200; ++i) {
            const ObjectRef object = keep(std::to_string(i));
            if (i % 2 == 0)
                link(object, std::to_string(i));
            makeOld(place(object));
        }
        QCOMPARE(collect(), std::int64_t{100});
        QVERIFY(verify().empty());
    }

    void foreignFilesAreLeftAlone()
    {
        const fs::path foreign = m_folder / "objects" / "README.txt";
        base::writeFileAtomically(foreign, "x");
        fs::create_directory(m_folder / "objects" / "zz");
        base::writeFileAtomically(m_folder / "objects" / "zz" / "short", "x");
        makeOld(foreign);
        makeOld(m_folder / "objects" / "zz" / "short");
        QCOMPARE(collect(), std::int64_t{0});
        QVERIFY(fs::exists(foreign));
    }

    void verifyFindsWhatIsNotWhatItsNameSays()
    {
        const ObjectRef good = keep("good");
        const ObjectRef changed = keep("changed");
        const ObjectRef missing = keep("missing");
        for (const auto& object : {good, changed, missing})
            link(object, object.hash);
        QVERIFY(verify().empty());
        std::ofstream(place(changed), std::ios::trunc) << "Changed";
        fs::remove(place(missing));
        std::vector<std::string> expected{changed.hash, missing.hash};
        std::ranges::sort(expected);
        QCOMPARE(verify(), expected);
    }
};

QTEST_GUILESS_MAIN(TestObjectStore)
#include "tst_object_store.moc"
