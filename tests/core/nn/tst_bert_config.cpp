// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/tiny_bert.h"

#include "nn/bert_config.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lepton;
using nlohmann::json;
using nn::Activation;
using nn::BertConfig;

namespace {

BertConfig parse(const json& config)
{
    return nn::parseBertConfig(config.dump(), "folder/config.json");
}

} // namespace

/// config.json of BERT models: what is read, what is refused and why, and what is written back.
class TestBertConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void missingKeysHaveTransformersDefaults();
    void activationsAreKnownByTheirNames_data();
    void activationsAreKnownByTheirNames();
    void unusableModelIsRefused_data();
    void unusableModelIsRefused();
    void badValueIsRefused_data();
    void badValueIsRefused();
    void brokenJsonIsRefused_data();
    void brokenJsonIsRefused();
    void missingFileSaysWhatIsWanted();
    void classifierKeepsUnknownKeys();
    void classifierNamesItsClasses();
    void unusableLabelsAreNotWritten();
};

void TestBertConfig::readsEveryKey()
{
    json source = testing::tinyBertConfig();
    source["hidden_act"] = "relu";
    source["classifier_dropout"] = 0.25;
    source["hidden_dropout_prob"] = 0;
    source["attention_probs_dropout_prob"] = 0.3;
    source["pad_token_id"] = 3;
    source["layer_norm_eps"] = 1e-5;
    source["initializer_range"] = 0.5;
    source["problem_type"] = "regression";
    for (int i = 0; i < 12; ++i)
        source["id2label"][std::to_string(i)] = "class " + std::to_string(i);
    const BertConfig config = parse(source);
    QCOMPARE(config.vocabularySize, std::int64_t{40});
    QCOMPARE(config.hiddenSize, std::int64_t{16});
    QCOMPARE(config.layers, std::int64_t{2});
    QCOMPARE(config.heads, std::int64_t{2});
    QCOMPARE(config.headSize(), std::int64_t{8});
    QCOMPARE(config.intermediateSize, std::int64_t{24});
    QCOMPARE(config.maxPositions, std::int64_t{20});
    QCOMPARE(config.typeVocabularySize, std::int64_t{2});
    QCOMPARE(config.activation, Activation::Relu);
    QCOMPARE(config.hiddenDropout, 0.0);
    QCOMPARE(config.attentionDropout, 0.3);
    QCOMPARE(config.classifierDropout.value(), 0.25);
    QCOMPARE(config.paddingId.value(), std::int64_t{3});
    QCOMPARE(config.layerNormEpsilon, 1e-5);
    QCOMPARE(config.initializerRange, 0.5);
    QCOMPARE(config.problemType, std::string("regression"));
    QCOMPARE(config.labels.size(), std::size_t{12});
    QCOMPARE(config.labels[10], std::string("class 10")); // in the order of numbers, not of texts
}

void TestBertConfig::missingKeysHaveTransformersDefaults()
{
    const BertConfig config = parse(json{{"model_type", "bert"}, {"classifier_dropout", nullptr}});
    QCOMPARE(config.vocabularySize, std::int64_t{30522});
    QCOMPARE(config.hiddenSize, std::int64_t{768});
    QCOMPARE(config.layers, std::int64_t{12});
    QCOMPARE(config.heads, std::int64_t{12});
    QCOMPARE(config.intermediateSize, std::int64_t{3072});
    QCOMPARE(config.maxPositions, std::int64_t{512});
    QCOMPARE(config.activation, Activation::Gelu);
    QCOMPARE(config.hiddenDropout, 0.1);
    QVERIFY(!config.classifierDropout);
    QCOMPARE(config.paddingId.value(), std::int64_t{0});
    QVERIFY(config.labels.empty());
    QVERIFY(!parse(json{{"model_type", "bert"}, {"pad_token_id", nullptr}}).paddingId);
}

