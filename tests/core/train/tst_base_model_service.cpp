// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_fixture.h"
#include "support/error_of.h"

#include "base/error.h"
#include "base/progress.h"
#include "text/tokenizer.h"
#include "train/base_model_service.h"
#include "train/model_folder.h"

#include <QTest>

#include <fstream>
#include <set>
#include <thread>

#include <sys/stat.h>

using namespace lepton;
using testing::errorOf;
using testing::kindOf;
using testing::RunFixture;
using train::BaseModelOutcome;
using train::BaseModelService;
using train::TrainAction;
namespace fs = std::filesystem;

namespace {

/// Says of each model what a test wants it to say, and looks at nothing but whether the files are there.
class FakeEngine final : public train::Engine
{
public:
    train::ModelFacts facts;
    std::set<fs::path> inspected;

    train::DeviceFacts device(train::DeviceChoice, train::Precision, int) override { return {}; }
    double productPeak(train::DeviceChoice, train::Precision, int) override { return 0; }
    train::ModelFacts inspect(const fs::path& model) override
    {
        if (!fs::exists(model / "config.json") || !fs::exists(model / "model.safetensors"))
            throw base::Error(base::ErrorCode::BadModel, "A file is missing.");
        inspected.insert(model);
        return facts;
    }
    std::unique_ptr<train::Trainer> newTrainer(const train::TrainerRequest&) override { return nullptr; }
    std::unique_ptr<train::Predictor> newPredictor(const fs::path&, const train::PredictorOptions&) override
    {
        return nullptr;
    }
};

const char* const vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nplay\n";

void write(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

class TestBaseModelService : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<RunFixture> m_fixture;
    FakeEngine m_engine;
    std::set<TrainAction> m_refused;
    std::unique_ptr<BaseModelService> m_service;

    fs::path temporary() const { return m_temporary->path().toStdString(); }

    fs::path makeModel(const char* name = "model") const
    {
        const fs::path folder = temporary() / name;
        fs::create_directories(folder / "onnx");
        write(folder / "config.json", "{}");
        write(folder / "model.safetensors", "weights");
        write(folder / "vocab.txt", vocabulary);
        write(folder / "README.md",
              "---\nlanguage: en\nlicense: \"apache-2.0\"\n---\n# Model\nlicense: none\n");
        write(folder / "training_args.bin", "not kept");
        write(folder / "onnx" / "model.onnx", "not kept");
        return folder;
    }

    BaseModelOutcome import(const fs::path& folder, const std::string& name = "MiniLM")
    {
        base::Progress progress;
        return m_service->import(folder, name, base::Cancellation(), progress);
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CACHE_HOME", m_temporary->filePath("cache").toUtf8());
        m_fixture = std::make_unique<RunFixture>();
        m_engine = {};
        m_engine.facts.architecture = "bert";
        m_engine.facts.vocabularySize = 6;
        m_engine.facts.parameters = 22'713'216;
        m_engine.facts.missingKeys = {"classifier.weight", "classifier.bias"};
        m_refused.clear();
        m_service = std::make_unique<BaseModelService>(
            m_fixture->workspace(),
            [this](TrainAction action) {
                if (m_refused.contains(action))
                    throw base::Error(base::ErrorCode::NotAllowed, "You may not.");
            },
            [this]() -> train::Engine& { return m_engine; });
    }

    void importing()
    {
        const BaseModelOutcome outcome = import(makeModel());
        QVERIFY(!outcome.unchanged);
        const train::BaseModel model = m_service->resolve("minilm");
        QVERIFY(model.id == outcome.model.id);
        QCOMPARE(model.name, std::string("MiniLM"));
        QCOMPARE(model.files.size(), std::size_t{4});
        QCOMPARE(model.facts.license, std::string("apache-2.0"));
        QCOMPARE(model.facts.source, std::string("model"));
        QCOMPARE(model.facts.tokenizer, std::string("WordPiece"));
        QCOMPARE(model.facts.model.parameters, std::int64_t{22'713'216});
        QCOMPARE(model.facts.model.missingKeys.size(), std::size_t{2});
        QCOMPARE(model.hash, train::modelHash(model.files));
        QVERIFY(m_service->resolve(model.id.toString()).id == model.id);
        QCOMPARE(outcome.notices.size(), std::size_t{1});
        QCOMPARE(m_fixture->events(), std::string("basemodel.imported"));
        // Nothing collects what a model names.
        m_fixture->workspace().objects().collect(m_fixture->workspace(), std::chrono::seconds(-1),
                                                 base::Cancellation());
        QCOMPARE(contentOf(m_service->folder(model) / "model.safetensors"), std::string("weights"));
        QVERIFY(text::loadTokenizer(m_service->folder(model)));
        QVERIFY(m_engine.inspected.contains(m_service->folder(model))); // what was kept was looked at
    }

    void theSameAgain()
    {
        const fs::path folder = makeModel();
        import(folder);
        const BaseModelOutcome again = import(folder, "minilm");
        QVERIFY(again.unchanged);
        QCOMPARE(again.model.name, std::string("MiniLM"));
        QCOMPARE(m_fixture->events(), std::string("basemodel.imported"));
        QVERIFY(!import(folder, "other").unchanged); // another name is another model
        QCOMPARE(m_service->store().list().size(), std::size_t{2});
        write(folder / "model.safetensors", "other weights");
        QCOMPARE(kindOf([&] { import(folder); }), "exists");
        QCOMPARE(m_service->store().list().size(), std::size_t{2});
    }

    void linksToFilesAreFollowed()
    {
        const fs::path real = makeModel("real");
        const fs::path links = temporary() / "links";
        fs::create_directory(links);
        for (const char* name : {"config.json", "model.safetensors", "vocab.txt", "README.md"})
            fs::create_symlink(fs::path("../real") / name, links / name);
        const auto first = import(real), second = import(links);
        QVERIFY(second.unchanged);
        QCOMPARE(first.model.hash, second.model.hash);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("remove");
        QTest::addColumn<QString>("make");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* remove, const char* make, const char* words) {
            QTest::newRow(name) << remove << make << words;
        };
        row("no config", "config.json", "", "no config.json");
        row("no weights", "model.safetensors", "", "model.safetensors is missing");
        row("a pickle", "model.safetensors", "pytorch_model.bin", "safe_serialization=True");
        row("weights in pieces", "model.safetensors", "model.safetensors.index.json", "max_shard_size");
        row("TensorFlow", "model.safetensors", "tf_model.h5", "another framework");
        row("no tokeniser", "vocab.txt", "", "neither tokenizer.json nor vocab.txt");
        row("a link to nothing", "model.safetensors", "link model.safetensors",
            "link to a file that is not there");
        row("a pipe", "vocab.txt", "pipe vocab.txt", "a pipe");
        row("a folder for a file", "config.json", "folder config.json", "a folder");
        row("a damaged tokeniser", "vocab.txt", "vocab.txt", "vocab.txt");
    }
    void refused()
    {
        QFETCH(QString, remove);
        QFETCH(QString, make);
        QFETCH(QString, words);
        const fs::path folder = makeModel();
        fs::remove(folder / remove.toStdString());
        const fs::path place = folder / make.section(' ', -1).toStdString();
        if (make.startsWith("link"))
            fs::create_symlink("nowhere", place);
        else if (make.startsWith("pipe"))
            QCOMPARE(::mkfifo(place.c_str(), 0600), 0);
        else if (make.startsWith("folder"))
            fs::create_directory(place);
        else if (!make.isEmpty())
            write(place, "x");
        const auto error = errorOf([&] { import(folder); });
        QVERIFY(error);
        QVERIFY2(error->message().find(words.toStdString()) != std::string::npos, error->what());
        QVERIFY2(error->message().find(folder.string()) != std::string::npos, error->what());
        QVERIFY(m_service->store().list().empty());
        QCOMPARE(m_fixture->events(), std::string());
    }

