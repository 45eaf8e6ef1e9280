// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "text/tokenizer.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <functional>

using namespace lepton;
using nlohmann::json;
using text::TokenId;

namespace {

const char* const smallVocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nplay\nPlay\n##ing\n";

/// A tokenizer.json as Hugging Face writes it, in small.
json smallTokenizer()
{
    return json::parse(R"({
      "version": "1.0",
      "truncation": {"max_length": 4, "strategy": "LongestFirst", "stride": 0},
      "padding": {"strategy": {"Fixed": 128}},
      "added_tokens": [
        {"id": 1, "content": "[UNK]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true},
        {"id": 9, "content": "[NEW]", "single_word": false, "lstrip": true, "rstrip": true, "normalized": false, "special": true}],
      "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "strip_accents": null, "lowercase": true},
      "pre_tokenizer": {"type": "BertPreTokenizer"},
      "post_processor": {"type": "TemplateProcessing",
        "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
        "pair": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
                 {"Sequence": {"id": "B", "type_id": 1}}, {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
        "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [2], "tokens": ["[CLS]"]}, "[SEP]": {"id": "[SEP]", "ids": [3], "tokens": ["[SEP]"]}}},
      "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
        "vocab": {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "[MASK]": 4, "play": 5, "Play": 6, "##ing": 7}}})");
}

} // namespace

/// Reading tokeniser files: what they may say, and the sentence for each that cannot be used.
class TestTokenizerFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void readsTokenizerJson();
    void readsOldJsonWithoutATypeOfModel();
    void readsVocabulary();
    void configSwitchesLowerCase();
    void configNamesLengthAndTokens();
    void bertProcessingIsTheSameTemplate();
    void damagedJsonIsRefused_data();
    void damagedJsonIsRefused();
    void damagedVocabularyIsRefused_data();
    void damagedVocabularyIsRefused();
    void brokenTextIsRefusedWithItsByte_data();
    void brokenTextIsRefusedWithItsByte();
    void everyTruncationIsRefused();
    void emptyFolderSaysWhatIsWanted();

private:
    void write(const char* name, const std::string& content) const
    {
        std::ofstream(m_folder->filePath(name).toStdString(), std::ios::binary) << content;
    }
    std::shared_ptr<const text::Tokenizer> load() const
    {
        return text::loadTokenizer(m_folder->path().toStdString());
    }
    std::vector<TokenId> ids(std::string_view text) const
    {
        return load()->newSession()->encode(text, {}).ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

using Ids = std::vector<TokenId>;
using Change = std::function<void(json&)>;
Q_DECLARE_METATYPE(Change)

void TestTokenizerFiles::readsTokenizerJson()
{
    write("tokenizer.json", smallTokenizer().dump());
    QVERIFY(ids("Playing [NEW] x") ==
            (Ids{2, 5, 7, 9, 1, 3})); // its own truncation and padding are the caller's
    const auto tokenizer = load();
    QCOMPARE(tokenizer->kind(), "WordPiece");
    QCOMPARE(tokenizer->vocabularySize(), std::size_t{10});
    QCOMPARE(tokenizer->tokenOf(9), "[NEW]");
    QCOMPARE(tokenizer->modelMaxLength(), std::nullopt);
    QCOMPARE(tokenizer->specialIds().mask, 4);
}

void TestTokenizerFiles::readsOldJsonWithoutATypeOfModel()
{
    json tokenizer = smallTokenizer();
    tokenizer["model"].erase("type");
    write("tokenizer.json", tokenizer.dump());
    QVERIFY(ids("Playing") == (Ids{2, 5, 7, 3}));
}

void TestTokenizerFiles::readsVocabulary()
{
    write("vocab.txt", smallVocabulary);
    QVERIFY(ids("Playing [MASK]") == (Ids{2, 5, 7, 4, 3}));
    write("vocab.txt", QString(smallVocabulary).replace("\n", "\r\n").toStdString());
    QVERIFY(ids("Playing [MASK]") == (Ids{2, 5, 7, 4, 3}));
    write("vocab.txt", std::string(smallVocabulary) +
                           "\n\nplay\nlast"); // blank lines count; the last of equal tokens wins
    QVERIFY(ids("play last") == (Ids{2, 10, 11, 3}));
}

void TestTokenizerFiles::configSwitchesLowerCase()
{
    write("vocab.txt", smallVocabulary);
    write("tokenizer_config.json", R"({"do_lower_case": false})");
    QVERIFY(ids("Play play Pl\xC3\xA1y") == (Ids{2, 6, 5, 1, 3}));
    write("tokenizer_config.json", R"({"do_lower_case": true, "strip_accents": false})");
    QVERIFY(ids("Play Pl\xC3\xA1y") == (Ids{2, 5, 1, 3}));
    write("tokenizer_config.json", R"({"do_lower_case": false, "strip_accents": true})");
    QVERIFY(ids("Pl\xC3\xA1y") == (Ids{2, 6, 3}));
    write("tokenizer.json", smallTokenizer().dump()); // says lowercase; the configuration counts above it
    write("tokenizer_config.json", R"({"do_lower_case": false})");
    QVERIFY(ids("Play") == (Ids{2, 6, 3}));
}

void TestTokenizerFiles::configNamesLengthAndTokens()
{
    write("vocab.txt", "<p>\n<u>\n<c>\n<e>\n<m>\nplay\n");
    write(
        "tokenizer_config.json",
        R"({"model_max_length": 512, "pad_token": "<p>", "unk_token": {"content": "<u>"}, "cls_token": "<c>",
              "sep_token": "<e>", "mask_token": "<m>", "added_tokens_decoder": {"6": {"content": "<user>", "normalized": false}}})");
    QVERIFY(ids("play <user> why") == (Ids{2, 5, 6, 1, 3}));
    QCOMPARE(load()->modelMaxLength(), std::optional<std::size_t>(512));
    write("tokenizer_config.json",
          R"({"model_max_length": 1000000000000000019884624838656, "unk_token": "<u>",
                                       "cls_token": "<c>", "sep_token": "<e>"})");
    QCOMPARE(load()->modelMaxLength(), std::nullopt);
}

