// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "table_fixture.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "data/table.h"
#include "train/training_data.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace lepton;
using data::CellValue;
using data::ColumnType;
using testing::Cells;
using testing::errorOf;
using testing::kindOf;
using train::TrainingData;

namespace {

const CellValue missing{};

CellValue text(const char* value)
{
    return std::string(value);
}

} // namespace

class TestTrainingData : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    TrainingData read(const data::Schema& schema, const Cells& cells, const train::TrainingColumns& columns)
    {
        const auto path =
            std::filesystem::path(m_folder.path().toStdString()) / (std::to_string(++m_count) + ".parquet");
        testing::writeTable(path, schema, cells, 1'000);
        base::Progress progress;
        return readTrainingData(*data::Table::open(path), columns, base::Cancellation(), progress);
    }

private Q_SLOTS:
    void whatIsMissingIsLeftOutAndCounted()
    {
        const data::Schema schema{{{"label", ColumnType::Text}, {"text", ColumnType::Text}}};
        const TrainingData data = read(schema,
                                       {{text("b"), text("one")},
                                        {text("a"), missing},
                                        {missing, text("two")},
                                        {text("a"), text("")},
                                        {missing, missing},
                                        {text("\xC3\xA9"), text(" \t\xE3\x80\x80")},
                                        {text(" "), text("three")},
                                        {text("B"), text(" four ")}},
                                       {"text", "label", ""});
        QVERIFY(data.texts == (std::vector<std::string>{"one", " four "})); // texts are as they are
        QVERIFY(data.classes == (std::vector<std::string>{"B", "b"}));      // by code point
        QVERIFY(data.labels == (std::vector<std::int32_t>{1, 0}));
        QVERIFY(data.rows == (std::vector<std::int64_t>{0, 7}));
        QCOMPARE(data.tableRows, std::int64_t{8});
        QCOMPARE(data.missingTexts, std::int64_t{4});
        QCOMPARE(data.missingLabels, std::int64_t{2});
        QCOMPARE(data.notices.size(), std::size_t{2});
        QCOMPARE(data.notices[0].message, std::string("4 rows have no text and are left out."));
        QVERIFY(data.classCounts() == (std::vector<std::int64_t>{1, 1}));
    }

    void labelsOfOtherTypes_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("classes");
        QTest::newRow("whole numbers") << static_cast<int>(ColumnType::Int64) << "-1,10,2";
        QTest::newRow("true and false") << static_cast<int>(ColumnType::Bool) << "false,true";
    }
    void labelsOfOtherTypes()
    {
        QFETCH(int, type);
        QFETCH(QString, classes);
        const data::Schema schema{
            {{"text", ColumnType::Text}, {"y", static_cast<ColumnType>(type)}, {"part", ColumnType::Text}}};
        Cells cells;
        for (std::int64_t i = 0; i < 3; ++i) {
            const std::int64_t number = i == 0 ? 10 : i == 1 ? 2 : -1;
            const bool isNumber = static_cast<ColumnType>(type) == ColumnType::Int64;
            cells.push_back({text("t"), isNumber ? CellValue(number) : CellValue(i == 1),
                             i == 2 ? missing : text("train")});
        }
        const TrainingData data = read(schema, cells, {"text", "y", "part"});
        QStringList names;
        for (const std::string& name : data.classes)
            names << QString::fromStdString(name);
        QCOMPARE(names.join(','), classes);
        QVERIFY(data.splitValues == (std::vector<std::string>{"train", "train", ""}));
    }

    void manyRowsAndClasses()
    {
        const data::Schema schema{{{"text", ColumnType::Text}, {"label", ColumnType::Int64}}};
        Cells cells;
        for (std::int64_t i = 0; i < 12'345; ++i)
            cells.push_back({CellValue("text " + std::to_string(i)), CellValue(i % 10'000)});
        const TrainingData data = read(schema, cells, {"text", "label", ""});
        QCOMPARE(data.size(), std::size_t{12'345});
        QCOMPARE(data.classes.size(), std::size_t{10'000});
        QVERIFY(std::ranges::is_sorted(data.classes));
        for (std::size_t i = 0; i < data.size(); ++i) {
            QCOMPARE(data.rows[i], static_cast<std::int64_t>(i));
            QCOMPARE(data.classes[static_cast<std::size_t>(data.labels[i])], std::to_string(i % 10'000));
            QCOMPARE(data.texts[i], "text " + std::to_string(i));
        }
    }

    void aTextOfAMegabyte()
    {
        const data::Schema schema{{{"text", ColumnType::Text}, {"label", ColumnType::Text}}};
        const std::string large(1'000'000, 'x');
        const TrainingData data =
            read(schema, {{CellValue(large), text("a")}, {text("small"), text("b")}}, {"text", "label", ""});
        QCOMPARE(data.texts[0].size(), large.size());
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("split");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("no such text column") << "txt"
                                             << "label"
                                             << ""
                                             << "unknown_column"
                                             << "Did you mean \"text\"?";
        QTest::newRow("no such label column") << "text"
                                              << "category"
                                              << ""
                                              << "unknown_column"
                                              << "There are: text, label";
        QTest::newRow("no such split column") << "text"
                                              << "label"
                                              << "part"
                                              << "unknown_column"
                                              << "\"part\"";
        QTest::newRow("numbers for texts") << "count"
                                           << "label"
                                           << ""
                                           << "unsuitable_data"
                                           << "type int64";
        QTest::newRow("decimals for labels") << "text"
                                             << "score"
                                             << ""
                                             << "unsuitable_data"
                                             << "type float64";
        QTest::newRow("nothing for labels") << "text"
                                            << "empty"
                                            << ""
                                            << "unsuitable_data"
                                            << "is empty";
        QTest::newRow("numbers for parts") << "text"
                                           << "label"
                                           << "count"
                                           << "unsuitable_data"
                                           << "type int64";
        QTest::newRow("one column twice") << "text"
                                          << "text"
                                          << ""
                                          << "unsuitable_data"
                                          << "chosen twice";
        QTest::newRow("no row with both") << "text"
                                          << "sparse"
                                          << ""
                                          << "unsuitable_data"
                                          << "No row has both";
    }
    void refused()
    {
        QFETCH(QString, text);
        QFETCH(QString, label);
        QFETCH(QString, split);
        QFETCH(QString, kind);
        QFETCH(QString, words);
        const data::Schema schema{{{"text", ColumnType::Text},
                                   {"label", ColumnType::Text},
                                   {"count", ColumnType::Int64},
                                   {"score", ColumnType::Float64},
                                   {"empty", ColumnType::Null},
                                   {"sparse", ColumnType::Text}}};
        const Cells cells{{CellValue(std::string("x")), CellValue(std::string("a")),
                           CellValue(std::int64_t{1}), CellValue(0.5), missing, missing}};
        const auto error = errorOf([&] {
            read(schema, cells, {text.toStdString(), label.toStdString(), split.toStdString()});
        });
        QVERIFY(error);
        QCOMPARE(QString::fromUtf8(error->kind().data()), kind);
        QVERIFY2(error->message().find(words.toStdString()) != std::string::npos, error->what());
    }

    void aTableWithoutRows()
    {
        const data::Schema schema{{{"text", ColumnType::Text}, {"label", ColumnType::Text}}};
        const auto error = errorOf([&] { read(schema, {}, {"text", "label", ""}); });
        QVERIFY(error && error->message().find("has no rows") != std::string::npos);
    }

    void cancelling()
    {
        const auto path = std::filesystem::path(m_folder.path().toStdString()) / "cancelled.parquet";
        const data::Schema schema{{{"text", ColumnType::Text}, {"label", ColumnType::Text}}};
        testing::writeTable(path, schema, {{text("x"), text("a")}});
        base::CancellationSource source;
        source.request();
        base::Progress progress;
        QCOMPARE(kindOf([&] {
                     train::readTrainingData(*data::Table::open(path), {"text", "label", ""}, source.token(),
                                             progress);
                 }),
                 "cancelled");
    }
};

QTEST_GUILESS_MAIN(TestTrainingData)
#include "tst_training_data.moc"
