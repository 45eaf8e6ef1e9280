// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "data/exporter.h"

#include <QtTest>

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace lepton;
using testing::ImportFixture;

namespace {

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A CSV file that was imported comes out as it went in.
class TestRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesOutEqual_data();
    void comesOutEqual();
    void samplesComeOutEqual_data();
    void samplesComeOutEqual();

private:
    std::string exported(const std::filesystem::path& file);

    ImportFixture m_fixture;
};

std::string TestRoundTrip::exported(const std::filesystem::path& file)
{
    const auto imported = m_fixture.import(file);
    const auto table = data::Table::open(m_fixture.target());
    const auto target = m_fixture.folder() / ("out" + file.extension().string());
    base::Progress progress;
    const auto options = data::exportOptionsFor(target, imported.csvStyle);
    data::exportTable(*table, data::RowOrder::all(table->rowCount()), target, options, base::Cancellation(),
                      progress);
    return bytesOf(target);
}

void TestRoundTrip::comesOutEqual_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QByteArray("id,name,x\n1,Ann,1.5\n2,\"Bob, B.\",2.0\n");
    QTest::newRow("line ends, mark, no final line end")
        << QByteArray("\xEF\xBB\xBFid;name\r\n1;\"a\r\nb\"\r\n2;c");
    QTest::newRow("every text in quotes") << QByteArray("\"id\",\"name\"\n1,\"a\"\n2,\"b\"\n");
    QTest::newRow("every cell in quotes") << QByteArray("\"id\",\"name\"\n\"1\",\"a\"\n\"2\",\"b\"\n");
    QTest::newRow("two decimals") << QByteArray("price\n1.50\n2.25\n10.00\n");
    QTest::newRow("whole numbers without a point") << QByteArray("x,y\n1,a\n2.5,b\n");
    QTest::newRow("decimal comma") << QByteArray("x;y\n1,5;a\n2,25;b\n");
    QTest::newRow("missing and empty") << QByteArray("a,b\n,\"\"\nx,y\n");
    QTest::newRow("words for missing numbers") << QByteArray("n,x\n1,a\nNA,b\n3,c\n");
    QTest::newRow("truth values of Python") << QByteArray("ok,x\nTrue,a\nFalse,b\n");
    QTest::newRow("truth values in capitals") << QByteArray("ok,x\nTRUE,a\nFALSE,b\n");
    QTest::newRow("days") << QByteArray("day,x\n2024-01-31,a\n,b\n");
    QTest::newRow("times with a blank") << QByteArray("at,x\n2024-01-31 10:00:00,a\n2024-01-31 10:00:05,b\n");
    QTest::newRow("times with three decimals")
        << QByteArray("at,x\n2024-01-31T10:00:00.000,a\n2024-01-31T10:00:05.250,b\n");
    QTest::newRow("times without seconds") << QByteArray("at,x\n2024-01-31 10:00,a\n2024-01-31 10:05,b\n");
    QTest::newRow("instants") << QByteArray("at,x\n2024-01-31T10:00:00Z,a\n2024-01-31T10:00:05Z,b\n");
    QTest::newRow("instants of Python")
        << QByteArray("at,x\n2024-01-31 10:00:00+00:00,a\n2024-01-31 10:00:05+00:00,b\n");
    QTest::newRow("instants of a zone")
        << QByteArray("at,x\n2024-01-31 10:00:00+08:00,a\n2024-01-31 10:00:05+08:00,b\n");
    QTest::newRow("one column with nothing in between") << QByteArray("a\n1\n\n3\n");
    QTest::newRow("numbers of small size") << QByteArray("x\n1e-07\n2.5e-08\n0.5\n");
    QTest::newRow("texts of R") << QByteArray("\"name\",\"n\"\n\"a\",1\n?,2\n\"b\",NA\n");
    QTest::newRow("special numbers") << QByteArray("x\n1.5\nNaN\ninf\n-inf\n");
}

void TestRoundTrip::comesOutEqual()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(QByteArray::fromStdString(exported(m_fixture.write(bytes.toStdString()))), bytes);
}

void TestRoundTrip::samplesComeOutEqual_data()
{
    QTest::addColumn<QString>("file");
    const char* other = std::getenv("LEPTON_SAMPLES");
    const std::filesystem::path folder = other ? other : LEPTON_SOURCE_DIR "/resources/samples";
    QTest::newRow("none") << QString();
    if (!std::filesystem::exists(folder))
        return;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension == ".csv" || extension == ".tsv")
            QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
}

void TestRoundTrip::samplesComeOutEqual()
{
    QFETCH(QString, file);
    if (file.isEmpty())
        return;
    const std::filesystem::path path(file.toStdString());
    const std::string before = bytesOf(path);
    const std::string after = exported(path);
    const auto [a, b] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto at = static_cast<std::size_t>(a - before.begin());
    QVERIFY2(before == after,
             qPrintable(QString("byte %1: '%2' became '%3'")
                            .arg(at)
                            .arg(before.substr(at, 40).c_str(), after.substr(at, 40).c_str())));
}

} // namespace

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_round_trip.moc"
