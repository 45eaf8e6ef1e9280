// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "nn/safetensors.h"
#include "nn/safetensors_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <bit>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <iterator>

#include <sys/resource.h>

using namespace lepton;
using nn::SafetensorsFile;
using nn::TensorType;
using nn::TensorView;

namespace {

std::string sizeText(std::uint64_t size)
{
    const auto bytes = std::bit_cast<std::array<char, 8>>(size);
    return {bytes.data(), bytes.size()};
}

/// A file with this header and @p dataSize bytes after it.
std::string fileOf(const std::string& header, std::size_t dataSize)
{
    return sizeText(header.size()) + header + std::string(dataSize, '\1');
}

/// Two tensors of 24 bytes together.
const char* const goodHeader = R"({"__metadata__":{"format":"pt"},)"
                               R"("a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
                               R"("b":{"dtype":"I64","shape":[],"data_offsets":[16,24]}})";

std::span<const std::byte> bytesOf(const std::string& text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

} // namespace

/// The safetensors files: what is read is what was written, and everything else is refused with its reason.
class TestSafetensors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheHeaderSays();
    void headerMayBeFilledUpWithBlanks();
    void tensorsWithoutNumbersAreRead();
    void damagedFileIsRefused_data();
    void damagedFileIsRefused();
    void everyTruncationIsRefused();
    void everyChangedByteIsReadOrRefused();
    void missingFileIsNotFound();
    void writesWhatItReads();
    void writesTheSameBytesAgain();
    void widerTypesComeFirst();
    void doubleNameIsNotWritten();
    void existingFileIsNotOverwritten();
    void fullDiskIsSaid();

private:
    std::filesystem::path path(const char* name = "model.safetensors") const
    {
        return m_folder.filePath(name).toStdString();
    }
    std::filesystem::path write(const std::string& content) const
    {
        std::ofstream(path(), std::ios::binary) << content;
        return path();
    }
    static std::string read(const std::filesystem::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    QTemporaryDir m_folder;
};

void TestSafetensors::readsWhatTheHeaderSays()
{
    const SafetensorsFile file(write(fileOf(goodHeader, 24)));
    QCOMPARE(file.tensors().size(), std::size_t{2});
    QCOMPARE(file.metadata().at("format"), std::string("pt"));
    const TensorView* const a = file.find("a");
    QVERIFY(a);
    QCOMPARE(a->type, TensorType::F32);
    QVERIFY(a->shape == (std::vector<std::int64_t>{2, 2}));
    QCOMPARE(a->elements(), std::int64_t{4});
    QCOMPARE(a->data.size(), std::size_t{16});
    const TensorView* const b = file.find("b");
    QVERIFY(b);
    QCOMPARE(b->type, TensorType::I64);
    QVERIFY(b->shape.empty());
    QCOMPARE(b->elements(), std::int64_t{1});
    QVERIFY(b->data.data() == a->data.data() + 16);
    QVERIFY(!file.find("c"));
}

void TestSafetensors::headerMayBeFilledUpWithBlanks()
{
    const SafetensorsFile file(write(fileOf(std::string(goodHeader) + "     ", 24)));
    QCOMPARE(file.tensors().size(), std::size_t{2});
}

void TestSafetensors::tensorsWithoutNumbersAreRead()
{
    const SafetensorsFile file(write(fileOf(R"({"e":{"dtype":"F16","shape":[0,7],"data_offsets":[4,4]},)"
                                            R"("a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}})",
                                            4)));
    QCOMPARE(file.find("e")->elements(), std::int64_t{0});
    QVERIFY(file.find("e")->data.empty());
}

