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
};

/// Looks at the first MiB of @p bytes.
/// @throw Error with EmptyFile, UnknownEncoding, Unsupported, InvalidArgument
InputPlan planInput(ByteSource& bytes, const ReadOptions& options, WhenUnclear unclear = WhenUnclear::Refuse);

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
    /// @p sink is told of bad records; it is called on the thread that reads.
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
