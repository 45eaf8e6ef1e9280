// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/column_list_model.h"
#include "ui/datasets/dataset_filter_model.h"
#include "ui/datasets/dataset_list_model.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/event_list_model.h"
#include "ui/datasets/hex_dump.h"
#include "ui/datasets/import_name.h"
#include "ui/datasets/import_preview_model.h"
#include "ui/datasets/sample_model.h"
#include "ui/datasets/schema_fit.h"
#include "ui/datasets/version_list_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QTest>

using namespace lepton;
using namespace lepton::ui;

namespace {

data::Dataset makeDataset(const char* name, const char* department, std::int64_t rows,
                          std::vector<std::string> tags = {})
{
    data::Dataset dataset;
    dataset.id = base::DatasetId::generate();
    dataset.name = name;
    dataset.department = department;
    dataset.rows = rows;
    dataset.columns = 2;
    dataset.latestVersion = 1;
    dataset.tags = std::move(tags);
    return dataset;
}

QStringList namesOf(const QAbstractItemModel& model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, DatasetListModel::NameColumn).data().toString();
    return names;
}

data::Column column(const char* name, data::ColumnType type)
{
    data::Column column;
    column.name = name;
    column.type = type;
    return column;
}

data::BadRow raggedRow(std::int64_t row, std::vector<std::string> fields, std::int64_t expected)
{
    data::BadRow bad;
    bad.place.row = row;
    bad.place.fields = std::int64_t(fields.size());
    bad.place.expected = expected;
    bad.message = "Row has too many fields.";
    bad.fields = std::move(fields);
    return bad;
}

} // namespace

class TestDatasetModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void keepsPlacesWhenTheListIsReadAgain();
    void filtersByEveryFacet_data();
    void filtersByEveryFacet();
    void sortsByWhatTheColumnMeans();
    void describesColumns();
    void showsMissingCellsAsSuch();
    void writesNumbersAsTheGridDoes();
    void putsBadRowsWhereTheyStand();
    void saysWhatIsWrongWithARow();
    void comparesSchemas_data();
    void comparesSchemas();
    void proposesNames_data();
    void proposesNames();
    void writesSharesThatAreNeverWrong_data();
    void writesSharesThatAreNeverWrong();
    void writesEstimatesInTwoFigures_data();
    void writesEstimatesInTwoFigures();
    void writesNumbers_data();
    void writesNumbers();
    void writesTimesRelativeUnderAWeek();
    void dumpsBytes();
    void tellsEvents();
};

void TestDatasetModels::keepsPlacesWhenTheListIsReadAgain()
{
    DatasetListModel model;
    QAbstractItemModelTester tester(&model);
    auto credit = makeDataset("credit", "Risk", 1000);
    auto bikes = makeDataset("bikes", "Service", 17);
    model.setDatasets({credit, bikes});
    const QPersistentModelIndex kept = model.index(1, 0);

    auto tweets = makeDataset("tweets", "Marketing", 5);
    bikes.rows = 18;
    model.setDatasets({tweets, bikes});

    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), QStringLiteral("bikes"));
    QCOMPARE(kept.sibling(kept.row(), DatasetListModel::RowsColumn).data().toString(), QStringLiteral("18"));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.indexOf(credit.id).isValid());
}

void TestDatasetModels::filtersByEveryFacet_data()
{
    QTest::addColumn<QSet<QString>>("departments");
    QTest::addColumn<QSet<int>>("sensitivities");
    QTest::addColumn<QSet<QString>>("tags");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("none") << QSet<QString>{} << QSet<int>{} << QSet<QString>{}
                          << QStringList{"bikes", "credit", "tweets"};
    QTest::newRow("one department") << QSet<QString>{"Risk"} << QSet<int>{} << QSet<QString>{}
                                    << QStringList{"credit"};
    QTest::newRow("either of two") << QSet<QString>{"Risk", "Service"} << QSet<int>{} << QSet<QString>{}
                                   << QStringList{"bikes", "credit"};
    QTest::newRow("both kinds must hold")
        << QSet<QString>{"Risk"} << QSet<int>{} << QSet<QString>{"hourly"} << QStringList{};
    QTest::newRow("a tag") << QSet<QString>{} << QSet<int>{} << QSet<QString>{"hourly"}
                           << QStringList{"bikes"};
    QTest::newRow("a sensitivity") << QSet<QString>{} << QSet<int>{int(data::Sensitivity::Restricted)}
                                   << QSet<QString>{} << QStringList{"credit"};
}

