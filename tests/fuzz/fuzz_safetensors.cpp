// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a file of tensors or a refusal with a sentence: every tensor that is read lies inside the
// file and has the bytes that its shape asks for, and what is written again reads the same.
#include "fuzz/temporary_folder.h"

#include "base/error.h"
#include "nn/safetensors_writer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const testing::TemporaryFolder folder;
    folder.write("model.safetensors", {reinterpret_cast<const char*>(data), size});
    try {
        const nn::SafetensorsFile file(folder.path() / "model.safetensors");
        std::size_t bytes = 0;
        for (const nn::TensorView& tensor : file.tensors()) {
            require(tensor.data.size() ==
                    static_cast<std::size_t>(tensor.elements()) * typeSize(tensor.type));
            bytes += tensor.data.size();
            require(file.find(tensor.name) == &tensor);
        }
        require(bytes <= size);
        checkAgain(file, folder.path() / "again.safetensors");
    } catch (const base::Error& error) {
        require(error.code() == base::ErrorCode::BadModel && !error.message().empty());
    }
    return 0;
}