void TestTokenizerFiles::bertProcessingIsTheSameTemplate()
{
    json tokenizer = smallTokenizer();
    tokenizer["post_processor"] = {{"type", "BertProcessing"}, {"sep", {"[SEP]", 3}}, {"cls", {"[CLS]", 2}}};
    write("tokenizer.json", tokenizer.dump());
    const text::Encoding pair = load()->newSession()->encodePair("play", "playing", {});
    QVERIFY(pair.ids == (Ids{2, 5, 3, 5, 7, 3}));
    QVERIFY(pair.typeIds == (std::vector<std::uint8_t>{0, 0, 0, 1, 1, 1}));
    tokenizer["post_processor"]["sep"][1] = 70; // an embedding needs a row for every id that can come out
    write("tokenizer.json", tokenizer.dump());
    QCOMPARE(load()->vocabularySize(), std::size_t{71});
}

void TestTokenizerFiles::damagedJsonIsRefused_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const Change& change, const char* kind, const char* named) {
        QTest::newRow(name) << change << kind << named;
    };
    row(
        "unigram", [](json& t) { t["model"]["type"] = "Unigram"; }, "unsupported", "Unigram");
    row(
        "byte-pair", [](json& t) { t["model"]["type"] = "BPE"; }, "unsupported", "BPE");
    row(
        "model is text", [](json& t) { t["model"] = "WordPiece"; }, "unsupported", "model");
    row(
        "no model", [](json& t) { t.erase("model"); }, "damaged", "model");
    row(
        "another normaliser",
        [](json& t) {
            t["normalizer"] = {{"type", "NFKC"}};
        },
        "unsupported", "NFKC");
    row(
        "no normaliser", [](json& t) { t["normalizer"] = nullptr; }, "unsupported", "normalizer");
    row(
        "no cleaning", [](json& t) { t["normalizer"]["clean_text"] = false; }, "unsupported", "clean_text");
    row(
        "another splitter", [](json& t) { t["pre_tokenizer"]["type"] = "Metaspace"; }, "unsupported",
        "Metaspace");
    row(
        "flag is a number", [](json& t) { t["normalizer"]["lowercase"] = 1; }, "damaged", "lowercase");
    row(
        "no vocabulary", [](json& t) { t["model"].erase("vocab"); }, "damaged", "vocab");
    row(
        "vocabulary is a list", [](json& t) { t["model"]["vocab"] = json::array(); }, "damaged", "vocab");
    row(
        "id is text", [](json& t) { t["model"]["vocab"]["play"] = "5"; }, "damaged", "play");
    row(
        "id below 0", [](json& t) { t["model"]["vocab"]["play"] = -1; }, "damaged", "-1");
    row(
        "id of 2^40", [](json& t) { t["model"]["vocab"]["play"] = 1LL << 40; }, "damaged", "1099511627776");
    row(
        "id of 2^64", [](json& t) { t["model"]["vocab"]["play"] = ~0ULL; }, "damaged", "play");
    row(
        "two tokens with one id", [](json& t) { t["model"]["vocab"]["twin"] = 5; }, "damaged", "5");
    row(
        "no unknown token", [](json& t) { t["model"]["vocab"].erase("[UNK]"); }, "damaged", "[UNK]");
    row(
        "words of no length", [](json& t) { t["model"]["max_input_chars_per_word"] = 0; }, "damaged", "0");
    row(
        "words without end", [](json& t) { t["model"]["max_input_chars_per_word"] = 1 << 30; }, "damaged",
        "1073741824");
    row(
        "added token without content", [](json& t) { t["added_tokens"][0]["content"] = ""; }, "damaged",
        "added token");
    row(
        "added token in words only", [](json& t) { t["added_tokens"][1]["single_word"] = true; },
        "unsupported", "single_word");
    row(
        "template without text", [](json& t) { t["post_processor"]["single"].erase(1); }, "unsupported",
        "single");
    row(
        "template with an unknown token",
        [](json& t) { t["post_processor"]["special_tokens"].erase("[SEP]"); }, "damaged", "[SEP]");
    row(
        "no template", [](json& t) { t["post_processor"] = nullptr; }, "unsupported", "post_processor");
}