void TestDatasetModels::filtersByEveryFacet()
{
    QFETCH(QSet<QString>, departments);
    QFETCH(QSet<int>, sensitivities);
    QFETCH(QSet<QString>, tags);
    QFETCH(QStringList, left);
    DatasetListModel model;
    auto credit = makeDataset("credit", "Risk", 1000);
    credit.sensitivity = data::Sensitivity::Restricted;
    model.setDatasets({credit, makeDataset("bikes", "Service", 17, {"hourly", "weather"}),
                       makeDataset("tweets", "Marketing", 5)});
    DatasetFilterModel filter;
    QAbstractItemModelTester tester(&filter);
    filter.setSourceModel(&model);
    filter.sort(DatasetListModel::NameColumn);
    DatasetFacets facets;
    facets.departments = departments;
    facets.sensitivities = sensitivities;
    facets.tags = tags;
    filter.setFacets(facets);
    QCOMPARE(namesOf(filter), left);
}

void TestDatasetModels::sortsByWhatTheColumnMeans()
{
    DatasetListModel model;
    model.setDatasets(
        {makeDataset("b10", "Risk", 9), makeDataset("b9", "Risk", 1'000'000), makeDataset("A", "Risk", 10)});
    DatasetFilterModel filter;
    filter.setSourceModel(&model);
    filter.sort(DatasetListModel::NameColumn);
    QCOMPARE(namesOf(filter), (QStringList{"A", "b9", "b10"}));
    filter.sort(DatasetListModel::RowsColumn);
    QCOMPARE(namesOf(filter), (QStringList{"b10", "A", "b9"}));
    filter.sort(DatasetListModel::DepartmentColumn);
    QCOMPARE(namesOf(filter), (QStringList{"A", "b9", "b10"})); // equal departments: by name
}

void TestDatasetModels::describesColumns()
{
    ColumnListModel model;
    QAbstractItemModelTester tester(&model);
    data::ColumnProfile numbers;
    numbers.rows = 10;
    numbers.missing = 1;
    numbers.distinct = 9;
    numbers.minimum = 4;
    numbers.maximum = 72.5;
    numbers.quantiles = {5, 10, 18, 30, 60};
    numbers.histogram = {.low = 4, .high = 72.5, .counts = std::vector<std::int64_t>(60, 1)};
    data::ColumnProfile words;
    words.rows = 10;
    words.distinct = 2;
    words.top = {{"own", 7}, {"rent", 3}};
    data::ColumnProfile days = numbers;
    days.minimum = 0;
    days.maximum = 31;
    model.setColumns(
        {.columns = {column("months", data::ColumnType::Float64), column("home", data::ColumnType::Text),
                     column("day", data::ColumnType::Date)}},
        {.columns = {numbers, words, days}});

    const auto text = [&](int row, int cell) { return model.index(row, cell).data().toString(); };
    QCOMPARE(text(0, ColumnListModel::SummaryColumn), QStringLiteral("4 / 18 / 72.5"));
    QCOMPARE(text(2, ColumnListModel::SummaryColumn), QStringLiteral("1970-01-01 to 1970-02-01"));
    QCOMPARE(text(0, ColumnListModel::ShareColumn), QString());
    QCOMPARE(text(0, ColumnListModel::MissingColumn), QStringLiteral("1"));
    QCOMPARE(model.index(0, 2).data(ColumnListModel::BarsRole).value<QList<double>>(),
             QList<double>(20, 3.0));
    QCOMPARE(text(1, ColumnListModel::TypeColumn), QStringLiteral("category"));
    QCOMPARE(text(1, ColumnListModel::SummaryColumn), QStringLiteral("own"));
    QCOMPARE(text(1, ColumnListModel::ShareColumn), QStringLiteral("70.0 %"));
    QCOMPARE(model.index(1, 2).data(ColumnListModel::PartsRole).value<QList<double>>(),
             (QList<double>{0.7, 0.3}));
}

void TestDatasetModels::showsMissingCellsAsSuch()
{
    SampleModel model;
    QAbstractItemModelTester tester(&model);
    data::Page page;
    page.rows = {6};
    page.columns = {1, 0};
    page.cells = {{std::string("two\nlines"), std::monostate{}}};
    model.setPage({.columns = {column("n", data::ColumnType::Int64), column("t", data::ColumnType::Text)}},
                  page);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("t"));
    QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("7"));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("two lines"));
    QCOMPARE(model.index(0, 0).data(SampleModel::MissingRole).toBool(), false);
    QCOMPARE(model.index(0, 1).data(SampleModel::MissingRole).toBool(), true);
}

