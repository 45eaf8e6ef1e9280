// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "train/engine/cuda_driver.h"
#include "train/engine/device.h"
#include "train/engine/processor.h"
#include "train/engine/product_peak.h"

#include <QElapsedTimer>
#include <QTest>

#include <set>
#include <vector>

using namespace lepton;
using namespace lepton::train::engine;
using train::DeviceChoice;
using train::Precision;

namespace {

constexpr const char* oldProcessor =
    "processor\t: 0\nmodel name\t: Old CPU @ 2.00GHz\ncpu family\t: 6\nmodel\t\t: 60\n"
    "stepping\t: 3\nflags\t\t: fpu sse2 avx2 fma\n\nprocessor\t: 1\n";
constexpr const char* newProcessor = "model name\t: New CPU\ncpu family\t: 6\nmodel\t\t: 143\nstepping\t: 8\n"
                                     "flags\t\t: fpu avx2 avx512f avx512_bf16 amx_bf16\n";

const CudaState noDriver{.why = "there is no NVIDIA driver on this machine",
                         .lack = train::CudaLack::NoDriver};

} // namespace

class TestDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void processorIsReadFromItsFile()
    {
        const Processor processor = parseProcessor(oldProcessor);
        QCOMPARE(processor.name, std::string("Old CPU @ 2.00GHz"));
        QCOMPARE(processor.description,
                 std::string("Old CPU @ 2.00GHz, family 6, model 60, stepping 3 avx2 fma"));
        QVERIFY(!processor.fastBFloat16);
        QVERIFY(parseProcessor(newProcessor).fastBFloat16);
        QCOMPARE(parseProcessor("").name, std::string("unknown"));
    }

    void choiceWithoutCuda_data()
    {
        QTest::addColumn<int>("device");
        QTest::addColumn<int>("precision");
        QTest::addColumn<QString>("cpu");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, DeviceChoice device, Precision precision, const char* cpu,
                            const char* reason) {
            QTest::addRow("%s", name)
                << static_cast<int>(device) << static_cast<int>(precision) << cpu << reason;
        };
        row("all automatic", DeviceChoice::Auto, Precision::Auto, newProcessor,
            "The CPU in float32: there is no NVIDIA driver on this machine.");
        row("as asked", DeviceChoice::Cpu, Precision::Float32, newProcessor, "The CPU in float32, as asked.");
        row("bf16 in hardware", DeviceChoice::Cpu, Precision::BFloat16, newProcessor,
            "The CPU in bf16, as asked; the processor multiplies bf16 in hardware.");
        row("bf16 emulated", DeviceChoice::Cpu, Precision::BFloat16, oldProcessor,
            "The CPU in bf16, as asked; the processor has no instructions for bf16 (AVX512-BF16, AMX), so "
            "this "
            "takes many times as long as float32.");
    }
    void choiceWithoutCuda()
    {
        QFETCH(int, device);
        QFETCH(int, precision);
        QFETCH(QString, cpu);
        QFETCH(QString, reason);
        const auto facts = chooseDevice(static_cast<DeviceChoice>(device), static_cast<Precision>(precision),
                                        3, noDriver, parseProcessor(cpu.toStdString()));
        QCOMPARE(QString::fromStdString(facts.reason), reason);
        QCOMPARE(static_cast<int>(facts.device), static_cast<int>(DeviceChoice::Cpu));
        QCOMPARE(facts.why.asked, static_cast<DeviceChoice>(device) == DeviceChoice::Cpu);
        QVERIFY(facts.why.lack == train::CudaLack::NoDriver);
        QCOMPARE(facts.why.fastBFloat16, cpu == QLatin1String(newProcessor));
        QCOMPARE(facts.threads, 3);
        QVERIFY(facts.library.starts_with("LibTorch 2."));
    }

    void noThreadsStatedMeansAllCores()
    {
        Processor processor = parseProcessor(newProcessor);
        processor.cores = 12;
        QCOMPARE(chooseDevice(DeviceChoice::Auto, Precision::Auto, 0, noDriver, processor).threads, 12);
    }

    void cudaThatIsNotThereIsRefusedWithTheReason()
    {
        const auto error = testing::errorOf([] {
            chooseDevice(DeviceChoice::Cuda, Precision::Auto, 0, noDriver, parseProcessor(newProcessor));
        });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("unsupported"));
        QCOMPARE(error->message(),
                 std::string("CUDA cannot be used: there is no NVIDIA driver on this machine. "
                             "Choose the CPU, or leave the choice to the program."));
    }

    void peakIsMeasuredOnTheDeviceThatWasChosen()
    {
        const auto facts = chooseDevice(DeviceChoice::Cpu, Precision::Float32, 1, {}, readProcessor());
        const double peak = productPeak(facts);
        // One product by hand, far below what a library makes of it.
        constexpr int side = 256;
        std::vector<float> one(side * side, 0.5F), other(side * side, 0.25F), product(side * side);
        QElapsedTimer clock;
        clock.start();
        for (int row = 0; row < side; ++row)
            for (int column = 0; column < side; ++column)
                for (int k = 0; k < side; ++k)
                    product[row * side + column] += one[row * side + k] * other[k * side + column];
        const double plain = 2.0 * side * side * side / static_cast<double>(clock.nsecsElapsed());
        QCOMPARE(product.back(), side * 0.125F);
        QVERIFY2(peak > plain, qPrintable(QString("%1 against %2 GFLOP/s").arg(peak).arg(plain)));
    }

    void cudaIsChosenWhereItWorks()
    {
        const CudaState cuda = loadCuda();
        if (!cuda.works)
            QSKIP(("No CUDA device to test with: " + cuda.why + ".").c_str());
        const auto facts = chooseDevice(DeviceChoice::Auto, Precision::Auto, 0, cuda, readProcessor());
        QCOMPARE(static_cast<int>(facts.device), static_cast<int>(DeviceChoice::Cuda));
        const auto device = firstCudaDevice();
        QVERIFY(device);
        QCOMPARE(facts.name, device->name);
        QCOMPARE(facts.precision == Precision::BFloat16, device->major >= 8);
    }
};

QTEST_GUILESS_MAIN(TestDevice)
#include "tst_device.moc"