    void noFolder()
    {
        QCOMPARE(kindOf([&] { import(temporary() / "nowhere"); }), "not_found");
        write(temporary() / "file", "x");
        QCOMPARE(kindOf([&] { import(temporary() / "file"); }), "invalid_argument");
        QCOMPARE(kindOf([&] { import(makeModel(), "a/b"); }), "invalid_argument");
    }

    void modelAndTokeniserDoNotGoTogether()
    {
        m_engine.facts.vocabularySize = 5;
        const auto error = errorOf([&] { import(makeModel()); });
        QVERIFY(error && error->message().find("knows 6 tokens") != std::string::npos);
    }

    void weightsOfTheEncoderAreMissing()
    {
        m_engine.facts.missingKeys = {"encoder.layer.0.output.dense.weight", "classifier.weight"};
        const auto error = errorOf([&] { import(makeModel()); });
        QVERIFY(error);
        QVERIFY2(error->message().find("Missing: encoder.layer.0.output.dense.weight.") != std::string::npos,
                 error->what());
    }

    void rights()
    {
        m_refused = {TrainAction::Import};
        QCOMPARE(kindOf([&] { import(makeModel()); }), "not_allowed");
        m_refused.clear();
        m_fixture->workspace().setSigner(nullptr);
        QCOMPARE(kindOf([&] { import(makeModel()); }), "no_member");
    }

