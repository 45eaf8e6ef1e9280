// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "line_input.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "text/batch.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <optional>

namespace lepton::cli {
namespace {

struct TokenizeOptions
{
    std::string model;
    std::optional<std::int64_t> maxLength;
};

int tokenize(const Context& context, const TokenizeOptions& options)
{
    const auto tokenizer = text::loadTokenizer(options.model);
    const text::EncodeOptions encode{options.maxLength ? static_cast<std::size_t>(*options.maxLength)
                                                       : tokenizer->modelMaxLength().value_or(0)};
    base::Progress progress;
    LineInput input(context.interrupted());
    std::int64_t before = 0;
    std::string out;
    for (auto lines = input.nextLines(); !lines.empty(); lines = input.nextLines()) {
        const std::vector<std::string_view> texts(lines.begin(), lines.end());
        text::TokenBatch batch;
        try {
            batch = text::encodeBatch(*tokenizer, texts, encode, 0, progress, context.interrupted());
        } catch (const base::Error& error) {
            rethrowWithLine(error, before);
        }
        out.clear();
        for (std::size_t i = 0; i < batch.size(); ++i)
            out += fmt::format("[{}]\n", fmt::join(batch[i], ","));
        print(out);
        flushOutput();
        before += static_cast<std::int64_t>(lines.size());
    }
    return 0;
}

} // namespace

void addTokenize(CLI::App& app, Context& context)
{
    auto options = std::make_shared<TokenizeOptions>();
    CLI::App* verb = app.add_subcommand(
        "tokenize",
        "Turn lines of standard input into ids, a JSON array a line, as the model's tokeniser does");
    verb->add_option("--model", options->model, "Hugging Face folder with tokenizer.json or vocab.txt")
        ->type_name("DIR")
        ->required();
    verb->add_option("--max-length", options->maxLength,
                     "Cut to so many ids, special tokens included (0: uncut; default: the model's limit)")
        ->type_name("K")
        ->check(CLI::NonNegativeNumber);
    verb->footer("Example:\n  lepton tokenize --model all-MiniLM-L6-v2 --max-length 128 < texts.txt");
    context.whenChosen(*verb, [options, &context] { return tokenize(context, *options); });
}

} // namespace lepton::cli