void TestBertConfig::activationsAreKnownByTheirNames_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::addRow("gelu") << Activation::Gelu;
    QTest::addRow("gelu_new") << Activation::GeluTanh;
    QTest::addRow("gelu_pytorch_tanh") << Activation::GeluTanh;
    QTest::addRow("relu") << Activation::Relu;
    QTest::addRow("silu") << Activation::Silu;
    QTest::addRow("swish") << Activation::Silu;
}

void TestBertConfig::activationsAreKnownByTheirNames()
{
    QFETCH(Activation, activation);
    json source = testing::tinyBertConfig();
    source["hidden_act"] = QTest::currentDataTag();
    QCOMPARE(parse(source).activation, activation);
}

void TestBertConfig::unusableModelIsRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("reason");
    QTest::addRow("another model") << R"({"model_type": "roberta"})"
                                   << "of the type \"roberta\"";
    QTest::addRow("no model") << R"({"model_type": null})"
                              << "names no model_type";
    QTest::addRow("relative positions") << R"({"position_embedding_type": "relative_key"})"
                                        << "position_embedding_type \"relative_key\"";
    QTest::addRow("decoder") << R"({"is_decoder": true})"
                             << "decoder";
    QTest::addRow("cross attention") << R"({"add_cross_attention": true})"
                                     << "decoder";
    QTest::addRow("quantised") << R"({"quantization_config": {"bits": 4}})"
                               << "quantised";
    QTest::addRow("unknown activation") << R"({"hidden_act": "mish"})"
                                        << "activation \"mish\"";
}

void TestBertConfig::unusableModelIsRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, reason);
    json source = testing::tinyBertConfig();
    source.update(json::parse(change.toStdString()));
    const auto error = testing::errorOf([&] { parse(source); });
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::Unsupported);
    const auto message = QString::fromStdString(error->message());
    QVERIFY2(message.contains(reason) && message.contains("folder/config.json"), qPrintable(message));
}

void TestBertConfig::badValueIsRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* change, const char* reason) {
        QTest::addRow("%s", name) << change << reason;
    };
    row("heads that do not divide", R"({"num_attention_heads": 3})", "16 cannot be divided");
    row("no heads", R"({"num_attention_heads": 0})", "\"num_attention_heads\" is 0");
    row("negative width", R"({"hidden_size": -384})", "\"hidden_size\" is -384");
    row("width of 10^12", R"({"hidden_size": 1000000000000})", "\"hidden_size\" is 1000000000000");
    row("vocabulary of 10^12", R"({"vocab_size": 1000000000000})", "\"vocab_size\" is");
    row("layers beyond 64 bits", R"({"num_hidden_layers": 18446744073709551615})",
        "\"num_hidden_layers\" is");
    row("no layers", R"({"num_hidden_layers": 0})", "\"num_hidden_layers\" is 0");
    row("a fraction of positions", R"({"max_position_embeddings": 512.5})", "whole number");
    row("positions as text", R"({"max_position_embeddings": "512"})", "is \"512\"");
    row("padding outside the vocabulary", R"({"pad_token_id": 40})", "\"pad_token_id\" is 40");
    row("dropout of 1", R"({"hidden_dropout_prob": 1})", "\"hidden_dropout_prob\" is 1");
    row("negative dropout", R"({"attention_probs_dropout_prob": -0.1})", "is -0.1");
    row("dropout as text", R"({"classifier_dropout": "none"})", "\"classifier_dropout\" is \"none\"");
    row("epsilon of 2", R"({"layer_norm_eps": 2})", "\"layer_norm_eps\" is 2");
    row("activation as a list", R"({"hidden_act": ["gelu"]})", "\"hidden_act\" is array");
    row("decoder as a number", R"({"is_decoder": 1})", "true or false");
    row("labels as a list", R"({"id2label": ["a", "b"]})", "must be an object");
    row("labels from 1", R"({"id2label": {"1": "a", "2": "b"}})", "none for the class 0");
    row("label that is no text", R"({"id2label": {"0": 5}})", "no text for the class 0");
    row("label twice", R"({"id2label": {"0": "a", "1": "a"}})", "two classes the label \"a\"");
}

