// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are either refused as bad UTF-8 or tokenised alike by a fresh session and a used one, cut or
// uncut.
#include "fuzz/temporary_folder.h"

#include "base/error.h"
#include "base/text.h"
#include "text/tokenizer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>

using namespace lepton;

namespace {

std::shared_ptr<const text::Tokenizer> smallTokenizer(const char* config)
{
    const testing::TemporaryFolder folder;
    std::string vocabulary =
        "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nplay\n##ing\n##\n好\n\xCC\x81\n##\xCC\x81\n";
    for (char letter = 'a'; letter <= 'z'; ++letter)
        vocabulary += std::string{letter, '\n'} + "##" + letter + "\n";
    folder.write("vocab.txt", vocabulary);
    folder.write("tokenizer_config.json", config);
    return text::loadTokenizer(folder.path());
}

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void check(const text::Tokenizer& tokenizer, text::TokenizerSession& used, std::string_view input)
{
    const bool isUtf8 = !base::firstInvalidUtf8(input);
    try {
        const std::vector<text::TokenId> ids = used.encode(input, {}).ids;
        require(isUtf8);
        require(ids == tokenizer.newSession()->encode(input, {}).ids);
        for (const text::TokenId id : ids)
            require(id >= 0 && static_cast<std::size_t>(id) < tokenizer.vocabularySize());
        const std::size_t limit = 2 + input.size() % 7;
        const std::vector<text::TokenId> cut = used.encode(input, {.maxLength = limit}).ids;
        require(cut.size() == std::min(limit, ids.size()) && cut.back() == ids.back());
        require(std::equal(cut.begin(), cut.end() - 1, ids.begin()));
    } catch (const base::Error&) {
        require(!isUtf8);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto uncased = smallTokenizer("{}");
    static const auto cased = smallTokenizer(R"({"do_lower_case": false})");
    static const auto usedUncased = uncased->newSession();
    static const auto usedCased = cased->newSession();
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    check(*uncased, *usedUncased, input);
    check(*cased, *usedCased, input);
    return 0;
}