void TestTokenizerFiles::damagedJsonIsRefused()
{
    QFETCH(Change, change);
    QFETCH(QString, kind);
    QFETCH(QString, named);
    json tokenizer = smallTokenizer();
    change(tokenizer);
    write("tokenizer.json", tokenizer.dump());
    const auto error = testing::errorOf([&] { load(); });
    QVERIFY(error);
    QCOMPARE(QString::fromUtf8(error->kind().data()), kind);
    const QString message = QString::fromStdString(error->message());
    QVERIFY2(message.contains("tokenizer.json") && message.contains(named), qPrintable(message));
}

void TestTokenizerFiles::damagedVocabularyIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kind");
    QTest::newRow("empty") << QByteArray("") << "damaged";
    QTest::newRow("without [CLS]") << QByteArray("[PAD]\n[UNK]\n[SEP]\n[MASK]\n") << "damaged";
    QTest::newRow("NUL") << QByteArray("[PAD]\n[UN\0K]\n", 13) << "nul_byte";
    QTest::newRow("not UTF-8") << QByteArray("[PAD]\n\xFF\n") << "bad_encoding";
}

void TestTokenizerFiles::damagedVocabularyIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, kind);
    write("vocab.txt", content.toStdString());
    const auto error = testing::errorOf([&] { load(); });
    QVERIFY(error);
    QCOMPARE(QString::fromUtf8(error->kind().data()), kind);
    QVERIFY(error->message().find("vocab.txt") != std::string::npos);
}

void TestTokenizerFiles::brokenTextIsRefusedWithItsByte_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("byte");
    QTest::newRow("nothing") << QByteArray("") << 0;
    QTest::newRow("lone high surrogate") << QByteArray(R"({"a": "\ud800"})") << 13;
    QTest::newRow("lone low surrogate") << QByteArray(R"({"a": "\udc00"})") << 12;
    QTest::newRow("NUL byte") << QByteArray("{\"a\":\0 1}", 9) << 5;
    QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xFF\"}") << 7;
    QTest::newRow("number without end") << QByteArray("{\"a\": 1e999999}") << -1;
    QTest::newRow("a list") << QByteArray("[]") << -1;
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[') << 1'000'000;
}

void TestTokenizerFiles::brokenTextIsRefusedWithItsByte()
{
    QFETCH(QByteArray, content);
    QFETCH(int, byte);
    write("tokenizer.json", content.toStdString());
    const auto error = testing::errorOf([&] { load(); });
    QVERIFY(error);
    QCOMPARE(error->kind(), "bad_json");
    if (byte >= 0)
        QCOMPARE(error->place().byte, std::optional<std::int64_t>(byte));
}

void TestTokenizerFiles::everyTruncationIsRefused()
{
    const std::string whole = smallTokenizer().dump();
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        write("tokenizer.json", whole.substr(0, size));
        QCOMPARE(testing::kindOf([&] { load(); }), "bad_json");
    }
}

void TestTokenizerFiles::emptyFolderSaysWhatIsWanted()
{
    const auto error = testing::errorOf([&] { load(); });
    QVERIFY(error);
    QCOMPARE(error->kind(), "not_found");
    QVERIFY(error->message().find("vocab.txt") != std::string::npos);
    QCOMPARE(testing::kindOf([&] { text::loadTokenizer("/no/such/folder"); }), "not_found");
}

QTEST_APPLESS_MAIN(TestTokenizerFiles)
#include "tst_tokenizer_files.moc"
