// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a file of tensors or a refusal with a sentence: every tensor that is read lies inside the
// file and has the bytes that its shape asks for, and what is written again reads the same.
#include "fuzz/temporary_folder.h"

#include "base/error.h"
#include "nn/safetensors_header.h"
#include "nn/safetensors_writer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace lepton;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkAgain(const nn::SafetensorsFile& file, const std::filesystem::path& copy)
{
    std::filesystem::remove(copy);
    nn::writeSafetensors(copy, file.tensors(), file.metadata());
    const nn::SafetensorsFile again(copy);
    require(again.tensors().size() == file.tensors().size() && again.metadata() == file.metadata());
    for (const nn::TensorView& tensor : file.tensors()) {
        const nn::TensorView* const read = again.find(tensor.name);
        require(read && read->type == tensor.type && read->shape == tensor.shape);
        require(std::ranges::equal(read->data, tensor.data));
    }
}

/// The bytes as a header, so that the fuzzer need not guess its size.
void checkHeader(std::string_view json)
{
    constexpr std::uint64_t dataSize = 64;
    try {
        const auto header = nn::parseSafetensorsHeader(json, 8 + json.size(), dataSize, "file");
        std::uint64_t at = 0;
        for (const nn::TensorEntry& tensor : header.tensors) {
            require(tensor.begin == at &&
                    tensor.end - tensor.begin == tensor.numbers * typeSize(tensor.type));
            at = tensor.end;
        }
        require(at == dataSize);
    } catch (const base::Error& error) {
        require(error.code() == base::ErrorCode::BadModel && !error.message().empty());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const testing::TemporaryFolder folder;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    checkHeader(bytes);
    folder.write("model.safetensors", bytes);
    try {
        const nn::SafetensorsFile file(folder.path() / "model.safetensors");
        std::size_t total = 0;
        for (const nn::TensorView& tensor : file.tensors()) {
            require(tensor.data.size() ==
                    static_cast<std::size_t>(tensor.elements()) * typeSize(tensor.type));
            total += tensor.data.size();
            require(file.find(tensor.name) == &tensor);
        }
        require(total <= size);
        checkAgain(file, folder.path() / "again.safetensors");
    } catch (const base::Error& error) {
        require(error.code() == base::ErrorCode::BadModel && !error.message().empty());
    }
    return 0;
}
