// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

#include "base/cancellation.h"
#include "data/taken_over.h"

#include <QTest>

#include <algorithm>

using namespace lepton;
using data::ReadOption;
using data::ReadOptions;
using data::TakenOver;

namespace {

/// "评论,标签" and two rows of Chinese: in GB18030 and in UTF-8.
const QByteArray chinese = QByteArray::fromHex("c6c0c2db2cb1eac7a90abac3b5c42c310ab2bbbac32c320a");
const QByteArray chineseUtf8 = "\xE8\xAF\x84\xE8\xAE\xBA,\xE6\xA0\x87\xE7\xAD\xBE\n"
                               "\xE5\xA5\xBD\xE7\x9A\x84,1\n\xE4\xB8\x8D\xE5\xA5\xBD,2\n";

std::string words(const std::vector<ReadOption>& options)
{
    std::string text;
    for (const ReadOption option : options)
        text += (text.empty() ? "" : ",") + std::string(optionName(option));
    return text;
}

data::Column column(const std::string& name, data::ColumnType type)
{
    data::Column made;
    made.name = name;
    made.type = type;
    return made;
}

} // namespace

class TestTakenOver : public QObject
{
    Q_OBJECT

private:
    testing::ImportFixture m_fixture;

    /// Version 3, of @p bytes read with @p options.
    data::DatasetVersion versionOf(const QByteArray& bytes, const ReadOptions& options)
    {
        data::DatasetVersion version;
        version.number = 3;
        version.schema =
            m_fixture.importBytes({bytes.data(), static_cast<std::size_t>(bytes.size())}, options).schema;
        version.provenance.options = options;
        return version;
    }

    TakenOver takenFor(const QByteArray& bytes, const data::DatasetVersion& before,
                       const ReadOptions& stated = {})
    {
        const auto file = m_fixture.write({bytes.data(), static_cast<std::size_t>(bytes.size())});
        return data::takeOver(file, stated, before, base::Cancellation());
    }

private Q_SLOTS:
    void takesWhatFits()
    {
        ReadOptions then;
        then.delimiter = ';';
        then.nulls = {{"none", "-"}};
        then.types = {{"id", column("id", data::ColumnType::Text)},
                      {"gone", column("gone", data::ColumnType::Text)}};
        then.badRows = data::BadRows::Skip;
        const auto before = versionOf("id;price;gone\n1;2;a\n-;none;b\n", then);
        const TakenOver taken = takenFor("id;price\n7;8\n", before);
        QCOMPARE(taken.version, 3);
        QCOMPARE(words(taken.taken), std::string("delimiter,nulls,types"));
        QCOMPARE(words(taken.left), std::string());
        QCOMPARE(taken.types, std::vector<std::string>{"id"}); // "gone" is not in this file
        QCOMPARE(taken.options.delimiter, std::optional(';'));
        QCOMPARE(taken.options.nulls, then.nulls);
        QVERIFY2(taken.options.badRows == data::BadRows::Fail, "what is left out is asked for each time");
    }

    void findsAnewWhatDoesNotFit()
    {
        ReadOptions then;
        then.delimiter = ';';
        then.nulls = {{"none"}};
        const auto before = versionOf("id;price\n1;none\n", then);
        const TakenOver taken = takenFor("id,price\n1,none\n", before);
        QCOMPARE(words(taken.taken), std::string("nulls"));
        QCOMPARE(words(taken.left), std::string("delimiter"));
        QVERIFY(!taken.options.delimiter);
    }

    void takesAnEncodingThatTheTextCanBeIn()
    {
        ReadOptions then;
        then.encoding = "gb18030";
        const auto before = versionOf(chinese, then);
        QCOMPARE(words(takenFor(chinese, before).taken), std::string("encoding"));
        const TakenOver other = takenFor(chineseUtf8, before);
        QVERIFY2(!other.options.encoding, "this is UTF-8 beyond doubt");
        QCOMPARE(words(other.left), std::string("encoding"));
        // of plain ASCII, what comes behind the sample may be in it
        QCOMPARE(words(takenFor("a,b\n1,2\n", versionOf("a,b\n1,2\n", then)).taken), std::string("encoding"));
    }

    void leavesOutAHeaderThatIsNone()
    {
        ReadOptions then;
        then.hasHeader = false;
        const auto before = versionOf("1,x\n2,y\n", then);
        QCOMPARE(words(takenFor("3,z\n4,w\n", before).taken), std::string("header"));
    }

    void statedOptionsWin()
    {
        ReadOptions then;
        then.delimiter = ';';
        then.nulls = {{"none"}};
        then.types = {{"id", column("id", data::ColumnType::Text)}};
        const auto before = versionOf("id;price\n1;2\n", then);
        ReadOptions stated;
        stated.nulls = {{"NA"}};
        stated.types = {{"id", column("id", data::ColumnType::Float64)}};
        const TakenOver taken = takenFor("id;price\n1;2\n", before, stated);
        QCOMPARE(words(taken.taken), std::string("delimiter"));
        QCOMPARE(taken.options.nulls, stated.nulls);
        QCOMPARE(taken.options.types.at("id").type, data::ColumnType::Float64);
    }

    void takesNothingFromAVersionReadAsFound()
    {
        const TakenOver taken = takenFor("a\n1\n", versionOf("a\n1\n", {}));
        QVERIFY(taken.taken.empty() && taken.left.empty());
        QCOMPARE(taken.options, ReadOptions());
    }

    void leavesAFileThatCannotBeReadToItsReader()
    {
        ReadOptions then;
        then.nulls = {{"none"}};
        const auto before = versionOf("a\n1\n", then);
        const TakenOver taken = takenFor("", before);
        QVERIFY(taken.taken.empty());
        QCOMPARE(taken.options, ReadOptions());
    }

    void tellsWhatStillHolds()
    {
        ReadOptions then;
        then.nulls = {{"none"}};
        then.types = {{"id", column("id", data::ColumnType::Text)},
                      {"n", column("n", data::ColumnType::Float64)}};
        const TakenOver taken = takenFor("id,n\n1,2\n", versionOf("id,n\n1,2\n", then));
        QCOMPARE(words(taken.taken), std::string("nulls,types"));
        ReadOptions now = taken.options;
        now.types.erase("n");
        now.nulls = {{"NA"}};
        const TakenOver still = data::stillTaken(taken, now);
        QCOMPARE(words(still.taken), std::string("types"));
        QCOMPARE(still.types, std::vector<std::string>{"id"});
    }
};

QTEST_GUILESS_MAIN(TestTakenOver)
#include "tst_taken_over.moc"
