// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "text/batch.h"
#include "text/tokenizer.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <random>

using namespace lepton;
using text::EncodeOptions;
using text::TokenId;

namespace {

using Ids = std::vector<TokenId>;

constexpr TokenId unknown = 1, opening = 2, separator = 3, mask = 4;

} // namespace

/// What the tokeniser does with texts that golden files do not hold: bad bytes, sizes, threads.
class TestWordPiece : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void longestPieceWins_data();
    void longestPieceWins();
    void marksThatStayAreSortedAsNfdDoes();
    void cutsBeforeTheClosingToken();
    void pairLosesTheLongerTextFirst_data();
    void pairLosesTheLongerTextFirst();
    void invalidUtf8NamesTheByte_data();
    void invalidUtf8NamesTheByte();
    void nulVanishes();
    void wordOfTenMegabytesIsOneUnknown();
    void limitWithoutRoomIsRefused();
    void rememberedWordsStayRight();
    void batchDoesNotDependOnThreads();
    void batchNamesTheFirstBadText();
    void batchStopsWhenCancelled();
    void tokensAndIdsTranslate();

private:
    Ids ids(std::string_view text, std::size_t maxLength = 0) const
    {
        return m_tokenizer->newSession()->encode(text, {.maxLength = maxLength}).ids;
    }

    std::shared_ptr<const text::Tokenizer> m_tokenizer;
    QTemporaryDir m_folder;
};

void TestWordPiece::initTestCase()
{
    // Ids from 5 on: play ##ing ##s un ##able ##ab a ##a ! # good 0x08D4 then 0x0316-like marks that stay
    std::ofstream(m_folder.filePath("vocab.txt").toStdString())
        << "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nplay\n##ing\n##s\nun\n##able\n##ab\na\n##a\n!\n#\n好\n"
           "a\xE1\xAD\x84\xE3\x80\xAE\n"; // a, U+1B44 (class 9), U+302E (class 224)
    m_tokenizer = text::loadTokenizer(m_folder.path().toStdString());
}

void TestWordPiece::longestPieceWins_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("whole word") << QByteArray("play") << QList<int>{5};
    QTest::newRow("pieces") << QByteArray("playings") << QList<int>{5, 6, 7};
    QTest::newRow("longer piece before shorter") << QByteArray("unable") << QList<int>{8, 9};
    QTest::newRow("one bad end makes the whole word unknown") << QByteArray("unablx") << QList<int>{unknown};
    QTest::newRow("no way back to a shorter piece") << QByteArray("unabla") << QList<int>{unknown};
    QTest::newRow("capitals and accents") << QByteArray("PL\xC3\x81Y") << QList<int>{5};
    QTest::newRow("a prefix typed as text is punctuation") << QByteArray("##a") << QList<int>{14, 14, 11};
    QTest::newRow("an ideograph stands alone") << QByteArray("a好a") << QList<int>{11, 15, 11};
    QTest::newRow("special inside a word") << QByteArray("play[MASK]a") << QList<int>{5, mask, 11};
    QTest::newRow("special in lower case is text")
        << QByteArray("[mask]") << QList<int>{unknown, unknown, unknown};
    QTest::newRow("special cut short is text") << QByteArray("[MAS") << QList<int>{unknown, unknown};
    QTest::newRow("nothing") << QByteArray("") << QList<int>{};
    QTest::newRow("blanks alone") << QByteArray(" \t\r\n\xE3\x80\x80") << QList<int>{};
}

void TestWordPiece::longestPieceWins()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<int>, expected);
    Ids all{opening};
    all.insert(all.end(), expected.begin(), expected.end());
    all.push_back(separator);
    QVERIFY(ids(text.toStdString()) == all);
}

void TestWordPiece::marksThatStayAreSortedAsNfdDoes()
{
    const Ids whole{opening, 16, separator};
    QVERIFY(ids("a\xE1\xAD\x84\xE3\x80\xAE") == whole);
    QVERIFY(ids("a\xE3\x80\xAE\xE1\xAD\x84") == whole);
    QVERIFY(ids("a\xE3\x80\xAE\xCC\x81\xE1\xAD\x84") == whole); // a dropped accent between does not part them
    QVERIFY(ids("a\xE3\x80\xAE\xE2\x80\x8D\xE1\xAD\x84") == whole); // nor does a joiner
    const Ids apart{opening, unknown, separator};
    QVERIFY(ids("a\xE3\x80\xAE\xE0\xA4\x82\xE1\xAD\x84") == apart); // a mark of class 0 does
}