void TestSafetensors::damagedFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<qint64>("byte"); // -1: none is named
    const auto raw = [](const char* row, const std::string& content, const char* reason, qint64 byte) {
        QTest::addRow("%s", row) << QByteArray(content.data(), static_cast<qsizetype>(content.size()))
                                 << reason << byte;
    };
    // The byte of these counts from the start of the data.
    const auto header = [&raw](const char* row, const std::string& json, std::size_t data, const char* reason,
                               qint64 byte = -1) {
        raw(row, fileOf(json, data), reason, byte < 0 ? -1 : byte + 8 + static_cast<qint64>(json.size()));
    };
    const auto tensor = [&header](const char* row, const std::string& members, const char* reason,
                                  qint64 byte = -1) {
        header(row, R"({"a":{)" + members + "}}", 16, reason, byte);
    };

    raw("empty file", "", "0 bytes, too few", -1);
    raw("seven bytes", "1234567", "7 bytes, too few", -1);
    raw("header of 2^60", sizeText(std::uint64_t{1} << 60) + "{}", "header of 1152921504606846976 bytes", 0);
    raw("header of 2^64 - 1", sizeText(~std::uint64_t{0}) + "{}", "header of 18446744073709551615 bytes", 0);
    raw("header longer than the file", sizeText(1000) + "{}", "only 2 follow", 0);
    raw("header one byte longer than the file", sizeText(3) + "{}", "only 2 follow", 0);
    raw("no header", sizeText(0), "not valid JSON", 8);
    raw("a pickle", std::string("PK\3\4") + std::string(100, '\0'), "header of 67324752 bytes", 0);
    raw("no JSON", fileOf("hello", 0), "not valid JSON: it breaks at byte 8", 8);
    raw("text after the JSON", fileOf("{} {}", 0), "breaks at byte 11", 11);
    header("a list", "[]", 0, "its header is a list and not an object");
    header("a number", "7", 0, "its header is a number and not an object");
    raw("not UTF-8", fileOf("{\"\xFF\":{}}", 0), "breaks at byte 10", 10);
    header("deep lists", std::string(100'000, '['), 0, "its header is a list and not an object");
    header("deep objects", R"({"a":{"dtype":{"x":{}}}})", 0, "has as \"dtype\" an object");
    header("deep shape", R"({"a":{"shape":[[1]]}})", 0, "has in its shape a list");
    header("tensor that is no object", R"({"a":7})", 0, "\"a\" is described by a number");
    header("metadata that is no text", R"({"__metadata__":{"n":1}})", 0, "metadata \"n\" is a number");
    header("tensor twice",
           R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
           R"("a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})",
           2, "\"a\" is described twice");
    tensor("key twice", R"("dtype":"F32","dtype":"F32","shape":[4],"data_offsets":[0,16])",
           "has the key \"dtype\" twice");
    tensor("another key", R"("dtype":"F32","shape":[4],"data_offsets":[0,16],"stride":[1])",
           "has the key \"stride\"");
    tensor("no type", R"("shape":[4],"data_offsets":[0,16])", "\"a\" lacks its dtype");
    tensor("no shape", R"("dtype":"F32","data_offsets":[0,16])", "\"a\" lacks its shape");
    tensor("no offsets", R"("dtype":"F32","shape":[4])", "\"a\" lacks its two data_offsets");
    tensor("one offset", R"("dtype":"F32","shape":[4],"data_offsets":[0])",
           "\"a\" lacks its two data_offsets");
    tensor("three offsets", R"("dtype":"F32","shape":[4],"data_offsets":[0,16,17])",
           "more than two data_offsets");
    tensor("unknown type", R"("dtype":"F8_E4M3","shape":[16],"data_offsets":[0,16])",
           "numbers of the type \"F8_E4M3\"");
    tensor("type that is no text", R"("dtype":4,"shape":[4],"data_offsets":[0,16])",
           "has as \"dtype\" a number");
    tensor("negative size", R"("dtype":"F32","shape":[-4],"data_offsets":[0,16])", "a negative number");
    tensor("fraction of a size", R"("dtype":"F32","shape":[4.5],"data_offsets":[0,16])", "not whole");
    tensor("size beyond 64 bits", R"("dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,16])",
           "too large");
    tensor("sizes whose product overflows",
           R"("dtype":"F32","shape":[4294967296,4294967296,4],"data_offsets":[0,16])", "more than any file");
    tensor("sizes whose bytes overflow",
           R"("dtype":"F64","shape":[4611686018427387904],"data_offsets":[0,16])", "more than any file");
    tensor("17 dimensions",
           R"("dtype":"U8","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,16],"data_offsets":[0,16])",
           "more than 16 dimensions");
    tensor("shape with too many numbers", R"("dtype":"F32","shape":[5],"data_offsets":[0,16])",
           "takes 16 bytes, but its shape [5] of F32 needs 20", 0);
    tensor("end before begin", R"("dtype":"F32","shape":[4],"data_offsets":[16,0])", "before it begins");
    tensor("end after the file", R"("dtype":"F32","shape":[8],"data_offsets":[0,32])",
           "\"a\" ends 16 bytes after the end of the file", 16);
    tensor("end far after the file", R"("dtype":"F32","shape":[4],"data_offsets":[0,18446744073709551615])",
           "after the end of the file", 16);
    tensor("gap before the first", R"("dtype":"F32","shape":[3],"data_offsets":[4,16])",
           "4 bytes before the tensor \"a\" belong to no tensor", 0);
    tensor("bytes after the last", R"("dtype":"F32","shape":[3],"data_offsets":[0,12])",
           "4 bytes at its end belong to no tensor", 12);
    header("gap",
           R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
           R"("b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}})",
           3, "1 byte before the tensor \"b\"", 1);
    header("overlap",
           R"({"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},)"
           R"("b":{"dtype":"U8","shape":[3],"data_offsets":[1,4]}})",
           4, "\"b\" shares 2 bytes with the tensor \"a\"", 1);
    header("the same bytes twice",
           R"({"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},)"
           R"("b":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}})",
           3, "shares 3 bytes", 0);
}

