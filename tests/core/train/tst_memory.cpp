// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/memory.h"

#include <QTest>

using namespace lepton;
using train::Precision;

class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimateIsNearWhatWasMeasured_data();
    void estimateIsNearWhatWasMeasured();
    void frozenLayersTakeLess();

private:
    /// all-MiniLM-L6-v2.
    static std::int64_t estimate(std::int64_t rows, std::int64_t length, Precision precision,
                                 std::int64_t frozenLayers = 0)
    {
        nn::BertConfig config;
        config.hiddenSize = 384;
        config.layers = 6;
        config.intermediateSize = 1536;
        const std::int64_t parameters = 22'714'755;
        const std::int64_t frozen = frozenLayers == 0 ? 0 : 11'917'824 + frozenLayers * 1'774'464;
        return train::engine::estimateMemory(
            config, {parameters, parameters - frozen, frozenLayers, rows, length, precision});
    }
};

/// The growth of the process's peak (VmHWM) over two steps by bench_train, with the best weights added.
void TestMemory::estimateIsNearWhatWasMeasured_data()
{
    QTest::addColumn<std::int64_t>("rows");
    QTest::addColumn<std::int64_t>("length");
    QTest::addColumn<bool>("half");
    QTest::addColumn<double>("measured"); // MiB
    QTest::addRow("usual batch") << std::int64_t{16} << std::int64_t{128} << false << 812.0;
    QTest::addRow("large batch") << std::int64_t{64} << std::int64_t{128} << false << 2666.0;
    QTest::addRow("long rows") << std::int64_t{16} << std::int64_t{512} << false << 4477.0;
    QTest::addRow("bf16") << std::int64_t{64} << std::int64_t{128} << true << 1805.0;
}

void TestMemory::estimateIsNearWhatWasMeasured()
{
    QFETCH(std::int64_t, rows);
    QFETCH(std::int64_t, length);
    QFETCH(bool, half);
    QFETCH(double, measured);
    const auto bytes = estimate(rows, length, half ? Precision::BFloat16 : Precision::Float32);
    const double ratio = static_cast<double>(bytes) / (1 << 20) / measured;
    QVERIFY2(ratio >= 1.0 && ratio < 1.3, qPrintable(QString::number(ratio)));
}

void TestMemory::frozenLayersTakeLess()
{
    QVERIFY(estimate(16, 128, Precision::Float32, 3) < estimate(16, 128, Precision::Float32) * 7 / 10);
}

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
