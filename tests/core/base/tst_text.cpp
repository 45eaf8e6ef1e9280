// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/error.h"
#include "base/text.h"

#include <QTest>

#include <string>

using namespace lepton;
using testing::errorOf;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validity_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("bad");
        QTest::newRow("empty") << QByteArray() << -1;
        QTest::newRow("ASCII") << QByteArray("hello, world") << -1;
        QTest::newRow("a NUL is valid") << QByteArray("a\0b", 3) << -1;
        QTest::newRow("two bytes") << QByteArray("é") << -1;
        QTest::newRow("three bytes") << QByteArray("数据") << -1;
        QTest::newRow("four bytes") << QByteArray("😀") << -1;
        QTest::newRow("the last code point") << QByteArray("\xF4\x8F\xBF\xBF") << -1;
        QTest::newRow("past the last") << QByteArray("\xF4\x90\x80\x80") << 0;
        QTest::newRow("five bytes") << QByteArray("\xF8\x88\x80\x80\x80") << 0;
        QTest::newRow("a surrogate") << QByteArray("ab\xED\xA0\x80") << 2;
        QTest::newRow("before the surrogates") << QByteArray("\xED\x9F\xBF") << -1;
        QTest::newRow("after the surrogates") << QByteArray("\xEE\x80\x80") << -1;
        QTest::newRow("overlong, two bytes") << QByteArray("\xC0\xAF") << 0;
        QTest::newRow("overlong, two bytes, highest") << QByteArray("\xC1\xBF") << 0;
        QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x9F\xBF") << 0;
        QTest::newRow("overlong, four bytes") << QByteArray("\xF0\x8F\xBF\xBF") << 0;
        QTest::newRow("a continuation alone") << QByteArray("abc\x80") << 3;
        QTest::newRow("cut off") << QByteArray("abcdefgh\xE6\x95") << 8;
        QTest::newRow("a lead at the end") << QByteArray("abcdefghi\xC3") << 9;
        QTest::newRow("a lead before ASCII") << QByteArray("0123456\xC3(90123456") << 7;
        QTest::newRow("Latin-1") << QByteArray("caf\xE9 au lait, s'il vous pla\xEEt") << 3;
        QTest::newRow("deep inside") << QByteArray(1000, 'x') + "é" + QByteArray(1000, 'y') + "\xFF" << 2002;
    }

    void validity()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, bad);
        const auto found =
            base::firstInvalidUtf8(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QCOMPARE(found ? static_cast<int>(*found) : -1, bad);
        // The same verdict wherever the text begins against the 8 bytes that are looked at together.
        for (int shift = 1; shift < 8; ++shift) {
            const std::string moved = std::string(static_cast<std::size_t>(shift), ' ') + text.toStdString();
            const auto there = base::firstInvalidUtf8(moved);
            QCOMPARE(there ? static_cast<int>(*there) - shift : -1, bad);
        }
    }

    void codePoints()
    {
        QCOMPARE(base::codePointCount("aé数😀"), std::size_t{4});
        QCOMPARE(base::firstCodePoints("aé数😀", 3), std::string_view("aé数"));
        QCOMPARE(base::firstCodePoints("aé数😀", 0), std::string_view());
        QCOMPARE(base::firstCodePoints("aé数😀", 9), std::string_view("aé数😀"));
    }

    void normalForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("ASCII") << QByteArray("abc") << QByteArray("abc");
        QTest::newRow("combining accent") << QByteArray("e\xCC\x81") << QByteArray("é");
        QTest::newRow("Hangul") << QByteArray("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB") << QByteArray("한");
        QTest::newRow("Angstrom sign") << QByteArray("\xE2\x84\xAB") << QByteArray("Å");
        QTest::newRow("compatibility forms stay")
            << QByteArray("\xEF\xAC\x81 Ａ") << QByteArray("\xEF\xAC\x81 Ａ");
    }

    void normalForm()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(base::toNfc(text.toStdString()), expected.toStdString());
    }

    void foldedNames_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("case") << "German Credit"
                              << "gERMAN cREDIT" << true;
        QTest::newRow("accents in two forms")
            << QString::fromUtf8("É") << QString::fromUtf8("e\xCC\x81") << true;
        QTest::newRow("sharp s") << QString::fromUtf8("Straße") << "STRASSE" << true;
        QTest::newRow("Greek final sigma") << QString::fromUtf8("ΟΔΟΣ") << QString::fromUtf8("οδος") << true;
        QTest::newRow("Cyrillic") << QString::fromUtf8("ДАННЫЕ") << QString::fromUtf8("данные") << true;
        QTest::newRow("another letter") << "credit"
                                        << "credits" << false;
        QTest::newRow("accent or none") << QString::fromUtf8("resumé") << "resume" << false;
    }

    void foldedNames()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, same);
        QCOMPARE(base::caseFoldKey(one.toStdString()) == base::caseFoldKey(other.toStdString()), same);
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<QByteArray>("says");
        const auto good = [](const char* row, const QByteArray& name) {
            QTest::newRow(row) << name << name << QByteArray();
        };
        const auto bad = [](const char* row, const QByteArray& name, const char* says) {
            QTest::newRow(row) << name << QByteArray() << QByteArray(says);
        };
        good("plain", "German credit");
        good("Chinese", "信贷数据");
        good("120 characters", QByteArray("数").repeated(120));
        good("outside the first plane", "😀");
        good("what looks like SQL", "'; DROP TABLE event; --");
        good("a backslash", "a\\b");
        QTest::newRow("is made NFC") << QByteArray("e\xCC\x81") << QByteArray("é") << QByteArray();
        bad("empty", "", "empty");
        bad("121 characters", QByteArray("数").repeated(121), "121 characters");
        bad("300 characters", QByteArray(300, 'n'), "300 characters");
        bad("a slash", "a/b", "/");
        bad("an at sign", "a@b", "@");
        bad("a line feed", "a\nb", "character 2 is a control character");
        bad("a NUL", QByteArray("a\0b", 3), "control character");
        bad("DEL", "a\x7F", "control character");
        bad("a C1 control", "a\xC2\x85", "control character");
        bad("a line separator", "a\xE2\x80\xA8 b", "control character");
        bad("a blank before", " a", "blank");
        bad("a blank after", "a ", "blank");
        bad("a no-break space after", "a\xC2\xA0", "blank");
        bad("an ideographic space before", "\xE3\x80\x80数", "blank");
        bad("not UTF-8", "a\xFF", "byte 1");
    }

    void names()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, result);
        QFETCH(QByteArray, says);
        std::string checked;
        const auto error = errorOf([&] { checked = base::checkedName(name.toStdString(), "data set"); });
        QCOMPARE(QByteArray::fromStdString(checked), result);
        QCOMPARE(error.has_value(), !says.isEmpty());
        if (error) {
            QCOMPARE(error->kind(), std::string_view("invalid_argument"));
            QVERIFY2(QByteArray::fromStdString(error->message()).contains(says), error->what());
            QVERIFY2(error->message().find("data set") != std::string::npos, error->what());
        }
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
