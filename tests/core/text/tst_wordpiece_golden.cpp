// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/golden.h"

#include "text/batch.h"
#include "text/tokenizer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lepton;
using text::EncodeOptions;
using text::TokenId;
using text::Tokenizer;

namespace {

std::string minilmFolder()
{
    const char* given = std::getenv("LEPTON_MINILM_DIR");
    return given && *given ? given : LEPTON_MINILM_DIR;
}

EncodeOptions optionsOf(const nlohmann::ordered_json& line)
{
    return {.maxLength = line["max_length"].is_null() ? 0 : line["max_length"].get<std::size_t>()};
}

} // namespace

/// Ids equal to the Hugging Face library's, on every line of tests/golden/tokenize.
class TestWordPieceGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void idsAreEqual_data();
    void idsAreEqual();
    void batchesAreEqual_data() { idsAreEqual_data(); }
    void batchesAreEqual();

private:
    std::shared_ptr<const Tokenizer> m_minilm;
    std::shared_ptr<const Tokenizer> m_minilmVocabulary; ///< the same model from vocab.txt alone
    std::shared_ptr<const Tokenizer> m_chinese;
    QTemporaryDir m_folder;
};

void TestWordPieceGolden::initTestCase()
{
    namespace fs = std::filesystem;
    const auto vocabularyFolder = [this](const fs::path& vocabulary, const char* name) {
        const fs::path folder = fs::path(m_folder.path().toStdString()) / name;
        fs::create_directory(folder);
        fs::copy_file(vocabulary, folder / "vocab.txt");
        return folder;
    };
    m_chinese =
        text::loadTokenizer(vocabularyFolder(testing::goldenFolder("tokenize") / "zh_vocab.txt", "chinese"));
    QCOMPARE(m_chinese->vocabularySize(), std::size_t{21128});
    if (!minilmFolder().empty()) {
        m_minilm = text::loadTokenizer(minilmFolder());
        m_minilmVocabulary =
            text::loadTokenizer(vocabularyFolder(fs::path(minilmFolder()) / "vocab.txt", "minilm"));
    }
}

void TestWordPieceGolden::idsAreEqual_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("fromVocabulary");
    for (const auto& file : testing::goldenFiles("tokenize", "(minilm|zh_vocab)_.*\\.jsonl")) {
        const std::string name = file.stem().string();
        QTest::addRow("%s", name.c_str()) << QString::fromStdString(file.string()) << false;
        if (name.starts_with("minilm"))
            QTest::addRow("%s from vocab.txt", name.c_str()) << QString::fromStdString(file.string()) << true;
    }
}

void TestWordPieceGolden::idsAreEqual()
{
    QFETCH(QString, file);
    QFETCH(bool, fromVocabulary);
    const bool isMinilm = file.contains("minilm");
    if (isMinilm && !m_minilm)
        QSKIP("The folder of all-MiniLM-L6-v2 is not known: set LEPTON_MINILM_DIR to it.");
    const Tokenizer& tokenizer = *(!isMinilm ? m_chinese : fromVocabulary ? m_minilmVocabulary : m_minilm);
    const auto session = tokenizer.newSession();

    std::ifstream lines(file.toStdString());
    std::string line;
    int compared = 0;
    while (std::getline(lines, line)) {
        const auto expected = nlohmann::ordered_json::parse(line);
        const auto text = expected["text"].get<std::string>();
        const text::Encoding actual =
            expected.contains("pair")
                ? session->encodePair(text, expected["pair"].get<std::string>(), optionsOf(expected))
                : session->encode(text, optionsOf(expected));
        ++compared;
        if (actual.ids != expected["ids"].get<std::vector<TokenId>>())
            QFAIL(qPrintable(
                QString("line %1: ids differ: %2").arg(compared).arg(QString::fromStdString(line))));
        if (expected.contains("token_type_ids"))
            QVERIFY(actual.typeIds == expected["token_type_ids"].get<std::vector<std::uint8_t>>());
        else
            QVERIFY(actual.typeIds == std::vector<std::uint8_t>(actual.ids.size(), 0));
    }
    QVERIFY(compared > 0);
    qInfo("%d lines equal", compared);
}

void TestWordPieceGolden::batchesAreEqual()
{
    QFETCH(QString, file);
    QFETCH(bool, fromVocabulary);
    const bool isMinilm = file.contains("minilm");
    if (file.contains("pairs") || fromVocabulary)
        return; // batches are of single texts, and the vocabulary makes no difference to them
    if (isMinilm && !m_minilm)
        QSKIP("The folder of all-MiniLM-L6-v2 is not known: set LEPTON_MINILM_DIR to it.");

    // One batch has one maximum length.
    std::map<std::size_t, std::pair<std::vector<std::string>, std::vector<std::vector<TokenId>>>> byLength;
    std::ifstream lines(file.toStdString());
    for (std::string line; std::getline(lines, line);) {
        const auto expected = nlohmann::ordered_json::parse(line);
        auto& [texts, ids] = byLength[optionsOf(expected).maxLength];
        texts.push_back(expected["text"].get<std::string>());
        ids.push_back(expected["ids"].get<std::vector<TokenId>>());
    }
    for (const auto& [maxLength, cases] : byLength) {
        const std::vector<std::string_view> texts(cases.first.begin(), cases.first.end());
        base::Progress progress;
        const text::TokenBatch batch = text::encodeBatch(*(isMinilm ? m_minilm : m_chinese), texts,
                                                         {.maxLength = maxLength}, 3, progress, {});
        QCOMPARE(batch.size(), texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i)
            QVERIFY(std::ranges::equal(batch[i], cases.second[i]));
    }
}

QTEST_APPLESS_MAIN(TestWordPieceGolden)
#include "tst_wordpiece_golden.moc"