void TestWordPiece::cutsBeforeTheClosingToken()
{
    QVERIFY(ids("play play play", 4) == (Ids{opening, 5, 5, separator}));
    QVERIFY(ids("playings", 4) == (Ids{opening, 5, 6, separator})); // also inside a word
    QVERIFY(ids("play", 2) == (Ids{opening, separator}));
    QVERIFY(ids("play", 3) == ids("play"));
}

void TestWordPiece::pairLosesTheLongerTextFirst_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<int>("maxLength");
    QTest::addColumn<int>("keptFirst");
    QTest::addColumn<int>("keptSecond");
    QTest::newRow("fits") << 3 << 4 << 10 << 3 << 4;
    QTest::newRow("first is longer") << 9 << 2 << 10 << 5 << 2;
    QTest::newRow("second is longer") << 2 << 9 << 10 << 2 << 5;
    QTest::newRow("both too long, odd one to the second") << 9 << 9 << 10 << 3 << 4;
    QTest::newRow("both too long, odd one to the longer first") << 9 << 8 << 10 << 4 << 3;
    QTest::newRow("no room at all") << 9 << 9 << 3 << 0 << 0;
}

void TestWordPiece::pairLosesTheLongerTextFirst()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(int, maxLength);
    QFETCH(int, keptFirst);
    QFETCH(int, keptSecond);
    const std::string a = QString("play ").repeated(first).toStdString();
    const std::string b = QString("un ").repeated(second).toStdString();
    const text::Encoding encoding =
        m_tokenizer->newSession()->encodePair(a, b, {.maxLength = static_cast<std::size_t>(maxLength)});
    QCOMPARE(std::ranges::count(encoding.ids, 5), keptFirst);
    QCOMPARE(std::ranges::count(encoding.ids, 8), keptSecond);
    QCOMPARE(std::ranges::count(encoding.typeIds, 1), keptSecond + 1);
    QCOMPARE(encoding.ids.back(), separator);
}

void TestWordPiece::invalidUtf8NamesTheByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("byte");
    QTest::newRow("stray continuation") << QByteArray("play \x80") << 5;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << 0;
    QTest::newRow("surrogate") << QByteArray("ab\xED\xA0\x80") << 2;
    QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 0;
    QTest::newRow("cut short") << QByteArray("a\xE5\xA5") << 1;
    QTest::newRow("behind the cut as well") << QByteArray("play play play play \xFF") << 20;
}

void TestWordPiece::invalidUtf8NamesTheByte()
{
    QFETCH(QByteArray, text);
    QFETCH(int, byte);
    const auto error = testing::errorOf([&] { ids(text.toStdString(), 4); });
    QVERIFY(error);
    QCOMPARE(error->kind(), "bad_encoding");
    QCOMPARE(error->place().byte, std::optional<std::int64_t>(byte));
    QVERIFY(error->message().find(std::to_string(byte)) != std::string::npos);

    Ids kept{7};
    const auto session = m_tokenizer->newSession();
    QVERIFY(testing::errorOf([&] { session->append(text.toStdString(), {}, kept); }));
    QVERIFY(kept == Ids{7});
    const auto second = testing::errorOf([&] { session->encodePair("a", text.toStdString(), {}); });
    QVERIFY(second && second->message().starts_with("The second text"));
}

void TestWordPiece::nulVanishes()
{
    QVERIFY(ids(std::string_view("pl\0ay", 5)) == (Ids{opening, 5, separator}));
}

void TestWordPiece::wordOfTenMegabytesIsOneUnknown()
{
    QVERIFY(ids(std::string(10'000'000, 'a')) == (Ids{opening, unknown, separator}));
    QVERIFY(ids(QString("é").repeated(5'000'000).toStdString()) == (Ids{opening, unknown, separator}));
    // The limit counts code points of the normalised word, and 100 of them still are a word.
    QCOMPARE(ids(std::string(100, 'a')).size(), std::size_t{102});
    QCOMPARE(ids(std::string(101, 'a')).size(), std::size_t{3});
    QCOMPARE(ids(QString("á").repeated(100).toStdString()).size(), std::size_t{102});
    QCOMPARE(ids(QString("á").repeated(101).toStdString()).size(), std::size_t{3});
}

