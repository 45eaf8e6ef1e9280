// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "train/staged_folder.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace lepton;
namespace fs = std::filesystem;

/// What is written for a person gets its name when it is whole.
class TestStagedFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }

    void nothingIsSeenBeforeItIsMovedOut()
    {
        train::StagedFolder staged(target());
        train::writeNewFile(staged.path() / "a", "1");
        QVERIFY(!fs::exists(target() / "a"));
        const std::array<fs::path, 1> names{"a"};
        QVERIFY(!staged.moveOut(names));
        QCOMPARE(base::readTextFile(target() / "a", 10), std::string("1"));
    }

    void whatIsNotMovedOutGoesWithTheFoldersMadeForIt()
    {
        {
            train::StagedFolder staged(target() / "inner");
            train::writeNewFile(staged.path() / "a", "1");
        }
        QVERIFY(!fs::exists(target()));
    }

    void allAreMovedOutOrNone()
    {
        fs::create_directories(target());
        train::writeNewFile(target() / "b", "theirs");
        {
            train::StagedFolder staged(target());
            for (const char* name : {"a", "b", "c"})
                train::writeNewFile(staged.path() / name, "ours");
            const std::array<fs::path, 3> names{"a", "b", "c"};
            const auto inTheWay = staged.moveOut(names);
            QVERIFY(inTheWay);
            QCOMPARE(inTheWay->string(), std::string("b"));
        }
        QVERIFY(!fs::exists(target() / "a"));
        QVERIFY(!fs::exists(target() / "c"));
        QCOMPARE(base::readTextFile(target() / "b", 10), std::string("theirs"));
        QCOMPARE(std::distance(fs::directory_iterator(target()), {}), std::ptrdiff_t{1});
    }

private:
    fs::path target() const { return fs::path(m_temporary->path().toStdString()) / "out"; }

    std::unique_ptr<QTemporaryDir> m_temporary;
};

QTEST_APPLESS_MAIN(TestStagedFolder)
#include "tst_staged_folder.moc"
