// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/tiny_bert.h"

#include "nn/inspect.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <span>

using namespace lepton;
using nlohmann::json;
using nn::TensorView;
using testing::TinyBertOptions;

namespace {

using Tensors = std::vector<TensorView>;

TensorView& named(Tensors& tensors, const std::string& name)
{
    return *std::ranges::find(tensors, name, &TensorView::name);
}

void drop(Tensors& tensors, const std::string& beginning)
{
    std::erase_if(tensors, [&](const TensorView& tensor) { return tensor.name.starts_with(beginning); });
}

} // namespace

/// Model folders as they are imported: the facts that are found, and the folders that are refused.
class TestModelFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }
    void factsOfABaseModel();
    void factsOfAClassifier();
    void classesWithoutNamesAreNumbered();
    void namesOfOtherVersionsAreKnown();
    void missingPoolerAndUnknownKeysAreListed();
    void halfAHeadIsListed();
    void wrongWeightsAreRefused_data();
    void wrongWeightsAreRefused();
    void weightsThatAreNotFiniteAreRefused_data();
    void weightsThatAreNotFiniteAreRefused();
    void headAndLabelsMustAgree();
    void otherFilesAreRefusedWithTheWayOut_data();
    void otherFilesAreRefusedWithTheWayOut();
    void truncatedWeightsAreRefused();

private:
    std::filesystem::path folder() const { return m_temporary->path().toStdString(); }
    train::ModelFacts facts(const TinyBertOptions& options = {}) const
    {
        testing::writeTinyBert(folder(), options);
        return nn::inspect(folder());
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
};

void TestModelFolder::factsOfABaseModel()
{
    const auto found = facts();
    QCOMPARE(found.architecture, std::string("bert"));
    QCOMPARE(found.layers, std::int64_t{2});
    QCOMPARE(found.hiddenSize, std::int64_t{16});
    QCOMPARE(found.heads, std::int64_t{2});
    QCOMPARE(found.intermediateSize, std::int64_t{24});
    QCOMPARE(found.vocabularySize, std::int64_t{40});
    QCOMPARE(found.maxPositions, std::int64_t{20});
    QCOMPARE(found.dropout, 0.1);
    // Embeddings (40 + 20 + 2) 16 + 32; a layer 4 (16 16 + 16) + 2 16 24 + 24 + 16 + 64; pooler 272.
    QCOMPARE(found.parameters, std::int64_t{1024 + 2 * 1960 + 272});
    QCOMPARE(found.weightType, std::string("F32"));
    QVERIFY(found.labels.empty());
    QVERIFY(found.missingKeys.empty());
    QVERIFY(found.unknownKeys.empty());
}

void TestModelFolder::factsOfAClassifier()
{
    const auto found = facts({.classes = 3, .config = [](json& config) {
                                  config["id2label"] = {{"0", "bad"}, {"1", "fair"}, {"2", "good"}};
                              }});
    QVERIFY(found.labels == (std::vector<std::string>{"bad", "fair", "good"}));
    QCOMPARE(found.parameters, std::int64_t{1024 + 2 * 1960 + 272 + 51});
}

void TestModelFolder::classesWithoutNamesAreNumbered()
{
    QVERIFY(facts({.classes = 3}).labels == (std::vector<std::string>{"LABEL_0", "LABEL_1", "LABEL_2"}));
}

void TestModelFolder::namesOfOtherVersionsAreKnown()
{
    const auto found = facts({.classes = 2, .tensors = [](Tensors& tensors) {
                                  for (TensorView& tensor : tensors) {
                                      if (tensor.name.starts_with("bert."))
                                          tensor.name.erase(0, 5);
                                      if (tensor.name.ends_with("LayerNorm.weight"))
                                          tensor.name.replace(tensor.name.size() - 6, 6, "gamma");
                                      if (tensor.name.ends_with("LayerNorm.bias"))
                                          tensor.name.replace(tensor.name.size() - 4, 4, "beta");
                                  }
                              }});
    QVERIFY(found.missingKeys.empty());
    QVERIFY(found.unknownKeys.empty());
    QCOMPARE(found.labels.size(), std::size_t{2});
}