void TestWordPiece::limitWithoutRoomIsRefused()
{
    QCOMPARE(testing::kindOf([&] { ids("play", 1); }), "invalid_argument");
    QCOMPARE(testing::kindOf([&] { m_tokenizer->newSession()->encodePair("a", "a", {.maxLength = 2}); }),
             "invalid_argument");
}

void TestWordPiece::rememberedWordsStayRight()
{
    // Far more words of several pieces than a session remembers, in an order that makes them push each other
    // out.
    std::mt19937 random(7);
    const auto session = m_tokenizer->newSession();
    for (int i = 0; i < 60'000; ++i) {
        std::string word;
        for (auto letters = 1 + random() % 40; letters > 0; --letters)
            word += "aabs"[random() % 4];
        Ids remembered;
        session->append(word, {}, remembered);
        if (i % 20 == 0)
            QVERIFY(remembered == ids(word));
    }
}

void TestWordPiece::batchDoesNotDependOnThreads()
{
    std::mt19937 random(3);
    std::vector<std::string> texts(5'000);
    for (std::string& text : texts) {
        for (auto words = random() % 12; words > 0; --words)
            text += random() % 2 ? "playings " : "unable! ";
    }
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    base::Progress progress;
    const text::TokenBatch one = text::encodeBatch(*m_tokenizer, views, {.maxLength = 9}, 1, progress, {});
    const text::TokenBatch many = text::encodeBatch(*m_tokenizer, views, {.maxLength = 9}, 4, progress, {});
    QCOMPARE(one.size(), texts.size());
    QVERIFY(one.ids == many.ids);
    QVERIFY(one.offsets == many.offsets);
    for (std::size_t i = 0; i < texts.size(); i += 500)
        QVERIFY(std::ranges::equal(one[i], ids(texts[i], 9)));
    QCOMPARE(text::encodeBatch(*m_tokenizer, {}, {}, 0, progress, {}).size(), std::size_t{0});
}

void TestWordPiece::batchNamesTheFirstBadText()
{
    std::vector<std::string_view> texts(4'000, "play");
    texts[1'234] = "a\xFF";
    texts[1'235] = "\xFE";
    texts[3'999] = "\xFD";
    for (const unsigned threads : {1U, 4U}) {
        base::Progress progress;
        const auto error =
            testing::errorOf([&] { text::encodeBatch(*m_tokenizer, texts, {}, threads, progress, {}); });
        QVERIFY(error);
        QCOMPARE(error->place().row, std::optional<std::int64_t>(1'235));
        QCOMPARE(error->place().byte, std::optional<std::int64_t>(1));
        QVERIFY(error->message().find("Text 1235") != std::string::npos);
    }
}

void TestWordPiece::batchStopsWhenCancelled()
{
    const std::vector<std::string_view> texts(1'000, "play");
    base::CancellationSource source;
    source.request();
    base::Progress progress;
    QCOMPARE(
        testing::kindOf([&] { text::encodeBatch(*m_tokenizer, texts, {}, 2, progress, source.token()); }),
        "cancelled");
}

void TestWordPiece::tokensAndIdsTranslate()
{
    QCOMPARE(m_tokenizer->idOf("##ing"), std::optional<TokenId>(6));
    QCOMPARE(m_tokenizer->idOf("[MASK]"), std::optional<TokenId>(mask));
    QCOMPARE(m_tokenizer->idOf("nothing"), std::nullopt);
    QCOMPARE(m_tokenizer->tokenOf(6), "##ing");
    QCOMPARE(m_tokenizer->tokenOf(17), "");
    QCOMPARE(m_tokenizer->tokenOf(-1), "");
    QCOMPARE(m_tokenizer->specialIds().padding, 0);
    QCOMPARE(m_tokenizer->vocabularySize(), std::size_t{17});
}

QTEST_APPLESS_MAIN(TestWordPiece)
#include "tst_wordpiece.moc"