void TestSafetensors::damagedFileIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    QFETCH(qint64, byte);
    const auto file = write(content.toStdString());
    const auto error = testing::errorOf([&] { SafetensorsFile{file}; });
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::BadModel);
    const auto message = QString::fromStdString(error->message());
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(message.contains("model.safetensors"), qPrintable(message));
    QCOMPARE(error->place().byte.value_or(-1), byte);
}

void TestSafetensors::everyTruncationIsRefused()
{
    const std::string whole = fileOf(goodHeader, 24);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto file = write(whole.substr(0, size));
        QCOMPARE(testing::kindOf([&] { SafetensorsFile{file}; }), "bad_model");
    }
}

void TestSafetensors::everyChangedByteIsReadOrRefused()
{
    const std::string whole = fileOf(goodHeader, 24);
    int refused = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x15);
        const auto file = write(changed);
        const auto error = testing::errorOf([&] {
            const SafetensorsFile opened(file);
            for (const TensorView& tensor : opened.tensors())
                QCOMPARE(tensor.data.size(),
                         static_cast<std::size_t>(tensor.elements()) * typeSize(tensor.type));
        });
        if (error)
            QCOMPARE(error->code(), base::ErrorCode::BadModel);
        refused += error ? 1 : 0;
    }
    QVERIFY(refused > 100);
}

void TestSafetensors::missingFileIsNotFound()
{
    QCOMPARE(testing::kindOf([&] { SafetensorsFile{path("none")}; }), "not_found");
}

void TestSafetensors::writesWhatItReads()
{
    const std::string floats(24, 'f');
    const std::string flags(3, '\1');
    const std::string name = "a \"name\"\nof \xE5\xA5\xBD";
    const std::vector<TensorView> tensors{{"flags", TensorType::Bool, {3}, bytesOf(flags)},
                                          {name, TensorType::F32, {2, 3}, bytesOf(floats)},
                                          {"empty", TensorType::F16, {0}, {}}};
    writeSafetensors(path("written"), tensors, {{"format", "pt"}, {"note", "x"}});
    const SafetensorsFile file(path("written"));
    QCOMPARE(file.tensors().size(), std::size_t{3});
    QCOMPARE(file.metadata().size(), std::size_t{2});
    for (const TensorView& tensor : tensors) {
        const TensorView* const read = file.find(tensor.name);
        QVERIFY(read);
        QCOMPARE(read->type, tensor.type);
        QVERIFY(read->shape == tensor.shape);
        QVERIFY(std::ranges::equal(read->data, tensor.data));
    }
}

void TestSafetensors::writesTheSameBytesAgain()
{
    const std::string floats(24, 'f');
    const std::vector<TensorView> tensors{{"b", TensorType::F32, {6}, bytesOf(floats)},
                                          {"a", TensorType::F32, {3, 2}, bytesOf(floats)}};
    writeSafetensors(path("first"), tensors, {{"y", "1"}, {"x", "2"}});
    writeSafetensors(path("second"), tensors, {{"x", "2"}, {"y", "1"}});
    QCOMPARE(read(path("first")), read(path("second")));
}

void TestSafetensors::widerTypesComeFirst()
{
    const std::string bytes(16, 'x');
    const std::vector<TensorView> tensors{{"bytes", TensorType::U8, {3}, bytesOf(bytes).first(3)},
                                          {"halves", TensorType::BF16, {3}, bytesOf(bytes).first(6)},
                                          {"numbers", TensorType::I64, {2}, bytesOf(bytes)},
                                          {"floats", TensorType::F32, {3}, bytesOf(bytes).first(12)}};
    writeSafetensors(path("mixed"), tensors);
    const SafetensorsFile file(path("mixed"));
    for (const TensorView& tensor : file.tensors())
        QCOMPARE(reinterpret_cast<std::uintptr_t>(tensor.data.data()) % typeSize(tensor.type),
                 std::size_t{0});
}

void TestSafetensors::doubleNameIsNotWritten()
{
    const std::vector<TensorView> tensors{{"a", TensorType::U8, {0}, {}}, {"a", TensorType::F32, {0}, {}}};
    QCOMPARE(testing::kindOf([&] { writeSafetensors(path("double"), tensors); }), "invalid_argument");
    QVERIFY(!std::filesystem::exists(path("double")));
}

void TestSafetensors::existingFileIsNotOverwritten()
{
    const auto file = write("precious");
    QVERIFY(testing::errorOf([&] { nn::writeSafetensors(file, {}); }));
    QCOMPARE(read(file), std::string("precious"));
}

void TestSafetensors::fullDiskIsSaid()
{
    const std::string floats(1 << 20, 'f');
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{64 << 10, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto error = testing::errorOf([&] {
        nn::writeSafetensors(path("large"), {{"a", TensorType::U8, {1 << 20}, bytesOf(floats)}});
    });
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::NoSpace);
    QCOMPARE(testing::kindOf([&] { SafetensorsFile{path("large")}; }), "bad_model");
}

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