void TestModelFolder::missingPoolerAndUnknownKeysAreListed()
{
    static const std::vector<std::int64_t> positions{1, 2};
    const auto found = facts({.tensors = [](Tensors& tensors) {
        drop(tensors, "bert.pooler");
        tensors.push_back({"cls.predictions.bias", nn::TensorType::F32, {0}, {}});
        tensors.push_back({"bert.embeddings.position_ids",
                           nn::TensorType::I64,
                           {1, 2},
                           std::as_bytes(std::span(positions))}); // a buffer, not a weight
    }});
    QVERIFY(found.missingKeys ==
            (std::vector<std::string>{"bert.pooler.dense.weight", "bert.pooler.dense.bias"}));
    QVERIFY(found.unknownKeys == (std::vector<std::string>{"cls.predictions.bias"}));
    QCOMPARE(found.parameters, std::int64_t{1024 + 2 * 1960});
}

void TestModelFolder::halfAHeadIsListed()
{
    const auto found =
        facts({.classes = 2, .tensors = [](Tensors& tensors) { drop(tensors, "classifier.bias"); }});
    QVERIFY(found.missingKeys == (std::vector<std::string>{"classifier.bias"}));
    QVERIFY(found.labels.empty());
}

void TestModelFolder::wrongWeightsAreRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("reason");
    QTest::addRow("wrong shape")
        << "shape"
        << "\"bert.encoder.layer.1.output.dense.weight\" has the shape [24, 16], but "
           "config.json asks for [16, 24]";
    QTest::addRow("whole numbers") << "type"
                                   << "\"bert.embeddings.LayerNorm.bias\" holds I32";
    QTest::addRow("one weight missing")
        << "one"
        << "lacks 1 weight that config.json asks for: \"bert.encoder.layer.0.attention.self.key.bias\"";
    QTest::addRow("a layer missing")
        << "layer"
        << "lacks 16 weights that config.json asks for: \"bert.encoder.layer.1.attention";
    QTest::addRow("the same weight twice") << "twice"
                                           << "holds the same weight twice";
    QTest::addRow("another network") << "other"
                                     << "or the model is not a BERT";
    QTest::addRow("head without classes") << "head"
                                          << "\"classifier.weight\" has the shape [0, 16]";
}

void TestModelFolder::wrongWeightsAreRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, reason);
    const auto spoil = [&](Tensors& tensors) {
        if (change == "shape")
            named(tensors, "bert.encoder.layer.1.output.dense.weight").shape = {24, 16};
        if (change == "type")
            named(tensors, "bert.embeddings.LayerNorm.bias").type = nn::TensorType::I32;
        if (change == "one")
            drop(tensors, "bert.encoder.layer.0.attention.self.key.bias");
        if (change == "layer")
            drop(tensors, "bert.encoder.layer.1");
        if (change == "twice") {
            tensors.push_back(named(tensors, "bert.pooler.dense.bias"));
            tensors.back().name = "pooler.dense.bias";
        }
        if (change == "other") {
            for (TensorView& tensor : tensors)
                tensor.name = "gpt." + tensor.name;
        }
        if (change == "head") {
            tensors.push_back({"classifier.weight", nn::TensorType::F32, {0, 16}, {}});
            tensors.push_back({"classifier.bias", nn::TensorType::F32, {0}, {}});
        }
    };
    const auto error = testing::errorOf([&] { facts({.tensors = spoil}); });
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::BadModel);
    const auto message = QString::fromStdString(error->message());
    QVERIFY2(message.contains(reason) && message.contains("model.safetensors"), qPrintable(message));
}