void TestBertConfig::badValueIsRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, reason);
    json source = testing::tinyBertConfig();
    source.update(json::parse(change.toStdString()));
    const auto error = testing::errorOf([&] { parse(source); });
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::BadModel);
    const auto message = QString::fromStdString(error->message());
    QVERIFY2(message.contains(reason) && message.contains("folder/config.json"), qPrintable(message));
}

void TestBertConfig::brokenJsonIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::addRow("empty") << ""
                           << "byte 0";
    QTest::addRow("cut") << R"({"model_type": "bert")"
                         << "byte 21";
    QTest::addRow("a list") << "[]"
                            << "no JSON object";
    QTest::addRow("number that no double holds") << R"({"model_type": "bert", "x": 1e999})"
                                                 << "not usable";
    QTest::addRow("nested 100 deep") << R"({"x": )" + QString(100, '[') << "deep";
    QTest::addRow("nested a million deep") << R"({"x": )" + QString(1'000'000, '[') << "deep";
}

void TestBertConfig::brokenJsonIsRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const auto error = testing::errorOf([&] { nn::parseBertConfig(text.toStdString(), "config.json"); });
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::BadJson);
    QVERIFY2(QString::fromStdString(error->message()).contains(reason), error->what());
}

void TestBertConfig::missingFileSaysWhatIsWanted()
{
    const QTemporaryDir folder;
    const auto error = testing::errorOf([&] { nn::readBertConfig(folder.path().toStdString()); });
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::NotFound);
    QVERIFY(QString::fromStdString(error->message()).contains("config.json is missing"));
}

void TestBertConfig::classifierKeepsUnknownKeys()
{
    json source = testing::tinyBertConfig();
    source["my_key"] = {{"deep", {1, 2.5, nullptr}}};
    source["torch_dtype"] = "float16";
    source["auto_map"] = {{"AutoModel", "modeling.MyBert"}};
    const std::vector<std::string> labels{"no", "yes"};
    const json written = json::parse(classifierConfigJson(parse(source), labels));
    for (const auto& [key, value] : source.items()) {
        if (key != "architectures" && key != "torch_dtype" && key != "auto_map")
            QVERIFY2(written.at(key) == value, key.c_str());
    }
    QVERIFY(!written.contains("torch_dtype"));
    QVERIFY(!written.contains("auto_map"));
    QCOMPARE(written["dtype"].get<std::string>(), std::string("float32"));
    QCOMPARE(written["problem_type"].get<std::string>(), std::string("single_label_classification"));
    QVERIFY(written["architectures"] == json{"BertForSequenceClassification"});
}

void TestBertConfig::classifierNamesItsClasses()
{
    json source = testing::tinyBertConfig();
    source["id2label"] = {{"0", "old"}};
    source["label2id"] = {{"old", 0}};
    const std::vector<std::string> labels{"neutral", "positive \"x\"", "\xE5\xA5\xBD"};
    const std::string text = classifierConfigJson(parse(source), labels);
    QVERIFY(nn::parseBertConfig(text, "config.json").labels == labels);
    const json expected{{labels[0], 0}, {labels[1], 1}, {labels[2], 2}};
    QVERIFY(json::parse(text)["label2id"] == expected);
}

void TestBertConfig::unusableLabelsAreNotWritten()
{
    const BertConfig config = parse(testing::tinyBertConfig());
    for (const auto& labels :
         {std::vector<std::string>{"a", "b", "a"}, std::vector<std::string>{"a", "\xFF"}})
        QCOMPARE(testing::kindOf([&] { classifierConfigJson(config, labels); }), "invalid_argument");
}

QTEST_APPLESS_MAIN(TestBertConfig)
#include "tst_bert_config.moc"
