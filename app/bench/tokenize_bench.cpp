// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/peer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "text/batch.h"

#include <fmt/format.h>

#include <thread>

namespace lepton::bench {

Result benchTokenize(const Setup& setup, const TokenizeOptions& options)
{
    const base::MappedFile file(options.file);
    const std::string_view all(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size());
    std::vector<std::string_view> lines;
    std::size_t bytes = 0;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        lines.push_back(all.substr(at, end - at));
        bytes += lines.back().size();
        at = end + 1;
    }
    if (bytes == 0)
        throw base::Error(base::ErrorCode::EmptyFile, options.file.string() + " has no text.");
    const auto tokenizer = text::loadTokenizer(options.model);
    const unsigned many = setup.threads > 0 ? static_cast<unsigned>(setup.threads)
                                            : std::max(1U, std::thread::hardware_concurrency());
    Result result;
    for (const unsigned threads : {1U, many}) {
        setup.tell(fmt::format("tokens on {} threads", threads));
        std::size_t tokens = 0;
        const double seconds = bestSeconds(setup, [&] {
            base::Progress progress;
            tokens = text::encodeBatch(*tokenizer, lines,
                                       {.maxLength = static_cast<std::size_t>(options.maxLength)}, threads,
                                       progress, setup.cancellation)
                         .ids.size();
        });
        const nlohmann::json peer =
            askPeer(setup, "tokenize",
                    {std::to_string(setup.rounds), options.model.string(), options.file.string(),
                     std::to_string(options.maxLength), std::to_string(threads)});
        const double megabytes = static_cast<double>(bytes) / 1e6;
        Row row{fmt::format("text into ids, threads: {}", threads),
                "MB/s",
                megabytes / seconds,
                "the package tokenizers",
                {}};
        if (peer.is_object()) {
            row.peer = megabytes / peer.at("seconds").get<double>();
            if (peer.at("tokens").get<std::size_t>() != tokens)
                result.notes.push_back(
                    fmt::format("the peer makes {} ids of it", peer.at("tokens").get<std::size_t>()));
        }
        result.rows.push_back(row);
        if (threads == many) {
            result.notes.push_back(
                fmt::format("{} lines, {:.1f} MB, {} ids", lines.size(), megabytes, tokens));
            break;
        }
    }
    return result;
}

} // namespace lepton::bench
