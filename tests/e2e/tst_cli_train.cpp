// SPDX-License-Identifier: GPL-3.0-or-later
// The main job from the command line: base model, training, report, model, and what may come between.
#include "support/cli.h"
#include "support/small_encoder.h"
#include "support/tiny_bert.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <sqlite3.h>

#include <limits>
#include <map>
#include <set>

using lepton::testing::Cli;
using lepton::testing::CliResult;
using nlohmann::json;

namespace {

/// Texts of a few words that tell their class; @p rows of them, the same each time.
QByteArray reviews(int rows)
{
    QByteArray table = "text,label\n";
    std::uint32_t state = 7;
    const auto next = [&state](std::uint32_t bound) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8) % bound;
    };
    const QList<QByteArray> good{"good", "fine", "very good"};
    const QList<QByteArray> bad{"bad", "poor", "not good"};
    const QList<QByteArray> things{"day", "film", "the film", "the day"};
    for (int i = 0; i < rows; ++i) {
        const bool positive = next(2) == 0;
        const auto& words = positive ? good : bad;
        table += things[next(4)] + " was " + words[next(3)];
        for (std::uint32_t more = next(12); more > 0; --more)
            table += QByteArray(" ") + static_cast<char>('a' + next(26));
        table += " " + QByteArray::number(i) + (positive ? ",positive\n" : ",negative\n");
    }
    return table;
}

std::vector<json> linesOf(const QByteArray& out)
{
    std::vector<json> lines;
    for (const QByteArray& line : out.trimmed().split('\n'))
        lines.push_back(json::parse(line.toStdString(), nullptr, false));
    return lines;
}

/// The values of all metrics that do not tell times, by key and step, as text so that bits are compared.
std::map<std::string, std::string> pointsOf(const std::vector<json>& lines)
{
    std::map<std::string, std::string> points;
    for (const json& line : lines) {
        if (line.value("event", "") != "metric" || line["key"] == "train/seconds")
            continue;
        points[line["key"].get<std::string>() + "@" + std::to_string(line["step"].get<int>())] =
            line["value"].dump();
    }
    return points;
}

std::string hashOf(const json& run, const std::string& file)
{
    for (const json& artifact : run["lineage"]["artifacts"]) {
        if (artifact["name"] == file)
            return artifact["hash"];
    }
    return "no " + file;
}

} // namespace

class TestCliTrain : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cli> m_cli;

    QStringList trainTiny(const QStringList& settings, const QString& dataset = "reviews") const
    {
        QStringList arguments{"train", "--dataset",   dataset, "--text", "text",         "--label",
                              "label", "--basemodel", "tiny",  "--set",  "max_length=20"};
        for (const QString& setting : settings)
            arguments += {"--set", setting};
        return arguments;
    }

    void importTable(const QString& name, const QByteArray& table) const
    {
        const CliResult result =
            m_cli->run({"dataset", "import", m_cli->writeFile(name + ".csv", table), "--name", name});
        QVERIFY2(result.code == 0, result.err);
    }

    json show(const QString& run) const { return m_cli->json({"run", "show", run}).json(); }

    void exportToOtherPrograms()
    {
        for (const char* format : {"mlflow", "tensorboard"}) {
            const QString folder = m_cli->folder() + "/" + format;
            const CliResult out = m_cli->json({"run", "export", "R-1", folder, "--format", format});
            QVERIFY2(out.code == 0, out.err);
            QCOMPARE(json::parse(out.out.toStdString())["format"].get<std::string>(), std::string(format));
            const CliResult again = m_cli->json({"run", "export", "R-1", folder, "--format", format});
            QCOMPARE(again.code, 1);
            QVERIFY(again.out.contains("\"exists\""));
        }
        QDirIterator weights(m_cli->folder() + "/mlflow", {"model.safetensors"}, QDir::Files,
                             QDirIterator::Subdirectories);
        QVERIFY(weights.hasNext());
        QCOMPARE(QDir(m_cli->folder() + "/tensorboard").entryList({"events.out.tfevents.*"}).size(), 1);
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<Cli>();
        m_cli->makeWorkspace();
        const QString folder = m_cli->folder() + "/tiny";
        lepton::testing::writeTinyBert(folder.toStdString());
        const CliResult result = m_cli->json({"basemodel", "import", folder, "--name", "tiny"});
        QVERIFY2(result.code == 0, result.text());
        importTable("reviews", reviews(240));
    }

