// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/step_memory.h"

#include <QTest>

using namespace lepton;
using train::Precision;

class TestStepMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimateIsNearWhatWasMeasured_data();
    void estimateIsNearWhatWasMeasured();
    void frozenLayersTakeLess();

private:
    /// all-MiniLM-L6-v2.
    static std::int64_t estimate(std::int64_t rows, std::int64_t length, Precision precision, bool packed,
                                 std::int64_t frozenLayers = 0)
    {
        const train::EncoderSize encoder{
            .layers = 6, .hiddenSize = 384, .intermediateSize = 1536, .heads = 12};
        const std::int64_t parameters = 22'714'755;
        const std::int64_t frozen = frozenLayers == 0 ? 0 : 11'917'824 + frozenLayers * 1'774'464;
        return train::stepMemory(
            encoder, {parameters, parameters - frozen, frozenLayers, rows, length, precision, packed});
    }
};

/// The peak of the process (VmHWM) over some steps by bench_train, without the 190 MiB of the program with
/// LibTorch, with the best weights (87 MiB) and the moments of words that were not seen yet (90 MiB) added;
/// of the plain layers, its growth over two steps with the weights and the best ones added.
void TestStepMemory::estimateIsNearWhatWasMeasured_data()
{
    QTest::addColumn<std::int64_t>("rows");
    QTest::addColumn<std::int64_t>("length");
    QTest::addColumn<bool>("half");
    QTest::addColumn<bool>("packed");
    QTest::addColumn<double>("measured"); // MiB
    const auto row = [](const char* name, std::int64_t rows, std::int64_t length, bool half, bool packed,
                        double measured) {
        QTest::addRow("%s", name) << rows << length << half << packed << measured;
    };
    row("usual batch", 16, 128, false, true, 669.0);
    row("large batch", 64, 128, false, true, 1748.0);
    row("long rows", 16, 512, false, true, 2471.0);
    row("plain layers, usual batch", 16, 128, false, false, 899.0);
    row("plain layers, large batch", 64, 128, false, false, 2753.0);
    row("plain layers, long rows", 16, 512, false, false, 4564.0);
    row("plain layers, bf16", 64, 128, true, false, 1892.0);
}

void TestStepMemory::estimateIsNearWhatWasMeasured()
{
    QFETCH(std::int64_t, rows);
    QFETCH(std::int64_t, length);
    QFETCH(bool, half);
    QFETCH(bool, packed);
    QFETCH(double, measured);
    const auto bytes = estimate(rows, length, half ? Precision::BFloat16 : Precision::Float32, packed);
    const double ratio = static_cast<double>(bytes) / (1 << 20) / measured;
    QVERIFY2(ratio >= 1.0 && ratio < 1.3, qPrintable(QString::number(ratio)));
}

void TestStepMemory::frozenLayersTakeLess()
{
    for (const bool packed : {false, true})
        QVERIFY(estimate(16, 128, Precision::Float32, packed, 3) <
                estimate(16, 128, Precision::Float32, packed) * 7 / 10);
}

QTEST_GUILESS_MAIN(TestStepMemory)
#include "tst_step_memory.moc"
