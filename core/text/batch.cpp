// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/batch.h"

#include "base/error.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace lepton::text {
namespace {

/// Texts that a thread takes at a time: enough that taking costs nothing, few enough that all end together.
constexpr std::size_t chunkTexts = 256;

struct Chunk
{
    std::vector<TokenId> ids;
    std::vector<std::size_t> counts; ///< ids of each text
};

/// The failure of the text that stands first, whichever thread meets it when.
class FirstFailure
{
public:
    void note(std::size_t text, std::exception_ptr exception)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_exception || text < m_text) {
            m_exception = std::move(exception);
            m_text = text;
        }
    }

    /// @throw base::Error that names the text, when there was a failure.
    void rethrow() const
    {
        if (!m_exception)
            return;
        const base::Error error = base::errorFromException(m_exception);
        if (error.code() == base::ErrorCode::Cancelled)
            std::rethrow_exception(m_exception);
        base::ErrorPlace place = error.place();
        place.row = static_cast<std::int64_t>(m_text) + 1;
        throw base::Error(error.code(), "Text " + std::to_string(m_text + 1) + ": " + error.message(), place,
                          error.detail());
    }

private:
    std::mutex m_mutex;
    std::exception_ptr m_exception;
    std::size_t m_text = 0;
};

} // namespace

TokenBatch encodeBatch(const Tokenizer& tokenizer, std::span<const std::string_view> texts,
                       const EncodeOptions& options, unsigned threads, base::Progress& progress,
                       const base::Cancellation& cancellation)
{
    const std::size_t chunkCount = (texts.size() + chunkTexts - 1) / chunkTexts;
    std::vector<Chunk> chunks(chunkCount);
    std::atomic<std::size_t> nextChunk{0};
    std::atomic<bool> failed{false};
    FirstFailure failure;
    progress.begin("tokenising", static_cast<std::int64_t>(texts.size()));

    const auto work = [&] {
        std::size_t text = 0;
        try {
            const auto session = tokenizer.newSession();
            // Chunks are taken in order and each is finished, so that the first bad text is always met.
            for (std::size_t taken; !failed && (taken = nextChunk++) < chunkCount;) {
                Chunk& chunk = chunks[taken];
                text = taken * chunkTexts;
                cancellation.throwIfRequested();
                const std::size_t end = std::min(text + chunkTexts, texts.size());
                chunk.counts.reserve(end - text);
                for (; text < end; ++text)
                    chunk.counts.push_back(session->append(texts[text], options, chunk.ids));
                progress.advance(static_cast<std::int64_t>(chunk.counts.size()));
            }
        } catch (...) {
            failure.note(text, std::current_exception());
            failed = true;
        }
    };

    if (threads == 0)
        threads = std::max(std::thread::hardware_concurrency(), 1U);
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < std::min<std::size_t>(threads, chunkCount); ++i)
            helpers.emplace_back(work);
        work();
    }
    failure.rethrow();
    progress.flush();

    TokenBatch batch;
    std::size_t total = 0;
    for (const Chunk& chunk : chunks)
        total += chunk.ids.size();
    batch.ids.reserve(total);
    batch.offsets.reserve(texts.size() + 1);
    batch.offsets.push_back(0);
    for (Chunk& chunk : chunks) {
        batch.ids.insert(batch.ids.end(), chunk.ids.begin(), chunk.ids.end());
        for (const std::size_t count : chunk.counts)
            batch.offsets.push_back(batch.offsets.back() + count);
        chunk = {}; // so that the ids are not held twice
    }
    return batch;
}

} // namespace lepton::text
