// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: what kind of file it is, decided from its first bytes and what the person states.

#include "data/delimited_scanner.h"
#include "data/encoding_detector.h"
#include "data/importer.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace lepton::base {
class Cancellation;
}

namespace lepton::data {

/// How the bytes of a file become records.
struct InputPlan
{
    Detected detected;
    Dialect dialect;
    std::vector<Notice> notices;
    std::vector<std::string> names; ///< JSON Lines: the keys that are known already
    /// Nothing beyond ASCII was seen yet in a file that goes on, and the person stated no encoding: the first
    /// text that is no UTF-8 decides.
    bool encodingIsOpen = false;
};

/// Looks at the first MiB of @p bytes.
/// @throw Error with EmptyFile, UnknownEncoding, Unsupported, InvalidArgument
InputPlan planInput(ByteSource& bytes, const ReadOptions& options, WhenUnclear unclear = WhenUnclear::Refuse);

/// Thrown by an OpenedInput whose encoding is open, at the first text that is no UTF-8.
struct LateEncoding
{
    std::int64_t byte = 0; ///< where that is, in the file as decompressed
};

/// Decides the encoding of @p plan by what stands at @p late.
/// @throw Error with UnknownEncoding
void decideEncoding(const std::filesystem::path& file, const LateEncoding& late, InputPlan& plan,
                    const base::Cancellation& cancellation);

/// What @p read gives that reads @p file by @p plan; it is called again where the encoding was decided late.
template <class Read>
auto withEncoding(const std::filesystem::path& file, InputPlan& plan, const base::Cancellation& cancellation,
                  Read read)
{
    try {
        return read();
    } catch (const LateEncoding& late) {
        decideEncoding(file, late, plan, cancellation);
    }
    return read();
}

/// How much of a file is read.
enum class Extent
{
    Whole,
    Head
};

/// A file opened as records.
class OpenedInput
{
public:
    /// @p sink is told of bad records; it is called on the thread that reads. Its records throw LateEncoding
    /// where the plan's encoding is open.
    OpenedInput(const std::filesystem::path& file, const InputPlan& plan, BadRowSink sink,
                const base::Cancellation& cancellation, BatchLimits limits = {},
                Extent extent = Extent::Whole);
    ~OpenedInput();

    RecordSource& records() noexcept { return *m_records; }
    ByteSource& bytes() noexcept { return *m_bytes; }
    TextSource& text() noexcept { return *m_text; }
    /// Null for JSON Lines.
    const DelimitedFacts* delimitedFacts() const noexcept;

private:
    std::unique_ptr<ByteSource> m_bytes;
    std::unique_ptr<TextSource> m_text;
    std::unique_ptr<RecordSource> m_records;
};

} // namespace lepton::data
