// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exporter.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "base/id.h"
#include "base/progress.h"
#include "data/order_blocks_arrow.h"
#include "data/parallel.h"
#include "data/parquet_export_arrow.h"
#include "data/row_formatter.h"
#include "data/text_encoder.h"

#include <arrow/array/array_base.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace lepton::data {
namespace {

namespace fs = std::filesystem;

/// The file beside the target that becomes it when it is whole, and is gone otherwise.
class UnfinishedFile
{
public:
    UnfinishedFile(const fs::path& target, IfThere ifThere)
        : m_target(resolved(target))
        , m_ifThere(ifThere)
    {
        std::error_code ignored;
        const fs::file_status status = fs::status(m_target, ignored);
        if (fs::exists(status) && !fs::is_regular_file(status))
            throw base::Error(base::ErrorCode::InvalidArgument,
                              "Cannot export to " + target.string() + ": it is " +
                                  (fs::is_directory(status) ? "a folder" : "a device or a pipe") +
                                  ", not a file. Give the name of a file.");
        if (m_ifThere == IfThere::Refuse && fs::exists(fs::symlink_status(m_target, ignored)))
            throw alreadyThere();
        m_path = m_target;
        m_path += "." + base::Uuid::generate().toString() + ".tmp";
    }
    ~UnfinishedFile()
    {
        if (!m_done)
            ::unlink(m_path.c_str());
    }
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

    const fs::path& path() const noexcept { return m_path; }

    /// Makes it the target; what it holds is on the disk.
    void finish()
    {
        if (m_ifThere == IfThere::Refuse)
            claimTarget();
        if (::rename(m_path.c_str(), m_target.c_str()) != 0) {
            const base::Error error = base::errorFromErrno(errno, "write", m_target.string());
            if (m_ifThere == IfThere::Refuse)
                ::unlink(m_target.c_str());
            throw error;
        }
        m_done = true;
        base::syncFolder(m_target.has_parent_path() ? m_target.parent_path() : fs::path("."));
    }

    /// @p error in terms of the file that the person named.
    base::Error aboutTarget(const base::Error& error) const
    {
        std::string message = error.message();
        if (const auto at = message.find(m_path.string()); at != std::string::npos)
            message.replace(at, m_path.string().size(), m_target.string());
        return {error.code(), message, error.place(), error.detail()};
    }

private:
    /// A link stays, and what it points to is replaced.
    static fs::path resolved(const fs::path& target)
    {
        std::error_code error;
        if (!fs::is_symlink(fs::symlink_status(target, error)))
            return target;
        fs::path real = fs::weakly_canonical(target, error);
        return error ? target : real;
    }

    /// Makes the target as an empty file if there is none: of all who try, one succeeds, on any file system.
    void claimTarget() const
    {
        const int descriptor = ::open(m_target.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (descriptor < 0)
            throw errno == EEXIST ? alreadyThere() : base::errorFromErrno(errno, "write", m_target.string());
        ::close(descriptor);
    }

    base::Error alreadyThere() const
    {
        return {base::ErrorCode::Exists,
                "There is already a file " + m_target.string() + ". Choose another name, or replace it."};
    }

    fs::path m_target;
    IfThere m_ifThere;
    fs::path m_path;
    bool m_done = false;
};

/// Writes rows as text in the encoding that is wanted.
class TextExport
{
public:
    TextExport(ParquetTable& table, const RowOrder& order, const ExportOptions& options)
        : m_table(table)
        , m_order(order)
        , m_isCsv(options.format == FileFormat::Csv)
        , m_style(options.csv)
        , m_encoding(m_isCsv ? options.csv.encoding : "utf-8")
        , m_formatter(m_isCsv ? makeCsvFormatter(table.schema(), options.csv)
                              : makeJsonLinesFormatter(table.schema()))
    {}

    void run(const fs::path& path, const base::Cancellation& cancellation, base::Progress& progress)
    {
        base::File file = base::File::create(path);
        const OrderBlocks blocks(m_table, m_order);
        std::string header = m_formatter->header();
        if (blocks.count() == 0)
            dropFinalNewline(header);
        file.write(encodedHeader(header));
        // Some blocks are put into words at once, and written in their order.
        const auto batch = static_cast<std::int64_t>(workerCount(blocks.count()));
        for (std::int64_t done = 0; done < blocks.count(); done += batch) {
            std::vector<std::string> texts(static_cast<std::size_t>(std::min(batch, blocks.count() - done)));
            parallelFor(static_cast<std::int64_t>(texts.size()), cancellation, [&](std::int64_t task) {
                const RowBlock block = blocks.read(done + task, cancellation);
                texts[static_cast<std::size_t>(task)] =
                    encodedBlock(block, done + task + 1 == blocks.count());
                progress.advance(block.count);
            });
            for (const std::string& text : texts)
                file.write(std::string_view(text));
        }
        file.sync();
        file.close();
    }

private:
    void dropFinalNewline(std::string& text) const
    {
        if (m_isCsv && !m_style.finalNewline)
            text.resize(text.size() - (m_style.crlf ? 2 : 1));
    }

