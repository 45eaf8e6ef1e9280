// SPDX-License-Identifier: GPL-3.0-or-later
// Any tokenizer.json is either refused with an Error or makes a tokeniser that works.
#include "fuzz/temporary_folder.h"

#include "base/error.h"
#include "text/tokenizer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace lepton;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const testing::TemporaryFolder folder;
    folder.write("tokenizer.json", {reinterpret_cast<const char*>(data), size});
    try {
        const auto tokenizer = text::loadTokenizer(folder.path());
        const text::Encoding encoding =
            tokenizer->newSession()->encodePair("Playing 好 [SEP] ##x", "\xC3\xA9!", {});
        for (const text::TokenId id : encoding.ids) {
            if (id < 0 || static_cast<std::size_t>(id) >= tokenizer->vocabularySize())
                std::abort();
        }
    } catch (const base::Error& error) {
        if (error.message().empty())
            std::abort();
    }
    return 0;
}