void TestDatasetModels::writesNumbersAsTheGridDoes()
{
    SampleModel model;
    data::Page page;
    page.rows = {0, 1};
    page.columns = {0, 1};
    page.cells = {{std::int64_t{1169}, 1.5}, {std::int64_t{24}, 2.25}};
    model.setPage({.columns = {column("n", data::ColumnType::Int64), column("x", data::ColumnType::Float64)}},
                  page);
    const auto text = [&](int row, int at) { return model.index(row, at).data().toString(); };
    QCOMPARE(text(0, 0), QStringLiteral("1,169"));
    QCOMPARE(text(1, 0), QStringLiteral("24"));
    QCOMPARE(text(0, 1), QStringLiteral("1.50"));
    QCOMPARE(text(1, 1), QStringLiteral("2.25"));
}

void TestDatasetModels::putsBadRowsWhereTheyStand()
{
    ImportPreviewModel model;
    QAbstractItemModelTester tester(&model);
    data::Preview preview;
    preview.schema.columns = {column("a", data::ColumnType::Text), column("b", data::ColumnType::Text)};
    preview.rows = {{"1", "x"}, {"2", "y"}};
    preview.missing = {{false, false}, {false, true}};
    model.setPreview(preview, true);
    QCOMPARE(model.firstBadRow(), -1);
    model.setBadRows({raggedRow(3, {"1", "2", "3"}, 2), raggedRow(4817, {"p"}, 2)});

    QStringList records;
    for (int row = 0; row < model.rowCount(); ++row)
        records << model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    QCOMPARE(records, (QStringList{"2", "3", "4", "4,817"}));
    QCOMPARE(model.firstBadRow(), 1);
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("2"));
    QVERIFY(model.index(1, 1).data(ImportPreviewModel::BadRole).toBool());
    QVERIFY(!model.index(2, 0).data(ImportPreviewModel::BadRole).toBool());
    QVERIFY(model.index(2, 1).data(ImportPreviewModel::MissingRole).toBool());
}

void TestDatasetModels::saysWhatIsWrongWithARow()
{
    QVERIFY(
        ImportPreviewModel::problem(raggedRow(2, {"a", "b", "c"}, 2)).contains(QStringLiteral("too many")));
    QVERIFY(ImportPreviewModel::problem(raggedRow(2, {"a"}, 2)).contains(QStringLiteral("too few")));
}

void TestDatasetModels::comparesSchemas_data()
{
    using data::ColumnType;
    QTest::addColumn<data::Schema>("before");
    QTest::addColumn<data::Schema>("after");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<QString>("word");
    const auto a = column("a", ColumnType::Int64);
    const auto b = column("b", ColumnType::Text);
    QTest::newRow("equal") << data::Schema{{a, b}} << data::Schema{{a, b}} << true << "Fits v4";
    QTest::newRow("reordered") << data::Schema{{a, b}} << data::Schema{{b, a}} << true << "another order";
    QTest::newRow("a column more") << data::Schema{{a}} << data::Schema{{a, b}} << false << "new: b";
    QTest::newRow("a column less") << data::Schema{{a, b}} << data::Schema{{a}} << false << "gone: b";
    QTest::newRow("another type") << data::Schema{{a}} << data::Schema{{column("a", ColumnType::Text)}}
                                  << false << "a was integer, is text";
}

void TestDatasetModels::comparesSchemas()
{
    QFETCH(data::Schema, before);
    QFETCH(data::Schema, after);
    QFETCH(bool, fits);
    QFETCH(QString, word);
    const auto fit = compareSchemas(before, after);
    QCOMPARE(fit.fits(), fits);
    const auto sentence = fit.sentence(4, std::nullopt);
    QVERIFY2(sentence.contains(word), qPrintable(sentence));
}

void TestDatasetModels::proposesNames_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::newRow("ending") << "credit.csv"
                            << "credit";
    QTest::newRow("compressed") << "credit.CSV.gz"
                                << "credit";
    QTest::newRow("Chinese") << QStringLiteral("评论.tsv") << QStringLiteral("评论");
    QTest::newRow("what no name may hold") << "a@b.parquet"
                                           << "a_b";
    QTest::newRow("no ending") << "data"
                               << "data";
    QTest::newRow("only an ending") << ".csv"
                                    << ".csv";
}