    std::string encodedHeader(const std::string& header) const
    {
        const TextEncoder encoder(m_encoding);
        if (auto bytes = encoder.encode(header))
            return std::move(*bytes);
        base::ErrorPlace place;
        for (const Column& column : m_table.schema().columns) {
            if (!encoder.encode(column.name)) {
                place.row = 1;
                place.column = column.name;
                throw unplaced(encoder.firstUnplaced(column.name), place);
            }
        }
        throw unplaced("U+FEFF", place); // the byte order mark
    }

    std::string encodedBlock(const RowBlock& block, bool last) const
    {
        std::string text;
        m_formatter->append(block, text);
        // A lone missing value at the end is an empty line, and no line at all without its end.
        if (last && !(block.columns.size() == 1 && block.columns[0]->IsNull(block.count - 1)))
            dropFinalNewline(text);
        const TextEncoder encoder(m_encoding);
        if (encoder.isUtf8())
            return text;
        if (auto bytes = encoder.encode(text))
            return std::move(*bytes);
        for (std::int64_t row = 0; row < block.count; ++row) {
            for (std::size_t column = 0; column < block.columns.size(); ++column) {
                text.clear();
                m_formatter->appendCell(block, column, row, text);
                if (encoder.encode(text))
                    continue;
                base::ErrorPlace place;
                place.row = block.first + row + 2;
                place.column = m_table.schema().columns[column].name;
                throw unplaced(encoder.firstUnplaced(text), place);
            }
        }
        throw unplaced("of a delimiter", {});
    }

    base::Error unplaced(const std::string& character, const base::ErrorPlace& place) const
    {
        std::string where;
        if (place.row)
            where =
                " in row " + std::to_string(*place.row) + ", column \"" + place.column.value_or("") + "\",";
        return {base::ErrorCode::BadEncoding,
                "The character " + character + where + " has no place in the encoding " + m_encoding +
                    ". Nothing was written; export as UTF-8 instead.",
                place};
    }

    ParquetTable& m_table;
    const RowOrder& m_order;
    bool m_isCsv;
    CsvStyle m_style;
    std::string m_encoding;
    std::unique_ptr<RowFormatter> m_formatter;
};

} // namespace

ExportOptions exportOptionsFor(const fs::path& file, const std::optional<CsvStyle>& original)
{
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    ExportOptions options;
    if (ending == ".csv" || ending == ".tsv" || ending == ".tab") {
        options.csv = original.value_or(CsvStyle{});
        if (ending != ".csv")
            options.csv.delimiter = '\t';
        else if (options.csv.delimiter == '\t')
            options.csv.delimiter = ',';
        return options;
    }
    if (ending == ".jsonl" || ending == ".ndjson") {
        options.format = FileFormat::JsonLines;
        return options;
    }
    if (ending == ".parquet") {
        options.format = FileFormat::Parquet;
        return options;
    }
    throw base::Error(base::ErrorCode::InvalidArgument,
                      "The ending of " + file.filename().string() +
                          " says no format. Let the name end in .csv, .tsv, .jsonl or .parquet.");
}

std::int64_t exportTable(Table& table, const RowOrder& order, const fs::path& file,
                         const ExportOptions& options, const base::Cancellation& cancellation,
                         base::Progress& progress)
{
    progress.begin("writing", order.size());
    UnfinishedFile unfinished(file, options.ifThere);
    try {
        if (options.format == FileFormat::Parquet)
            exportParquet(parquetTable(table), order, unfinished.path(), cancellation, progress);
        else
            TextExport(parquetTable(table), order, options).run(unfinished.path(), cancellation, progress);
        cancellation.throwIfRequested();
        unfinished.finish();
    } catch (const base::Error& error) {
        throw unfinished.aboutTarget(error);
    }
    progress.flush();
    return order.size();
}

} // namespace lepton::data
