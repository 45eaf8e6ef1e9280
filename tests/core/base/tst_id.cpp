// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manual_clock.h"

#include "base/clock.h"
#include "base/error_json.h"
#include "base/id.h"
#include "base/sha256.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <set>
#include <string>
#include <vector>

using namespace lepton;
using base::Uuid;
using namespace std::chrono_literals;

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterIdsSortLater()
    {
        testing::ManualClock clock;
        std::string previous;
        for (int i = 0; i < 1000; ++i) {
            const std::string text = Uuid::generate(clock).toString();
            QVERIFY2(text > previous, text.c_str());
            previous = text;
            clock.advance(1ms);
        }
    }

    void idsAreVersion7()
    {
        const testing::ManualClock clock(0x0123456789AB);
        const std::string text = Uuid::generate(clock).toString();
        QCOMPARE(text.substr(0, 15), std::string("01234567-89ab-7"));
        QVERIFY(std::string("89ab").find(text[19]) != std::string::npos);
        QCOMPARE(text.size(), std::size_t{36});
    }

    void idsOfOneMomentDiffer()
    {
        const testing::ManualClock clock;
        std::set<Uuid> ids;
        for (int i = 0; i < 10'000; ++i)
            ids.insert(Uuid::generate(clock));
        QCOMPARE(ids.size(), std::size_t{10'000});
    }

    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("lower case") << "01234567-89ab-7cde-8f01-23456789abcd"
                                    << "01234567-89ab-7cde-8f01-23456789abcd";
        QTest::newRow("upper case") << "01234567-89AB-7CDE-8F01-23456789ABCD"
                                    << "01234567-89ab-7cde-8f01-23456789abcd";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("too short") << "01234567-89ab-7cde-8f01-23456789abc"
                                   << "";
        QTest::newRow("too long") << "01234567-89ab-7cde-8f01-23456789abcd0"
                                  << "";
        QTest::newRow("braces") << "{01234567-89ab-7cde-8f01-23456789abcd}"
                                << "";
        QTest::newRow("no hyphens") << "0123456789ab7cde8f0123456789abcd0000"
                                    << "";
        QTest::newRow("a hyphen elsewhere") << "0123456-789ab-7cde-8f01-23456789abcd"
                                            << "";
        QTest::newRow("no digit") << "0123456g-89ab-7cde-8f01-23456789abcd"
                                  << "";
        QTest::newRow("a blank") << " 1234567-89ab-7cde-8f01-23456789abcd"
                                 << "";
    }

    void parse()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto uuid = Uuid::parse(text.toStdString());
        QCOMPARE(QString::fromStdString(uuid ? uuid->toString() : ""), expected);
    }

    void theNullIdIsNull()
    {
        QVERIFY(base::JobId().isNull());
        QVERIFY(!base::JobId::generate().isNull());
        QVERIFY(base::JobId::parse("00000000-0000-0000-0000-000000000000")->isNull());
    }

    void sha256_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        // FIPS 180-4 and the examples that NIST publishes with it.
        QTest::newRow("nothing") << QByteArray("")
                                 << QByteArray(
                                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray(
                                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks")
            << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
            << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("a million a")
            << QByteArray(1'000'000, 'a')
            << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    void sha256()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(base::toHex(base::sha256(text.toStdString())), expected.toStdString());
        base::Sha256 pieces;
        for (qsizetype at = 0; at < text.size(); at += 7)
            pieces.update(std::string_view(
                text.constData() + at, static_cast<std::size_t>(std::min<qsizetype>(7, text.size() - at))));
        QCOMPARE(base::toHex(pieces.finish()), expected.toStdString());
        QCOMPARE(base::toHex(pieces.finish()), base::toHex(base::sha256(""))); // it starts anew
    }

    void numbersAreHashedLittleEndian()
    {
        base::Sha256 hash;
        hash.updateU64(0x0102030405060708);
        QVERIFY(hash.finish() == base::sha256(std::string("\x08\x07\x06\x05\x04\x03\x02\x01")));
    }

    void hex()
    {
        QCOMPARE(base::fromHex("00fFa0").value(), std::string("\x00\xFF\xA0", 3));
        QCOMPARE(base::fromHex("").value(), std::string());
        QVERIFY(!base::fromHex("0") && !base::fromHex("0g") && !base::fromHex("0x"));
    }

    void times_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the beginning") << qint64{0} << "1970-01-01T00:00:00.000Z";
        QTest::newRow("before it") << qint64{-1} << "1969-12-31T23:59:59.999Z";
        QTest::newRow("a leap day") << qint64{1'709'164'800'123} << "2024-02-29T00:00:00.123Z";
        QTest::newRow("past 2038") << qint64{4'102'444'800'000} << "2100-01-01T00:00:00.000Z";
    }

    void times()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(base::UtcTime{milliseconds}.toString()), expected);
    }

    void errnosHaveASentence_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("kind");
        QTest::newRow("full disk") << ENOSPC << "no_space";
        QTest::newRow("quota") << EDQUOT << "no_space";
        QTest::newRow("file limit") << EFBIG << "no_space";
        QTest::newRow("read-only") << EROFS << "read_only";
        QTest::newRow("rights") << EACCES << "permission";
        QTest::newRow("missing") << ENOENT << "not_found";
        QTest::newRow("a folder") << EISDIR << "invalid_argument";
        QTest::newRow("anything else") << EIO << "io";
    }

    void errnosHaveASentence()
    {
        QFETCH(int, number);
        QFETCH(QString, kind);
        const base::Error error = base::errorFromErrno(number, "write", "/some where/数据");
        QCOMPARE(QString::fromUtf8(error.kind().data()), kind);
        const QString message = QString::fromStdString(error.message());
        QVERIFY2(message.startsWith("Cannot write /some where/数据: "), error.what());
        QVERIFY2(message.endsWith('.'), error.what());
        QVERIFY(!error.detail().empty());
    }

    void errorsAsJson()
    {
        base::ErrorPlace place;
        place.row = 3;
        place.column = "age";
        const base::Error error(base::ErrorCode::BadValue, "Bad.", place, "why");
        const nlohmann::json json = error;
        QVERIFY(json.at("kind") == "bad_value");
        QVERIFY(json.at("message") == "Bad.");
        QVERIFY(json.at("detail") == "why");
        QVERIFY(json.at("row") == 3);
        QVERIFY(json.at("column") == "age");
        QVERIFY(!json.contains("byte") && !json.contains("line"));
        QVERIFY(json.get<base::ErrorPlace>() == place);
        QVERIFY(base::codeFromKind("bad_value") == base::ErrorCode::BadValue);
        QVERIFY(base::codeFromKind("of a later version") == base::ErrorCode::Internal);
    }

    void everyExceptionBecomesAnError()
    {
        const auto from = [](auto thrown) {
            try {
                throw thrown;
            } catch (...) {
                return base::errorFromException(std::current_exception());
            }
        };
        QCOMPARE(from(base::Error(base::ErrorCode::NotFound, "Gone.")).kind(), std::string_view("not_found"));
        QVERIFY(from(std::runtime_error("odd")).message().find("odd") != std::string::npos);
        QCOMPARE(from(std::bad_alloc()).kind(), std::string_view("internal"));
        QCOMPARE(from(7).kind(), std::string_view("internal"));
    }
};

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