private:
    /// The report of R-1 as a file that holds the text @p report.
    void writesTheReportAsOneFile(const QByteArray& report)
    {
        const QString file = m_cli->folder() + "/report.html";
        QCOMPARE(m_cli->run({"run", "report", "R-1", "--html", file}).code, 0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray html = written.readAll();
        QVERIFY(html.contains("<pre>" + report + "</pre>"));
        QVERIFY(html.contains("No change is shown"));
        const json again =
            m_cli->json({"run", "report", "R-1", "--html", file, "--language", "zh", "--samples", "0"})
                .json();
        QCOMPARE(again["file"].get<std::string>(), file.toStdString());
        QFile chinese(file);
        QVERIFY(chinese.open(QIODevice::ReadOnly));
        QVERIFY(chinese.readAll().contains("lang=\"zh-Hans\""));
        const CliResult nowhere =
            m_cli->run({"run", "report", "R-1", "--html", m_cli->folder() + "/no/report.html"});
        QCOMPARE(nowhere.code, 1);
        QVERIFY(nowhere.err.startsWith("error: "));
    }

private Q_SLOTS:
    void baseModelsAreListed()
    {
        const json models = m_cli->json({"basemodel", "list"}).json();
        QCOMPARE(models["basemodels"].size(), std::size_t{1});
        QCOMPARE(models["basemodels"][0]["layers"].get<int>(), 2);
        const CliResult again =
            m_cli->json({"basemodel", "import", m_cli->folder() + "/tiny", "--name", "tiny"});
        QCOMPARE(again.code, 0);
        QCOMPARE(again.json()["unchanged"].get<bool>(), true);
    }

    void wholePath()
    {
        const CliResult trained = m_cli->json(trainTiny({"epochs=2", "learning_rate=1e-3"}));
        QVERIFY2(trained.code == 0, trained.text());
        const auto lines = linesOf(trained.out);
        const json completed = lines.back();
        QCOMPARE(completed["event"].get<std::string>(), std::string("completed"));
        const auto points = pointsOf(lines);
        for (const char* key : {"train/loss", "train/tokens", "train/learning_rate", "train/gradient_norm"}) {
            for (int step = 1; step <= 24; ++step)
                QVERIFY2(points.contains(std::string(key) + "@" + std::to_string(step)), key);
        }
        QVERIFY(points.contains("validation/macro_f1@12"));
        QVERIFY(points.contains("validation/macro_f1@24"));
        QVERIFY(points.contains("test/accuracy@24"));
        QVERIFY(completed["metrics"]["tokens_per_second"].get<double>() > 0);
        std::set<std::string> states;
        for (const json& line : lines) {
            if (line["event"] == "state")
                states.insert(line["state"].get<std::string>());
        }
        QVERIFY(states.contains("running"));
        QVERIFY(states.contains("completed"));

        const json list = m_cli->json({"run", "list"}).json();
        QCOMPARE(list["runs"][0]["number"].get<int>(), 1);
        QCOMPARE(list["runs"][0]["state"].get<std::string>(), std::string("completed"));
        const json run = show("R-1");
        QCOMPARE(run["run"], completed["run"]);
        QCOMPARE(run["recipe"]["epochs"].get<int>(), 2);
        QCOMPARE(run["recipe_hash"].get<std::string>().size(), std::size_t{64});
        QCOMPARE(run["metrics"], completed["metrics"]);
        std::set<std::string> logged;
        for (const json& line : run["log"]) // nothing is told twice
            QVERIFY2(logged.insert(line.get<std::string>()).second, line.dump().c_str());
        QVERIFY(logged.size() > 1);

        const CliResult report = m_cli->run({"run", "report", "1"});
        QVERIFY(report.out.contains("macro avg"));
        QCOMPARE(m_cli->json({"run", "report", "R-1"}).json(), completed["report"]);
        writesTheReportAsOneFile(report.out);

        const CliResult predicted =
            m_cli->runWithInput({"predict", "R-1", "--proba"}, "the film was good\n\nvery poor day\n");
        QVERIFY2(predicted.code == 0, predicted.err);
        const auto answers = linesOf(predicted.out);
        QCOMPARE(answers.size(), std::size_t{3});
        const double sum =
            answers[0]["scores"]["positive"].get<double>() + answers[0]["scores"]["negative"].get<double>();
        QVERIFY(std::abs(sum - 1) < 1e-6);
        const CliResult jsonLines =
            m_cli->runWithInput({"predict", "R-1", "--jsonl"}, "\"the film was good\"\n{\"text\":\"x\"}\n");
        QCOMPARE(linesOf(jsonLines.out)[0]["label"], answers[0]["label"]);
        QCOMPARE(m_cli->runWithInput({"predict", "R-1", "--jsonl"}, "{\"words\":\"x\"}\n").code, 1);

        const QString folder = m_cli->folder() + "/out";
        QCOMPARE(m_cli->run({"run", "export", "R-1", folder}).code, 0);
        for (const char* name : {"config.json", "model.safetensors", "vocab.txt", "README.md"})
            QVERIFY2(QFile::exists(folder + "/" + name), name);
        QFile config(folder + "/config.json");
        QVERIFY(config.open(QIODevice::ReadOnly));
        const json written = json::parse(config.readAll().toStdString());
        QCOMPARE(written["id2label"]["0"].get<std::string>(), std::string("negative"));
        QCOMPARE(m_cli->run({"run", "export", "R-1", folder}).code, 1);
        exportToOtherPrograms();
        QCOMPARE(m_cli->run({"run", "resume", "R-1"}).code, 1);
        QCOMPARE(m_cli->json({"audit", "verify"}).code, 0);
    }

    void equalRecipesGiveEqualModels()
    {
        const auto first = linesOf(m_cli->json(trainTiny({"epochs=1"})).out);
        const auto second = linesOf(m_cli->json(trainTiny({"epochs=1", "checkpoint_every=3"})).out);
        QVERIFY(!pointsOf(first).empty());
        QCOMPARE(pointsOf(second), pointsOf(first));
        QCOMPARE(hashOf(show("R-2"), "model.safetensors"), hashOf(show("R-1"), "model.safetensors"));
        QCOMPARE(show("R-2")["recipe_hash"], show("R-1")["recipe_hash"]);
        m_cli->json(trainTiny({"epochs=1", "seed=2"}));
        QVERIFY(hashOf(show("R-3"), "model.safetensors") != hashOf(show("R-1"), "model.safetensors"));
        QVERIFY(show("R-3")["recipe_hash"] != show("R-1")["recipe_hash"]);
    }

    void interruptedBySignalGoesOn()
    {
        const QStringList settings{"epochs=20", "checkpoint_every=1000"};
        const auto whole = linesOf(m_cli->json(trainTiny(settings)).out);
        auto process = m_cli->start(trainTiny(settings) + QStringList{"--json"});
        QByteArray out;
        while (!out.contains("\"step\":15,")) {
            QVERIFY(process->waitForReadyRead(60'000));
            out += process->readAllStandardOutput();
        }
        process->terminate();
        CliResult ended = Cli::finish(*process);
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains("run resume R-2"), ended.err);
        QCOMPARE(show("R-2")["state"].get<std::string>(), std::string("interrupted"));
        const CliResult resumed = m_cli->json({"run", "resume", "R-2"});
        QVERIFY2(resumed.code == 0, resumed.text());
        const auto rest = pointsOf(linesOf(resumed.out));
        QVERIFY(!rest.contains("train/loss@1"));
        const auto all = pointsOf(whole);
        for (const auto& [point, value] : rest)
            QCOMPARE(QString::fromStdString(point + " " + value),
                     QString::fromStdString(point + " " + all.at(point)));
        QCOMPARE(hashOf(show("R-2"), "model.safetensors"), hashOf(show("R-1"), "model.safetensors"));
        QCOMPARE(show("R-2")["best_step"], show("R-1")["best_step"]);
    }

    void killedAtAnyMomentGoesOn()
    {
        const int wanted = qEnvironmentVariableIsSet("LEPTON_LONG") ? 50 : 12;
        const QStringList settings{"epochs=6", "checkpoint_every=5"};
        const auto whole = linesOf(m_cli->json(trainTiny(settings)).out);
        QCOMPARE(whole.back()["event"].get<std::string>(), std::string("completed"));
        const std::string model = hashOf(show("R-1"), "model.safetensors");
        QElapsedTimer timer;
        timer.start();
        m_cli->json(trainTiny(settings));
        const int length = static_cast<int>(timer.elapsed());
        int kills = 0;
        int number = 2;
        QRandomGenerator random(20);
        while (kills < wanted) {
            ++number;
            auto process = m_cli->start(trainTiny(settings));
            for (;;) {
                if (!process->waitForFinished(random.bounded(length))) {
                    process->kill();
                    process->waitForFinished();
                    ++kills;
                } else if (process->exitCode() == 0) {
                    break;
                }
                const json newest = m_cli->json({"run", "list"}).json()["runs"][0];
                if (newest["number"].get<int>() < number)
                    process = m_cli->start(trainTiny(settings)); // killed before there was a run
                else if (newest["state"] == "completed")
                    break; // killed after its end
                else
                    process = m_cli->start({"run", "resume", "R-" + QString::number(number)});
            }
            const json run = show("R-" + QString::number(number));
            QCOMPARE(run["state"].get<std::string>(), std::string("completed"));
            QCOMPARE(hashOf(run, "model.safetensors"), model);
        }
        QCOMPARE(m_cli->json({"audit", "verify"}).code, 0);
        QCOMPARE(m_cli->json({"doctor"}).code, 0);
    }

    void onlyOneProcessTakesARunUp()
    {
        auto first = m_cli->start(trainTiny({"epochs=400"}) + QStringList{"--json"});
        QByteArray out;
        while (!out.contains("\"step\":3,")) {
            QVERIFY(first->waitForReadyRead(60'000));
            out += first->readAllStandardOutput();
        }
        const CliResult second = m_cli->json({"run", "resume", "R-1"});
        QCOMPARE(second.code, 1);
        QCOMPARE(second.json()["error"]["kind"].get<std::string>(), std::string("busy"));
        first->kill();
        first->waitForFinished();
        // Both of two that come at once cannot have it.
        auto one = m_cli->start({"run", "resume", "R-1", "--json"});
        auto two = m_cli->start({"run", "resume", "R-1", "--json"});
        QTRY_VERIFY_WITH_TIMEOUT(one->state() == QProcess::NotRunning || two->state() == QProcess::NotRunning,
                                 60'000);
        QProcess& refused = one->state() == QProcess::NotRunning ? *one : *two;
        QProcess& trains = one->state() == QProcess::NotRunning ? *two : *one;
        QCOMPARE(refused.exitCode(), 1);
        QVERIFY(trains.state() == QProcess::Running);
        trains.kill();
        trains.waitForFinished();
    }

    void aLossThatIsNoNumberEndsTheRun()
    {
        const CliResult result =
            m_cli->json(trainTiny({"learning_rate=1e30", "max_grad_norm=0", "epochs=30"}));
        QCOMPARE(result.code, 1);
        QCOMPARE(linesOf(result.out).back()["error"]["kind"].get<std::string>(), std::string("diverged"));
        QCOMPARE(show("R-1")["state"].get<std::string>(), std::string("failed"));
    }

    /// Weights that are no numbers are refused at once; those that are, and lead to none, when they are used.
    void aBaseModelWithoutNumbersIsNamed()
    {
        const auto import = [this](float weight, const QString& name) {
            const std::vector<float> weights(40 * 16, weight);
            lepton::testing::TinyBertOptions options;
            options.tensors = [&weights](std::vector<lepton::nn::TensorView>& tensors) {
                for (auto& tensor : tensors) {
                    if (tensor.name.ends_with("word_embeddings.weight"))
                        tensor.data = std::as_bytes(std::span(weights));
                }
            };
            const QString folder = m_cli->folder() + "/" + name;
            lepton::testing::writeTinyBert(folder.toStdString(), options);
            return m_cli->json({"basemodel", "import", folder, "--name", name});
        };
        const CliResult refused = import(std::numeric_limits<float>::quiet_NaN(), "nothing");
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.out.contains("bad_model") && refused.out.contains("word_embeddings.weight"),
                 refused.out);
        QCOMPARE(import(std::numeric_limits<float>::max(), "huge").code, 0);
        QStringList arguments = trainTiny({"max_steps=3"});
        arguments[arguments.indexOf("--basemodel") + 1] = "huge";
        const CliResult result = m_cli->json(arguments);
        QCOMPARE(result.code, 1);
        QCOMPARE(linesOf(result.out).back()["error"]["kind"].get<std::string>(), std::string("bad_model"));
        QVERIFY2(result.err.contains("base model"), result.err);
    }

    void badInputIsRefused_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no label column")
            << QByteArray("text,class\na,b\nc,d\n") << QStringList() << QByteArray("label");
        QTest::newRow("one class") << QByteArray("text,label\na,x\nb,x\nc,x\n") << QStringList()
                                   << QByteArray("class");
        QTest::newRow("only missing texts")
            << QByteArray("text,label\n,x\n,y\n,x\n,y\n") << QStringList() << QByteArray("text");
        QTest::newRow("length over the positions")
            << reviews(60) << QStringList{"max_length=128", "epochs=1"} << QByteArray("20");
        QTest::newRow("unknown key") << reviews(60) << QStringList{"epoch=1"} << QByteArray("epochs");
        QTest::newRow("bad value") << reviews(60) << QStringList{"learning_rate=fast"}
                                   << QByteArray("learning_rate");
        QTest::newRow("shares over one")
            << reviews(60) << QStringList{"split_train=0.9", "split_test=0.9"} << QByteArray("1");
    }

    void badInputIsRefused()
    {
        QFETCH(QByteArray, table);
        QFETCH(QStringList, settings);
        QFETCH(QByteArray, sentence);
        importTable("bad", table);
        const CliResult result = m_cli->run(trainTiny(settings, "bad"));
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains("error: ") && result.err.contains(sentence), result.err);
        QCOMPARE(m_cli->json({"run", "list"}).json()["runs"].size(), std::size_t{0});
    }

    void oddDataTrains_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("notice");
        QByteArray classes = reviews(60);
        for (int i = 0; i < 10'000; ++i)
            classes += "text " + QByteArray::number(i) + ",class " + QByteArray::number(i) + "\n";
        QTest::newRow("10,000 classes") << classes << QByteArray("class");
        QTest::newRow("labels that differ by case and blanks")
            << reviews(60) + reviews(60).mid(11).replace("positive", "Positive ") << QByteArray("Positive ");
        QTest::newRow("missing texts and labels") << reviews(60) + ",positive\n\"  \",negative\nsome text,\n"
                                                  << QByteArray("3");
        QTest::newRow("a text of 1 MB")
            << reviews(60) + QByteArray("very good ").repeated(100'000) + ",positive\n"
            << QByteArray();
        QTest::newRow("a batch larger than the data") << reviews(40) << QByteArray();
        QTest::newRow("quotes and line ends in labels")
            << reviews(60).replace("negative", "\"not, \"\"so\"\"\ngood\"") << QByteArray();
    }

    void oddDataTrains()
    {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, notice);
        importTable("odd", table);
        const CliResult result = m_cli->json(trainTiny({"max_steps=2", "batch_size=64"}, "odd"));
        QVERIFY2(result.code == 0, result.text().right(2000));
        QVERIFY2(result.err.contains(notice), result.err);
        QCOMPARE(m_cli->run({"run", "report", "R-1"}).code, 0);
        QCOMPARE(m_cli->runWithInput({"predict", "R-1"}, "a good day\n").code, 0);
    }

    void aDataSetInTheTrashDoesNotStopARun()
    {
        auto process = m_cli->start(trainTiny({"epochs=60"}) + QStringList{"--json"});
        QByteArray out;
        while (!out.contains("\"step\":3,")) {
            QVERIFY(process->waitForReadyRead(60'000));
            out += process->readAllStandardOutput();
        }
        QCOMPARE(m_cli->run({"dataset", "trash", "reviews"}).code, 0);
        process->terminate();
        QCOMPARE(Cli::finish(*process).code, 1);
        QCOMPARE(show("R-1")["state"].get<std::string>(), std::string("interrupted"));
        // It goes on from the trash, and is refused when the trash is empty.
        auto again = m_cli->start({"run", "resume", "R-1", "--json"});
        out.clear();
        while (!out.contains("train/loss")) {
            QVERIFY(again->waitForReadyRead(60'000));
            out += again->readAllStandardOutput();
        }
        again->terminate();
        Cli::finish(*again);
        QCOMPARE(m_cli->run({"dataset", "empty-trash"}).code, 0);
        const CliResult refused = m_cli->json({"run", "resume", "R-1"});
        QCOMPARE(refused.code, 1);
        QCOMPARE(linesOf(refused.out).back()["error"]["kind"].get<std::string>(), std::string("not_found"));
        QVERIFY2(refused.err.contains("reviews"), refused.err);
    }

    void aLockedCatalogIsWaitedFor()
    {
        auto process = m_cli->start(trainTiny({"epochs=4"}) + QStringList{"--json"});
        QByteArray out;
        while (!out.contains("\"step\":1,")) {
            QVERIFY(process->waitForReadyRead(60'000));
            out += process->readAllStandardOutput();
        }
        sqlite3* catalog = nullptr;
        const QByteArray file = (m_cli->folder() + "/workspace/catalog.db").toUtf8();
        QCOMPARE(sqlite3_open(file, &catalog), SQLITE_OK);
        sqlite3_busy_timeout(catalog, 10'000);
        QCOMPARE(sqlite3_exec(catalog, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        QVERIFY2(!process->waitForFinished(30'000), "It cannot have ended: nothing could be saved.");
        QCOMPARE(sqlite3_exec(catalog, "ROLLBACK", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(catalog);
        const CliResult result = Cli::finish(*process);
        QVERIFY2(result.code == 0, result.err);
        QCOMPARE(show("R-1")["state"].get<std::string>(), std::string("completed"));
    }

    void aFullDiskAtACheckpointKeepsTheOneBefore()
    {
        const QString folder = m_cli->folder() + "/encoder";
        if (!lepton::testing::makeSmallEncoder(folder.toStdString(), 1))
            QSKIP("The folder of all-MiniLM-L6-v2 is not here (LEPTON_MINILM_DIR).");
        QCOMPARE(m_cli->run({"basemodel", "import", folder, "--name", "one layer"}).code, 0);
        const QStringList train{"train",       "--dataset", "reviews",           "--text",    "text",
                                "--label",     "label",     "--basemodel",       "one layer", "--set",
                                "max_steps=6", "--set",     "checkpoint_every=2"};
        m_cli->limitFileSize(100'000'000); // weights fit, a checkpoint with its moments does not
        const CliResult full = m_cli->json(train);
        QCOMPARE(full.code, 1);
        QCOMPARE(linesOf(full.out).back()["error"]["kind"].get<std::string>(), std::string("no_space"));
        QCOMPARE(show("R-1")["state"].get<std::string>(), std::string("failed"));
        m_cli->limitFileSize(0);
        const CliResult resumed = m_cli->json({"run", "resume", "R-1"});
        QVERIFY2(resumed.code == 0, resumed.text());
        QCOMPARE(m_cli->json({"doctor"}).code, 0);
    }

    void aDamagedModelIsNotHandedOut()
    {
        QCOMPARE(m_cli->run(trainTiny({"max_steps=2"})).code, 0);
        const QString hash = QString::fromStdString(hashOf(show("R-1"), "model.safetensors"));
        const QString object = m_cli->folder() + "/workspace/objects/" + hash.left(2) + "/" + hash.mid(2);
        QFile file(object);
        QVERIFY(file.setPermissions(file.permissions() | QFile::WriteOwner));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() - 64));
        QCOMPARE(file.write("damaged"), qint64{7});
        file.close();
        const QString folder = m_cli->folder() + "/out";
        const CliResult exported = m_cli->json({"run", "export", "R-1", folder});
        QCOMPARE(exported.code, 1);
        QCOMPARE(exported.json()["error"]["kind"].get<std::string>(), std::string("damaged"));
        QVERIFY(QDir(folder).isEmpty()); // so that the next attempt is not in its own way
        QCOMPARE(m_cli->runWithInput({"predict", "R-1"}, "good\n").code, 1);
    }

    void aRunOfADeadProcessIsInterrupted()
    {
        auto process = m_cli->start(trainTiny({"epochs=400"}) + QStringList{"--json"});
        QByteArray out;
        while (!out.contains("train/loss")) {
            QVERIFY(process->waitForReadyRead(60'000));
            out += process->readAllStandardOutput();
        }
        process->kill();
        process->waitForFinished();
        const json list = m_cli->json({"run", "list"}).json();
        QCOMPARE(list["runs"][0]["state"].get<std::string>(), std::string("interrupted"));
    }

    void listsNamesAndComparesRuns()
    {
        for (const char* seed : {"seed=1", "seed=2"})
            QCOMPARE(m_cli->run(trainTiny({"max_steps=2", seed})).code, 0);
        QCOMPARE(m_cli->json({"run", "rename", "R-1", "First try"}).json()["runs"][0]["name"],
                 json("First try"));
        m_cli->json({"run", "tag", "R-1", "baseline", "数据"});
        QCOMPARE(m_cli->json({"run", "untag", "R-1", "BASELINE"}).json()["runs"][0]["tags"], json({"数据"}));
        const auto numbers = [this](const QStringList& options) {
            QStringList all;
            const json list = m_cli->json(QStringList{"run", "list"} + options).json();
            for (const json& run : list["runs"])
                all << QString::number(run["number"].get<int>());
            return all.join(' ');
        };
        QCOMPARE(numbers({}), QStringLiteral("2 1"));
        QCOMPARE(numbers({"--filter", "name = 'First try' and macro_f1 is not null"}), QStringLiteral("1"));
        QCOMPARE(numbers({"--sort", "seed"}), QStringLiteral("1 2"));
        QCOMPARE(numbers({"--sort", "seed:desc", "--limit", "1"}), QStringLiteral("2"));
        const CliResult refused = m_cli->json({"run", "list", "--filter", "macro_f1 >"});
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.json()["error"]["kind"], json("bad_filter"));
        QCOMPARE(m_cli->json({"run", "list", "--sort", "weather"}).json()["error"]["kind"],
                 json("unknown_column"));

        const json compared = m_cli->json({"run", "compare", "R-1", "R-2"}).json();
        QCOMPARE(compared["comparable"], json(false)); // each seed splits the rows anew
        QVERIFY(compared["sentence"].get<std::string>().find("another seed") != std::string::npos);
        QCOMPARE(compared["seed_groups"].size(), std::size_t{1});
        std::set<std::string> settings;
        for (const json& difference : compared["differences"]) {
            if (difference["kind"] == "setting")
                settings.insert(difference["key"].get<std::string>());
        }
        QCOMPARE(settings, std::set<std::string>{"seed"});
        QVERIFY(m_cli->run({"run", "compare", "R-1", "R-2"}).out.contains("differ only in seed"));
        QCOMPARE(m_cli->run({"run", "compare", "R-1"}).code, 2);

        QCOMPARE(m_cli->run({"run", "trash", "R-1"}).code, 0);
        QCOMPARE(numbers({}), QStringLiteral("2"));
        QCOMPARE(numbers({"--trashed"}), QStringLiteral("1"));
        QCOMPARE(m_cli->json({"run", "resume", "R-1"}).code, 1);
        QCOMPARE(m_cli->run({"run", "restore", "R-1"}).code, 0);
        QCOMPARE(numbers({}), QStringLiteral("2 1"));
        QVERIFY(m_cli->json({"audit", "verify"}).json()["ok"].get<bool>());
    }

    void aReaderThatGoesAwayInterruptsTheRun()
    {
        QProcess shell;
        shell.setProcessEnvironment(m_cli->environment());
        shell.setWorkingDirectory(m_cli->folder());
        const QStringList words = QStringList{Cli::binary()} + trainTiny({"epochs=400"});
        // four states, and some metrics of the first step: there is something to keep
        shell.start("sh", {"-c", "'" + words.join("' '") + "' --json | head -n 8"});
        QVERIFY(shell.waitForFinished(120'000));
        QVERIFY2(shell.readAllStandardError().contains("run resume R-1"), "It says how to go on.");
        const json run = show("R-1");
        QCOMPARE(run["state"].get<std::string>(), std::string("interrupted"));
        QVERIFY(hashOf(run, "checkpoint").size() == 64);
    }

    void waitingForInputCanBeInterrupted_data()
    {
        QTest::addColumn<QStringList>("verb");
        QTest::newRow("predict") << QStringList{"predict", "R-1"};
        QTest::newRow("tokenize") << QStringList{"tokenize", "--model", "tiny"};
    }

    void waitingForInputCanBeInterrupted()
    {
        QFETCH(QStringList, verb);
        QCOMPARE(m_cli->run(trainTiny({"max_steps=2"})).code, 0);
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        process.setWorkingDirectory(m_cli->folder());
        process.start(Cli::binary(), verb);
        QVERIFY(process.waitForStarted());
        process.write("a line\n");
        QVERIFY(process.waitForReadyRead(60'000)); // it answers, and waits for more
        process.terminate();
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 1);
    }

    void placesOfErrorsAreTold()
    {
        QCOMPARE(m_cli->run(trainTiny({"max_steps=2"})).code, 0);
        const CliResult predicted = m_cli->runWithInput({"predict", "R-1", "--json"},
                                                        QByteArray("good\n").repeated(300'000) + "\xFF\n");
        QCOMPARE(predicted.code, 1);
        QCOMPARE(linesOf(predicted.out).back()["error"]["line"].get<int>(), 300'001);
        importTable("parts", "text,label,part\na,x,train\nb,y,train\nc,x,tset\nd,y,test\n");
        const json error = m_cli->json(trainTiny({"split_column=part"}, "parts")).json()["error"];
        QCOMPARE(error["row"].get<int>(), 3);
        QCOMPARE(error["column"].get<std::string>(), std::string("part"));
        const auto kind = [this](const QStringList& arguments) {
            return m_cli->json(arguments).json()["error"]["kind"].get<std::string>();
        };
        QCOMPARE(kind(trainTiny({"max_length=21"})), std::string("bad_recipe"));
        QCOMPARE(kind(trainTiny({"split_test=0.9"})), std::string("bad_recipe"));
        QStringList unknown = trainTiny({});
        unknown[unknown.indexOf("--text") + 1] = "txt";
        QCOMPARE(kind(unknown), std::string("unknown_column"));
        QCOMPARE(m_cli->run({"tokenize", "--model", "tiny", "--max-length", "-3"}).code, 2);
        QCOMPARE(m_cli->run({"run", "export", "R-1", ""}).code, 2);
        QCOMPARE(m_cli->run({"basemodel", "import", "", "--name", "x"}).code, 2);
    }

    void recipeFiles_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("empty") << QByteArray(" \n") << QByteArray("empty");
        QTest::newRow("no JSON") << QByteArray("epochs=3") << QByteArray("line 1");
        QTest::newRow("a key twice") << QByteArray("{\"epochs\":1,\"epochs\":7}") << QByteArray("twice");
        QTest::newRow("unknown key") << QByteArray("{\"epoch\":1}") << QByteArray("epochs");
    }

    void recipeFiles()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(QByteArray, sentence);
        const QString file = m_cli->writeFile("recipe.json", recipe);
        const CliResult refused = m_cli->json(trainTiny({}) + QStringList{"--recipe", file});
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.json()["error"]["kind"].get<std::string>(), std::string("bad_recipe"));
        QVERIFY2(refused.err.contains(sentence), refused.err);
    }

    void realEncoderLearns()
    {
        const QString folder = m_cli->folder() + "/encoder";
        if (!lepton::testing::makeSmallEncoder(folder.toStdString(), 2))
            QSKIP("The folder of all-MiniLM-L6-v2 is not here (LEPTON_MINILM_DIR).");
        QCOMPARE(m_cli->run({"basemodel", "import", folder, "--name", "two layers"}).code, 0);
        const QString tweets = QStringLiteral(LEPTON_SOURCE_DIR "/resources/samples/tweets_sentiment.tsv");
        QCOMPARE(m_cli->run({"dataset", "import", tweets, "--name", "tweets"}).code, 0);
        const CliResult result =
            m_cli->json({"train", "--dataset", "tweets", "--text", "text", "--label", "label", "--basemodel",
                         "two layers", "--set", "max_steps=200", "--set", "learning_rate=5e-4"});
        QVERIFY2(result.code == 0, result.text());
        const json completed = linesOf(result.out).back();
        // Always the largest class would be 0.56 right.
        QVERIFY2(completed["metrics"]["test/accuracy"].get<double>() > 0.6, result.out.right(2000));
        const CliResult answer = m_cli->runWithInput(
            {"predict", "R-1"}, "I love this so much, great!\nthis is awful, I hate it\n");
        QCOMPARE(linesOf(answer.out)[0]["label"].get<std::string>(), std::string("positive"));
        QCOMPARE(linesOf(answer.out)[1]["label"].get<std::string>(), std::string("negative"));
    }
};

QTEST_GUILESS_MAIN(TestCliTrain)
#include "tst_cli_train.moc"