    void cancelling()
    {
        base::CancellationSource source;
        source.request();
        base::Progress progress;
        QCOMPARE(kindOf([&] { m_service->import(makeModel(), "MiniLM", source.token(), progress); }),
                 "cancelled");
        QVERIFY(m_service->store().list().empty());
    }

    void trashAndBack()
    {
        const fs::path folder = makeModel();
        const auto first = import(folder).model;
        m_service->trash(first.id);
        QVERIFY(m_service->store().list().empty());
        QCOMPARE(m_service->store().trashed().size(), std::size_t{1});
        const auto error = errorOf([&] { m_service->resolve("MiniLM"); });
        QVERIFY(error && error->message().find("lepton basemodel import") != std::string::npos);
        const auto second = import(folder).model; // the name is free
        QVERIFY(second.id != first.id);
        QCOMPARE(kindOf([&] { m_service->restore(first.id); }), "exists");
        m_service->trash(second.id);
        m_service->restore(first.id);
        QVERIFY(m_service->resolve("MiniLM").id == first.id);
        QCOMPARE(kindOf([&] { m_service->trash(train::BaseModelId::generate()); }), "not_found");
        QCOMPARE(m_fixture->events(), std::string("basemodel.imported basemodel.trashed basemodel.imported "
                                                  "basemodel.trashed basemodel.restored"));
    }

    void theFolderIsMadeOnceAndMended()
    {
        const auto model = import(makeModel()).model;
        const fs::path folder = m_service->folder(model);
        struct stat before
        {
        }, after{};
        QCOMPARE(::stat(folder.c_str(), &before), 0);
        QVERIFY(m_service->folder(model) == folder);
        QCOMPARE(::stat(folder.c_str(), &after), 0);
        QCOMPARE(before.st_ino, after.st_ino);
        fs::remove(folder / "config.json");
        QVERIFY(m_service->folder(model) == folder);
        QCOMPARE(contentOf(folder / "config.json"), std::string("{}"));
        fs::remove(folder / "config.json");
        write(folder / "config.json", "forged");
        m_service->folder(model);
        QCOMPARE(contentOf(folder / "config.json"), std::string("{}"));
        fs::remove_all(folder);
        write(folder, "a file in its place");
        m_service->folder(model);
        QCOMPARE(contentOf(folder / "config.json"), std::string("{}"));
        QCOMPARE(std::distance(fs::directory_iterator(folder.parent_path()), fs::directory_iterator()),
                 std::ptrdiff_t{1}); // nothing is left over
    }

    void manyMakeTheFolderAtOnce()
    {
        const auto model = import(makeModel()).model;
        fs::remove_all(m_service->folder(model));
        std::vector<std::string> kinds(8);
        {
            std::vector<std::jthread> threads;
            for (std::string& kind : kinds)
                threads.emplace_back([&] {
                    kind = kindOf([&] {
                        if (contentOf(m_service->folder(model) / "vocab.txt") != vocabulary)
                            throw base::Error(base::ErrorCode::Internal, "Not whole.");
                    });
                });
        }
        for (const std::string& kind : kinds)
            QCOMPARE(kind, std::string("none"));
    }

    void anObjectThatIsMissingIsTold()
    {
        const auto model = import(makeModel()).model;
        fs::remove(m_fixture->workspace().objects().path(model.files.at("vocab.txt").hash));
        QCOMPARE(kindOf([&] { m_service->folder(model); }), "not_found");
    }

    void aNameThatLeadsOutIsRefused()
    {
        const auto object = m_fixture->keep("x");
        for (const char* name : {"../x", "/x", "..", ""})
            QCOMPARE(kindOf([&] {
                         train::modelFolder(m_fixture->workspace(), {{name, object}});
                     }),
                     "damaged");
    }
};

QTEST_GUILESS_MAIN(TestBaseModelService)
#include "tst_base_model_service.moc"
