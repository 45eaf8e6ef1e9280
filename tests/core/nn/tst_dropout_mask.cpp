// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/dropout_mask.h"
#include "nn/philox.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace lepton::nn;

/// The random numbers behind dropout: Philox as published, and masks that depend on the place alone.
class TestDropoutMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void philoxGivesThePublishedNumbers();
    void maskIsPhiloxBlockByBlock();
    void maskDoesNotDependOnHowItIsCut();
    void shareOfZerosIsTheProbability();
};

// Random123, kat_vectors, philox4x32 with 10 rounds.
void TestDropoutMask::philoxGivesThePublishedNumbers()
{
    QVERIFY(philox({0, 0, 0, 0}, 0) == (PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    constexpr std::uint32_t ones = 0xffffffff;
    QVERIFY(philox({ones, ones, ones, ones}, 0xffffffffffffffff) ==
            (PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    QVERIFY(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0x299f31d0a4093822) ==
            (PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

void TestDropoutMask::maskIsPhiloxBlockByBlock()
{
    const MaskRequest request{
        .seed = 0x123456789abcdef0, .block = 0xfffffff8, .threshold = 0x40000000, .kept = 1.5F};
    std::vector<float> mask(maskGroupNumbers * 3);
    fillMask(request, mask.data(), 0, mask.size());
    for (std::size_t i = 0; i < mask.size(); ++i) {
        const std::size_t place = i % maskGroupNumbers;
        const std::size_t block = i / maskGroupNumbers * maskGroupBlocks + place % maskGroupBlocks;
        const std::uint32_t number =
            philoxAt(request.block + block, 0, request.seed)[place / maskGroupBlocks];
        QCOMPARE(mask[i], number < request.threshold ? 0.0F : request.kept);
    }
}

void TestDropoutMask::maskDoesNotDependOnHowItIsCut()
{
    const MaskRequest request{.seed = 7, .block = 5, .threshold = 1U << 31, .kept = 2};
    const std::size_t count = maskGroupNumbers * 9 + 17;
    std::vector<float> whole(count);
    std::vector<float> parts(count, -1);
    fillMask(request, whole.data(), 0, count);
    fillMask(request, parts.data(), maskGroupNumbers * 4, count);
    fillMask(request, parts.data(), maskGroupNumbers, maskGroupNumbers * 4);
    fillMask(request, parts.data(), 0, maskGroupNumbers);
    QVERIFY(whole == parts);
}

void TestDropoutMask::shareOfZerosIsTheProbability()
{
    constexpr double p = 0.1;
    const MaskRequest request{.seed = 1,
                              .threshold = static_cast<std::uint32_t>(p * 0x1p32),
                              .kept = static_cast<float>(1 / (1 - p))};
    std::vector<float> mask(1'000'000);
    fillMask(request, mask.data(), 0, mask.size());
    double sum = 0;
    for (const float number : mask)
        sum += number;
    // Five standard deviations of the mean.
    const double allowed = 5 * std::sqrt(p / (1 - p) / static_cast<double>(mask.size()));
    QVERIFY(std::abs(sum / static_cast<double>(mask.size()) - 1) < allowed);
}

QTEST_APPLESS_MAIN(TestDropoutMask)
#include "tst_dropout_mask.moc"
