// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/input_plan.h"

#include "base/error.h"
#include "data/dialect.h"
#include "data/json_scanner.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

namespace lepton::data {

namespace {

/// So much of what follows the first text that is no UTF-8 decides what it is.
constexpr std::size_t lateSampleBytes = std::size_t{1} << 20;

std::string_view firstLine(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    const auto end = text.find_first_of("\r\n", begin);
    auto line = text.substr(begin, end == std::string_view::npos ? end : end - begin);
    while (line.ends_with(' ') || line.ends_with('\t'))
        line.remove_suffix(1);
    return line;
}

/// Whether @p line begins as an object with a first member does: {"name": ... No header of a table does.
bool beginsLikeJsonObject(std::string_view line)
{
    constexpr std::string_view blanks = " \t";
    const auto quote = line.starts_with('{') ? line.find_first_not_of(blanks, 1) : std::string_view::npos;
    if (quote == std::string_view::npos || line[quote] != '"')
        return false;
    std::size_t end = quote + 1;
    while (end < line.size() && line[end] != '"')
        end += line[end] == '\\' ? 2 : 1;
    const auto colon = end < line.size() ? line.find_first_not_of(blanks, end + 1) : std::string_view::npos;
    return colon != std::string_view::npos && line[colon] == ':';
}

FileFormat formatOf(std::string_view text)
{
    const std::string_view line = firstLine(text);
    // A first line that is broken, or longer than the sample, is told by the scanner with its place; as a
    // table it would become a header without a word.
    if (isJsonObject(line) || beginsLikeJsonObject(line))
        return FileFormat::JsonLines;
    if (line == "{" || line == "[" || line.starts_with("[{"))
        throw base::Error(
            base::ErrorCode::Unsupported,
            "This is a JSON document. Only JSON Lines can be imported: one object a line. Write the "
            "records of the document so and import that file.");
    return FileFormat::Csv;
}

void refuseEmpty(std::string_view text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw base::Error(base::ErrorCode::EmptyFile, "The file is empty: there is not even a header in it.");
}

/// Where the encoding is open, text that is no UTF-8 is no bad record yet.
BadRowSink untilDecided(BadRowSink sink)
{
    return [sink = std::move(sink)](BadRow row) {
        if (row.kind == base::ErrorCode::BadEncoding && row.place.byte)
            throw LateEncoding{*row.place.byte};
        sink(std::move(row));
    };
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

InputPlan planInput(ByteSource& bytes, const ReadOptions& options, WhenUnclear unclear)
{
    InputPlan plan;
    const std::string_view head = bytes.head();
    plan.detected.compression = bytes.compression();
    if (head.empty())
        throw base::Error(base::ErrorCode::EmptyFile, "The file is empty: there is nothing in it.");
    if (options.format == FileFormat::Parquet || (!options.format && head.starts_with("PAR1"))) {
        if (!plan.detected.compression.empty())
            throw base::Error(
                base::ErrorCode::Unsupported,
                fmt::format("This is a Parquet file inside a {} file. Decompress it first: Parquet "
                            "compresses its own pages.",
                            plan.detected.compression));
        plan.detected.format = FileFormat::Parquet;
        return plan;
    }

    EncodingChoice choice = chooseEncoding(head, options.encoding, unclear);
    plan.detected.encoding = choice.encoding;
    plan.detected.readings = std::move(choice.readings);
    plan.notices = std::move(choice.notices);
    plan.encodingIsOpen =
        !options.encoding && plan.detected.encoding == "utf-8" && !bytes.headIsWhole() && isAscii(head);
    const std::string text = decodeSample(head, plan.detected.encoding);
    if (text.size() < 64)
        refuseEmpty(text);
    plan.detected.format = options.format ? *options.format : formatOf(text);
    plan.dialect.quote = options.quote;
    plan.dialect.hasHeader = options.hasHeader;
    const bool whole = head.size() <= sampleBytes;
    if (plan.detected.format == FileFormat::Csv)
        plan.dialect.delimiter =
            options.delimiter ? *options.delimiter : detectDelimiter(text, options.quote, whole);
    plan.detected.delimiter = plan.dialect.delimiter;
    return plan;
}

void decideEncoding(const std::filesystem::path& file, const LateEncoding& late, InputPlan& plan,
                    const base::Cancellation& cancellation)
{
    plan.encodingIsOpen = false;
    ByteSource bytes(file, cancellation);
    std::string piece(lateSampleBytes, '\0');
    for (auto left = static_cast<std::size_t>(late.byte); left > 0;) {
        const std::size_t taken = bytes.read(std::span(piece).first(std::min(left, piece.size())));
        if (taken == 0)
            return; // the file has become shorter; whoever reads it next says so
        left -= taken;
    }
    std::size_t filled = 0;
    while (const std::size_t taken = bytes.read(std::span(piece).subspan(filled)))
        filled += taken;
    piece.resize(filled);
    EncodingChoice choice = chooseEncoding(piece, std::nullopt);
    plan.detected.encoding = choice.encoding;
    plan.detected.readings = std::move(choice.readings);
    plan.notices.insert(plan.notices.end(), choice.notices.begin(), choice.notices.end());
}

OpenedInput::OpenedInput(const std::filesystem::path& file, const InputPlan& plan, BadRowSink sink,
                         const base::Cancellation& cancellation, BatchLimits limits, Extent extent)
    : m_bytes(std::make_unique<ByteSource>(file, cancellation))
{
    m_bytes->head();
    if (extent == Extent::Head)
        m_bytes->endAfterHead();
    m_text = std::make_unique<TextSource>(*m_bytes, plan.detected.encoding);
    if (plan.encodingIsOpen)
        sink = untilDecided(std::move(sink));
    if (plan.detected.format == FileFormat::JsonLines)
        m_records = std::make_unique<JsonScanner>(*m_text, std::move(sink), limits, plan.names);
    else
        m_records = std::make_unique<DelimitedScanner>(*m_text, plan.dialect, std::move(sink), limits);
}

OpenedInput::~OpenedInput() = default;

const DelimitedFacts* OpenedInput::delimitedFacts() const noexcept
{
    const auto* delimited = dynamic_cast<const DelimitedScanner*>(m_records.get());
    return delimited ? &delimited->facts() : nullptr;
}

} // namespace lepton::data
