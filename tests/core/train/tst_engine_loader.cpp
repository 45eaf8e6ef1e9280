// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "train/engine_loader.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <thread>

#include <dlfcn.h>

using namespace lepton;
using train::EngineLoader;

namespace {

const std::filesystem::path library = LEPTON_BIN_DIR "/liblepton-ml.so";

} // namespace

/// The library as programs load it: this one links nothing of LibTorch.
class TestEngineLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { unsetenv("LEPTON_ML_LIBRARY"); }

    void libraryIsFoundByTheEnvironment()
    {
        setenv("LEPTON_ML_LIBRARY", library.c_str(), 1);
        QCOMPARE(EngineLoader::findLibrary(), library);
    }

    void missingLibraryIsNamed()
    {
        setenv("LEPTON_ML_LIBRARY", "/nowhere/liblepton-ml.so", 1);
        const auto error = testing::errorOf([] { EngineLoader().engine(); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("not_found"));
        QVERIFY(error->message().find("/nowhere/liblepton-ml.so") != std::string::npos);
    }

    void fileThatIsNoLibraryIsRefused()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.path().toStdString() + "/liblepton-ml.so";
        std::ofstream(file) << "not a library";
        EngineLoader loader(file);
        const auto error = testing::errorOf([&] { loader.engine(); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("unsupported"));
        QVERIFY(!error->detail().empty());
    }

    void libraryOfAnotherKindIsRefused()
    {
        EngineLoader loader("libm.so.6");
        QCOMPARE(testing::kindOf([&] { loader.engine(); }), "unsupported");
    }

    void allCallersGetTheSameEngine()
    {
        EngineLoader loader(library);
        train::Engine* first = nullptr;
        train::Engine* second = nullptr;
        std::thread one([&] { first = &loader.engine(); });
        std::thread other([&] { second = &loader.engine(); });
        one.join();
        other.join();
        QVERIFY(first);
        QCOMPARE(first, second);
    }

    void environmentIsPreparedWhereItIsFree()
    {
        unsetenv("GOMP_SPINCOUNT");
        setenv("MKL_DYNAMIC", "TRUE", 1);
        EngineLoader::prepareEnvironment();
        QCOMPARE(qgetenv("GOMP_SPINCOUNT"), QByteArray("3000"));
        QCOMPARE(qgetenv("MKL_DYNAMIC"), QByteArray("TRUE"));
    }

    void errorsAreCaughtAcrossTheLibrary()
    {
        EngineLoader loader(library);
        train::Engine& engine = loader.engine();
        const auto error = testing::errorOf([&] { engine.inspect("/nowhere/model"); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("not_found"));
        QVERIFY(error->message().find("/nowhere/model") != std::string::npos);
        QCOMPARE(testing::kindOf([&] {
                     engine.newTrainer({"/nowhere/model", {"a"}, {}});
                 }),
                 "invalid_argument");
    }

    void deviceSaysWhy()
    {
        EngineLoader loader(library);
        const auto facts = loader.engine().device(train::DeviceChoice::Cpu, train::Precision::Auto, 1);
        QCOMPARE(facts.threads, 1);
        QVERIFY(!facts.name.empty());
        QCOMPARE(facts.reason, std::string("The CPU in float32, as asked."));
    }

    void nothingButTheFactoryIsVisible()
    {
        void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
        QVERIFY(handle);
        QVERIFY(dlsym(handle, train::engineFactoryName));
        // base::sha256(std::string_view), which is inside.
        QVERIFY(!dlsym(handle, "_ZN6lepton4base6sha256ESt17basic_string_viewIcSt11char_traitsIcEE"));
    }
};

QTEST_GUILESS_MAIN(TestEngineLoader)
#include "tst_engine_loader.moc"
