// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/scratch_folder.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <filesystem>
#include <fstream>

using lepton::base::ScratchFolder;
namespace fs = std::filesystem;

class TestScratchFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cache = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CACHE_HOME", m_cache->path().toUtf8());
    }

    void goesWithAllThatIsInIt()
    {
        fs::path path;
        {
            const ScratchFolder folder;
            path = folder.path();
            fs::create_directory(path / "inner");
            std::ofstream(path / "inner" / "file") << "text";
            QVERIFY(fs::exists(path / "inner" / "file"));
        }
        QVERIFY(!fs::exists(path));
    }

    void twoAreNotOne()
    {
        const ScratchFolder first;
        const ScratchFolder second;
        QVERIFY(first.path() != second.path());
    }

    void clearsWhatWasForgotten()
    {
        fs::path parent;
        {
            const ScratchFolder folder;
            parent = folder.path().parent_path();
        }
        const auto now = fs::file_time_type::clock::now();
        for (const char* name : {"forgotten", "at work"}) {
            fs::create_directory(parent / name);
            std::ofstream(parent / name / "model.safetensors") << "weights";
        }
        fs::last_write_time(parent / "forgotten", now - std::chrono::hours(25));
        fs::last_write_time(parent / "at work", now - std::chrono::hours(23));
        const ScratchFolder folder;
        QVERIFY(!fs::exists(parent / "forgotten"));
        QVERIFY(fs::exists(parent / "at work" / "model.safetensors"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_cache;
};

QTEST_GUILESS_MAIN(TestScratchFolder)
#include "tst_scratch_folder.moc"
