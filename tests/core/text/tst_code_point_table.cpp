// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/golden.h"

#include "text/code_point_table.h"

#include <QTest>

#include <fstream>
#include <sstream>

using namespace lepton;
using text::CodePointAction;
using text::CodePointEntry;
using text::CodePointTable;

namespace {

std::string hex(char32_t codePoint)
{
    char digits[9];
    std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(codePoint));
    return digits;
}

/// What the table does to a code point, in the words of bert_codepoints.tsv.
std::string actionWord(const CodePointTable& table, char32_t codePoint, bool isCjk)
{
    const CodePointEntry entry = table[codePoint];
    switch (entry.action()) {
    case CodePointAction::Append:
        return entry.operand() == 0 ? "keep" : "map>" + hex(entry.operand());
    case CodePointAction::Space:
        return "space";
    case CodePointAction::Alone:
        if (isCjk)
            return entry.operand() == 0 ? "cjk" : "cjk>" + hex(entry.operand());
        return entry.operand() == 0 ? "punct" : "punct map>" + hex(entry.operand());
    case CodePointAction::Control:
    case CodePointAction::Mark:
    case CodePointAction::MarkBase:
        return "removed";
    case CodePointAction::Hangul:
        return "hangul";
    case CodePointAction::Sequence:
        break;
    }
    const auto parts = table.expand(entry);
    if (parts.size() == 1 && parts.front().codePoint == codePoint)
        return "keep"; // a mark that stays, and that NFD may move
    std::string word = "map>";
    for (const text::OrderedCodePoint& part : parts)
        word += (word.ends_with('>') ? "" : " ") + hex(part.codePoint);
    return word;
}

} // namespace

class TestCodePointTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheLibraryForEveryCodePoint();
    void casedModelsKeepLettersAndMarks();
    void accentsMayStayWhereLettersAreLowered();
    void accentsMayGoWhereLettersStay();
    void ideographsMayJoinWords();
};

void TestCodePointTable::equalsTheLibraryForEveryCodePoint()
{
    const CodePointTable table{text::NormaliserOptions{}};
    std::ifstream file(testing::goldenFolder("tokenize") / "bert_codepoints.tsv");
    std::string line;
    QVERIFY(std::getline(file, line));
    std::size_t compared = 0;
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string first, last, expected;
        std::getline(fields, first, '\t');
        std::getline(fields, last, '\t');
        std::getline(fields, expected, '\t');
        const bool isCjk = expected.starts_with("cjk");
        const auto end = static_cast<char32_t>(std::stoul(last, nullptr, 16));
        for (auto c = static_cast<char32_t>(std::stoul(first, nullptr, 16)); c <= end; ++c) {
            if (c >= 0xD800 && c < 0xE000)
                continue; // no character: never in valid UTF-8
            const std::string actual = actionWord(table, c, isCjk);
            if (actual != expected)
                QFAIL(
                    qPrintable(QString::fromStdString("U+" + hex(c) + ": " + actual + ", not " + expected)));
            ++compared;
        }
    }
    QCOMPARE(compared, std::size_t{0x110000 - 0x800});
}

void TestCodePointTable::casedModelsKeepLettersAndMarks()
{
    const CodePointTable table({.lowercase = false, .stripAccents = false, .splitCjk = true});
    QCOMPARE(actionWord(table, U'A', false), "keep");
    QCOMPARE(actionWord(table, U'É', false), "keep");
    QCOMPARE(actionWord(table, 0x0301, false), "keep");    // combining acute accent
    QCOMPARE(actionWord(table, 0xAC00, false), "keep");    // a Hangul syllable stays whole
    QCOMPARE(actionWord(table, 0x2260, false), "keep");    // not-equal sign: no punctuation unless bared
    QCOMPARE(actionWord(table, 0x037E, false), "punct");   // Greek question mark
    QCOMPARE(actionWord(table, 0x200D, false), "removed"); // zero width joiner
    QCOMPARE(actionWord(table, 0xF900, true), "cjk");
}

void TestCodePointTable::accentsMayStayWhereLettersAreLowered()
{
    const CodePointTable table({.lowercase = true, .stripAccents = false, .splitCjk = true});
    QCOMPARE(actionWord(table, U'É', false), "map>" + hex(U'é'));
    QCOMPARE(actionWord(table, U'é', false), "keep");
    QCOMPARE(actionWord(table, 0x0130, false), "map>0069 0307"); // capital I with a dot
}

void TestCodePointTable::accentsMayGoWhereLettersStay()
{
    const CodePointTable table({.lowercase = false, .stripAccents = true, .splitCjk = true});
    QCOMPARE(actionWord(table, U'É', false), "map>" + hex(U'E'));
    QCOMPARE(actionWord(table, U'E', false), "keep");
    QCOMPARE(actionWord(table, 0x0301, false), "removed");
}

void TestCodePointTable::ideographsMayJoinWords()
{
    const CodePointTable table({.lowercase = true, .stripAccents = true, .splitCjk = false});
    QCOMPARE(actionWord(table, U'好', false), "keep");
    QCOMPARE(actionWord(table, 0xF900, false), "map>8C48");
}

QTEST_APPLESS_MAIN(TestCodePointTable)
#include "tst_code_point_table.moc"
