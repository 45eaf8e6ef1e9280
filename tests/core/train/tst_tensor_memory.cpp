// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/tensor_memory.h"

#include <QTest>

#include <cstring>
#include <thread>
#include <vector>

#include <c10/core/CPUAllocator.h>

using lepton::train::engine::TensorMemoryScope;

namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20;

c10::DataPtr block(std::size_t bytes)
{
    return c10::GetCPUAllocator()->allocate(bytes);
}

} // namespace

/// Memory of tensors: kept for the next ones while somebody works, and whole at all times.
class TestTensorMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptBlocksAreUsedAgain();
    void freeNeighboursBecomeOne();
    void nothingIsKeptAfterwards();
    void blocksOutliveTheScope();
    void numbersAreAligned();
    void whatCannotBeHadIsSaid();
    void threadsDoNotMeet();
};

void TestTensorMemory::keptBlocksAreUsedAgain()
{
    const TensorMemoryScope scope;
    const void* first = nullptr;
    {
        const auto data = block(3 * megabyte);
        first = data.get();
    }
    QCOMPARE(block(3 * megabyte - 1'000).get(), first); // nearly the same size
}

void TestTensorMemory::freeNeighboursBecomeOne()
{
    const TensorMemoryScope scope;
    auto first = block(4 * megabyte);
    auto second = block(4 * megabyte);
    auto third = block(4 * megabyte);
    void* const place = first.get();
    third.clear();
    first.clear();
    second.clear();
    QCOMPARE(block(12 * megabyte).get(), place);
}

void TestTensorMemory::nothingIsKeptAfterwards()
{
    std::unique_ptr<TensorMemoryScope> outer = std::make_unique<TensorMemoryScope>();
    {
        const TensorMemoryScope inner;
        const void* const place = block(8 * megabyte).get();
        QCOMPARE(block(8 * megabyte).get(), place);
    }
    const void* const place = block(8 * megabyte).get();
    QCOMPARE(block(8 * megabyte).get(), place); // the outer one still works
    outer.reset();
    std::memset(block(8 * megabyte).get(), 1, 8 * megabyte);
}

void TestTensorMemory::blocksOutliveTheScope()
{
    c10::DataPtr data;
    {
        const TensorMemoryScope scope;
        data = block(2 * megabyte);
        std::memset(data.get(), 7, 2 * megabyte);
    }
    QCOMPARE(static_cast<const char*>(data.get())[2 * megabyte - 1], char{7});
}

void TestTensorMemory::numbersAreAligned()
{
    const TensorMemoryScope scope;
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{100}, 70'000UL, megabyte, 5 * megabyte + 3}) {
        const auto data = block(bytes);
        QCOMPARE(reinterpret_cast<std::uintptr_t>(data.get()) % 64, std::uintptr_t{0});
        std::memset(data.get(), 1, bytes);
    }
    QVERIFY(!block(0).get());
}

void TestTensorMemory::whatCannotBeHadIsSaid()
{
    const TensorMemoryScope scope;
    QVERIFY_THROWS_EXCEPTION(c10::OutOfMemoryError, block(std::size_t{1} << 60));
}

void TestTensorMemory::threadsDoNotMeet()
{
    const TensorMemoryScope scope;
    std::vector<int> wrong(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t number = 0; number < wrong.size(); ++number)
            threads.emplace_back([&mine = wrong[number], number] {
                for (std::size_t turn = 0; turn < 200; ++turn) {
                    const std::size_t bytes = 100'000 + 50'000 * (turn % 7);
                    const auto data = block(bytes);
                    std::memset(data.get(), static_cast<int>(number), bytes);
                    for (std::size_t i = 0; i < bytes; i += 4'096)
                        mine += static_cast<const char*>(data.get())[i] != static_cast<char>(number);
                }
            });
    }
    QCOMPARE(wrong, std::vector<int>(4));
}

QTEST_GUILESS_MAIN(TestTensorMemory)
#include "tst_tensor_memory.moc"