void TestDatasetModels::proposesNames()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    QCOMPARE(datasetNameFor(file), name);
}

void TestDatasetModels::writesSharesThatAreNeverWrong_data()
{
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing of nothing") << qint64(0) << qint64(0) << "0 %";
    QTest::newRow("none") << qint64(0) << qint64(5) << "0 %";
    QTest::newRow("all") << qint64(5) << qint64(5) << "100 %";
    QTest::newRow("one in three") << qint64(1) << qint64(3) << "33.3 %";
    QTest::newRow("one in a million is not none") << qint64(1) << qint64(1'000'000) << "< 0.1 %";
    QTest::newRow("all but one is not all") << qint64(999'999) << qint64(1'000'000) << "> 99.9 %";
}

void TestDatasetModels::writesSharesThatAreNeverWrong()
{
    QFETCH(qint64, part);
    QFETCH(qint64, whole);
    QFETCH(QString, text);
    QCOMPARE(DatasetText::share(part, whole), text);
}

void TestDatasetModels::writesEstimatesInTwoFigures_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("hundreds") << qint64(609'700'000) << "610 MB";
    QTest::newRow("tens") << qint64(60'970'000) << "61 MB";
    QTest::newRow("ones") << qint64(6'097'000) << "6.1 MB";
    QTest::newRow("up to the next unit") << qint64(999'900'000) << "1.0 GB";
    QTest::newRow("bytes") << qint64(42) << "42 bytes";
    QTest::newRow("nothing") << qint64(0) << "0 bytes";
}

void TestDatasetModels::writesEstimatesInTwoFigures()
{
    QFETCH(qint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(DatasetText::aboutSize(bytes), text);
}

void TestDatasetModels::writesNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 18424.0 << "18,424";
    QTest::newRow("short") << 0.25 << "0.25";
    QTest::newRow("long") << 3.14159265 << "3.1416";
    QTest::newRow("tiny") << 0.000001234 << "1.234e-06";
    QTest::newRow("negative") << -12.5 << "-12.5";
    QTest::newRow("rounds to whole") << 99999.99999 << "100,000";
}

void TestDatasetModels::writesNumbers()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(DatasetText::number(value).toLower(), text);
}

void TestDatasetModels::writesTimesRelativeUnderAWeek()
{
    const QDateTime now(QDate(2026, 11, 25), QTime(12, 0));
    const auto at = [&](const QDateTime& time) { return DatasetText::when({time.toMSecsSinceEpoch()}, now); };
    QCOMPARE(at(now.addSecs(-20)), QStringLiteral("Just now"));
    QVERIFY(at(now.addSecs(-300)).startsWith(QStringLiteral("5 min")));
    QVERIFY(at(now.addSecs(-3 * 3600)).startsWith(QStringLiteral("3 h")));
    QCOMPARE(at(now.addDays(-1)), QStringLiteral("Yesterday"));
    QCOMPARE(at(now.addDays(-2)), QStringLiteral("Mon"));
    QCOMPARE(at(now.addDays(-20)), QStringLiteral("5 Nov"));
    QCOMPARE(at(now.addYears(-1)), QStringLiteral("25 Nov 2025"));
}

void TestDatasetModels::dumpsBytes()
{
    const auto lines = hexDump(QByteArray("a,b\n\xff", 5)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.front().startsWith(QStringLiteral("00000000  61 2c 62 0a ff")));
    QVERIFY(lines.front().endsWith(QStringLiteral("a,b..")));
}

void TestDatasetModels::tellsEvents()
{
    EventListModel model;
    QAbstractItemModelTester tester(&model);
    store::Event event;
    event.seq = 3;
    event.kind = "dataset.imported";
    event.detail = R"({"version":3,"file":"credit.csv","rows":1000,"skipped_rows":2})";
    model.setEvents({event}, {{event.member.toString(), "Mei"}});
    QCOMPARE(model.index(0, EventListModel::WhatColumn).data().toString(),
             QStringLiteral("v3 imported from credit.csv: 1,000 rows, 2 left out"));
    QCOMPARE(model.index(0, EventListModel::WhoColumn).data().toString(), QStringLiteral("Mei"));
    event.detail = "no json";
    QCOMPARE(EventListModel::sentence(event), QStringLiteral("dataset.imported"));
}

QTEST_MAIN(TestDatasetModels)
#include "tst_dataset_models.moc"