void TestModelFolder::weightsThatAreNotFiniteAreRefused_data()
{
    QTest::addColumn<nn::TensorType>("type");
    QTest::addColumn<QByteArray>("number"); // its bytes, little-endian
    QTest::addRow("NaN as F64") << nn::TensorType::F64 << QByteArray::fromHex("000000000000f87f");
    QTest::addRow("NaN as F32") << nn::TensorType::F32 << QByteArray::fromHex("0000c07f");
    QTest::addRow("infinity as F32") << nn::TensorType::F32 << QByteArray::fromHex("0000807f");
    QTest::addRow("minus infinity as F16") << nn::TensorType::F16 << QByteArray::fromHex("00fc");
    QTest::addRow("NaN as BF16") << nn::TensorType::BF16 << QByteArray::fromHex("c07f");
    QTest::addRow("the largest F32 is finite") << nn::TensorType::F32 << QByteArray::fromHex("ffff7f7f");
}

void TestModelFolder::weightsThatAreNotFiniteAreRefused()
{
    QFETCH(nn::TensorType, type);
    QFETCH(QByteArray, number);
    constexpr int place = 7;
    QByteArray bytes;
    const auto spoil = [&](Tensors& tensors) {
        TensorView& norm = named(tensors, "bert.encoder.layer.1.output.LayerNorm.bias");
        bytes = QByteArray(static_cast<qsizetype>(norm.elements()) * number.size(), '\0');
        bytes.replace(place * number.size(), number.size(), number);
        norm.type = type;
        norm.data = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    };
    const auto error = testing::errorOf([&] { facts({.tensors = spoil}); });
    if (QTest::currentDataTag() == QByteArray("the largest F32 is finite")) {
        QVERIFY(!error);
        return;
    }
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::BadModel);
    const auto message = QString::fromStdString(error->message());
    QVERIFY2(message.contains("\"bert.encoder.layer.1.output.LayerNorm.bias\" has a number that is not "
                              "finite, at place 7"),
             qPrintable(message));
}

void TestModelFolder::headAndLabelsMustAgree()
{
    const auto error = testing::errorOf([&] {
        facts({.classes = 3, .config = [](json& config) { config["id2label"] = {{"0", "a"}, {"1", "b"}}; }});
    });
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::BadModel);
    QVERIFY(QString::fromStdString(error->message()).contains("3 classes, but config.json names 2"));
}

void TestModelFolder::otherFilesAreRefusedWithTheWayOut_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("reason");
    QTest::addRow("none") << ""
                          << "not_found"
                          << "model.safetensors is missing";
    QTest::addRow("pickle") << "pytorch_model.bin"
                            << "unsupported"
                            << "save it by save_pretrained(folder)";
    QTest::addRow("shards") << "model.safetensors.index.json"
                            << "unsupported"
                            << "max_shard_size";
    QTest::addRow("TensorFlow") << "tf_model.h5"
                                << "unsupported"
                                << "tf_model.h5";
}

void TestModelFolder::otherFilesAreRefusedWithTheWayOut()
{
    QFETCH(QString, file);
    QFETCH(QString, kind);
    QFETCH(QString, reason);
    testing::writeTinyBert(folder());
    std::filesystem::remove(folder() / "model.safetensors");
    if (!file.isEmpty())
        testing::writeText(folder() / file.toStdString(), "\x80\x02");
    const auto error = testing::errorOf([&] { nn::inspect(folder()); });
    QVERIFY(error);
    QCOMPARE(QString(error->kind().data()), kind);
    const auto message = QString::fromStdString(error->message());
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TestModelFolder::truncatedWeightsAreRefused()
{
    testing::writeTinyBert(folder());
    const auto file = folder() / "model.safetensors";
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
    const auto error = testing::errorOf([&] { nn::inspect(folder()); });
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::BadModel);
    QVERIFY(QString::fromStdString(error->message()).contains("a part of the file is missing"));
}

QTEST_APPLESS_MAIN(TestModelFolder)
#include "tst_model_folder.moc"
