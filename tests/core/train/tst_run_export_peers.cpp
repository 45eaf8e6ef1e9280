// SPDX-License-Identifier: GPL-3.0-or-later
// What MLflow and TensorBoard themselves read of exports; skipped where no Python with them is given.
#include "export_fixture.h"
#include "support/tiny_bert.h"

#include "base/cancellation.h"
#include "base/file.h"
#include "train/api/engine.h"
#include "train/engine_loader.h"
#include "train/export/mlflow_keys.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace lepton;
using nlohmann::json;
using testing::ExportFixture;

namespace {

/// A number as the scripts print it.
double numberOf(const json& value)
{
    if (value.is_number())
        return value.get<double>();
    return value == "inf" ? HUGE_VAL : value == "-inf" ? -HUGE_VAL : std::nan("");
}

bool same(double a, double b)
{
    return std::isnan(a) ? std::isnan(b) : a == b;
}

} // namespace

class TestRunExportPeers : public QObject
{
    Q_OBJECT

private:
    ExportFixture m_fixture;
    QTemporaryDir m_folder;
    base::Progress m_progress;

    QString folder(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    std::filesystem::path model() const { return folder("model").toStdString(); }

    /// What a script of tests/peers prints.
    json ask(const char* script, const QStringList& arguments)
    {
        QProcess python;
        python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        python.start(qEnvironmentVariable("LEPTON_PEERS_PYTHON"),
                     QStringList{QStringLiteral(LEPTON_SOURCE_DIR "/tests/peers/") + QLatin1String(script)} +
                         arguments);
        constexpr int patience = 300'000;
        if (!python.waitForFinished(patience) || python.exitCode() != 0)
            return {};
        return json::parse(python.readAllStandardOutput().toStdString(), nullptr, false);
    }

    void compareMlflow(const json& runs)
    {
        QCOMPARE(runs.size(), std::size_t{1});
        const json& run = runs[0];
        QCOMPARE(run.value("experiment", ""), m_fixture.run().datasetName);
        QCOMPARE(run.value("name", ""), std::string("R-1"));
        QCOMPARE(run.value("status", ""), std::string("FINISHED"));
        QCOMPARE(run.value("start", 0LL), 1'700'000'000'500LL);
        QCOMPARE(run.value("end", 0LL), 1'700'000'060'250LL);
        const json& params = run.at("params");
        QCOMPARE(params.value("learning_rate", ""), std::string("2e-05"));
        QCOMPARE(params.value("label_column", ""), std::string("two\nlines"));
        QVERIFY(params.value("class_weights", "").find(ExportFixture::longChinese()) != std::string::npos);
        QCOMPARE(run.at("tags").value("lepton.data_set", ""), m_fixture.run().datasetName + "@3");
        QVERIFY(run.at("tags").value("mlflow.note.content", "").find("| <b> | 0.5") != std::string::npos);
        QVERIFY(run.at("artifacts").dump().find("\"model\"") != std::string::npos);
        QVERIFY(run.at("model").dump().find("model/MLmodel") != std::string::npos);
        std::vector<std::string> keys{"steps", "tokens_per_second"};
        for (const auto& [key, values] : ExportFixture::metrics())
            keys.push_back(key);
        const auto names = train::mlflowKeys(keys);
        QCOMPARE(run.at("metrics").size(), keys.size());
        for (const auto& [key, values] : ExportFixture::metrics())
            compareHistory(run.at("metrics").at(names.at(key)), values, 1);
    }

    /// @p factor turns milliseconds into what the peer counts in.
    void compareHistory(const json& history, const std::vector<double>& values, double factor)
    {
        QCOMPARE(history.size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto point = ExportFixture::point({}, static_cast<std::int64_t>(i) + 1, values[i]);
            QCOMPARE(history[i][0].get<std::int64_t>(), point.step);
            QCOMPARE(history[i][1].get<double>(), static_cast<double>(point.time.milliseconds) * factor);
            const double read = numberOf(history[i][2]);
            QVERIFY2(same(read, values[i]) || same(read, static_cast<double>(static_cast<float>(values[i]))),
                     qPrintable(QString::number(read)));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LEPTON_PEERS_PYTHON"))
            QSKIP("LEPTON_PEERS_PYTHON names no Python that has mlflow and tensorboard");
        testing::writeTinyBert(model(),
                               {.classes = 3, .config = [](json& config) {
                                    config["architectures"] = {"BertForSequenceClassification"};
                                    config["id2label"] = {{"0", "bad"}, {"1", "good"}, {"2", "评论"}};
                                    config["label2id"] = {{"bad", 0}, {"good", 1}, {"评论", 2}};
                                }});
        for (const char* name : {"config.json", "model.safetensors", "vocab.txt"})
            m_fixture.addArtifact(train::ArtifactKind::Model, name, base::readTextFile(model() / name));
        train::exportToMlflow(m_fixture.source(), folder("mlruns").toStdString(), {}, m_progress);
        train::exportToTensorBoard(m_fixture.source(), folder("logs").toStdString(), {}, m_progress);
    }

    void mlflowReadsTheStore()
    {
        const json runs = ask("read_mlflow.py", {folder("mlruns")});
        QVERIFY(runs.is_array());
        compareMlflow(runs);
    }

    void mlflowTakesTheStoreOverIntoADatabase()
    {
        const json runs = ask("read_mlflow.py", {folder("mlruns"), "--migrate", folder("mlflow.db")});
        QVERIFY(runs.is_array());
        const json& metrics = runs.at(0).at("metrics");
        QCOMPARE(metrics.at("train/loss").size(), std::size_t{3});
        QCOMPARE(runs.at(0).at("params").value("learning_rate", ""), std::string("2e-05"));
        QVERIFY(runs.at(0).at("model").dump().find("model/MLmodel") != std::string::npos);
    }

    void mlflowOpensTheModel()
    {
        const QStringList imports{QStringLiteral("-c"),
                                  QStringLiteral("import torch, transformers; torch.no_grad")};
        if (QProcess::execute(qEnvironmentVariable("LEPTON_PEERS_PYTHON"), imports) != 0)
            QSKIP("LEPTON_PEERS_PYTHON names no Python that has transformers and torch, by which MLflow "
                  "opens models");
        const std::vector<std::string> texts{"a very good film .", "bad plots", "not good , not bad"};
        std::filesystem::path exported;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(folder("mlruns").toStdString())) {
            if (entry.path().filename() == "MLmodel")
                exported = entry.path().parent_path();
        }
        QStringList arguments{QString::fromStdString(exported.string())};
        for (const std::string& text : texts)
            arguments << QString::fromStdString(text);
        const json read = ask("read_mlflow_model.py", arguments);
        QVERIFY(read.is_object());

        train::EngineLoader loader;
        const auto predictor = loader.engine().newPredictor(model(), {});
        const std::vector<std::string_view> views(texts.begin(), texts.end());
        const std::vector<float> ours = predictor->predict(views);
        const auto& labels = predictor->labels();
        QCOMPARE(labels.size(), std::size_t{3});
        for (std::size_t text = 0; text < texts.size(); ++text) {
            std::size_t best = 0;
            for (std::size_t i = 0; i < labels.size(); ++i) {
                const float one = ours[text * labels.size() + i];
                QVERIFY(std::abs(read.at("scores")[text].at(labels[i]).get<double>() - double(one)) < 1e-4);
                if (one > ours[text * labels.size() + best])
                    best = i;
            }
            QCOMPARE(read.at("labels")[text].get<std::string>(), labels[best]);
        }
    }

    void tensorBoardReadsTheEvents()
    {
        const json read = ask("read_tensorboard.py", {folder("logs")});
        QVERIFY(read.is_object());
        const json& scalars = read.at("scalars");
        QCOMPARE(scalars.size(), ExportFixture::metrics().size() + 2);
        for (const auto& [key, values] : ExportFixture::metrics())
            compareHistory(scalars.at(key), values, 1e-3);
        QVERIFY(read.at("texts").at("report").dump().find("| <b> | 0.5") != std::string::npos);
        QVERIFY(read.at("texts").at("recipe").dump().find("| learning_rate | 2e-05 |") != std::string::npos);
        QCOMPARE(read.at("hparams").at("learning_rate").get<double>(), 2e-5);
        QCOMPARE(read.at("hparams").value("schedule", ""), std::string("linear"));
        QCOMPARE(read.value("group", ""), std::string("R-1"));
        QCOMPARE(read.value("status", 0), 1);
    }
};

QTEST_GUILESS_MAIN(TestRunExportPeers)
#include "tst_run_export_peers.moc"
