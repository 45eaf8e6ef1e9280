// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "data/profile.h"
#include "data/schema.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::data {

/// The formats that are read and written.
enum class FileFormat
{
    Csv,
    JsonLines,
    Parquet
};
/// What to do with a row that cannot be read: refuse the file, or leave the row out and say so.
enum class BadRows
{
    Fail,
    Skip
};

/// What a person states about a file; unset members are found.
struct ReadOptions
{
    std::optional<FileFormat> format;
    std::optional<std::string> encoding; ///< a name or alias: "utf-8", "gb18030", "windows-1252", ...
    std::optional<char> delimiter;
    char quote = '"';                ///< '\0': no quoting
    std::optional<char> decimalMark; ///< '.' or ','
    bool hasHeader = true;
    /// Words that are missing in every column; unset: NA, N/A, null in any case, in columns other than text.
    std::optional<std::vector<std::string>> nulls;
    std::map<std::string, Column> types; ///< by column name; overrides what is found
    BadRows badRows = BadRows::Fail;

    friend bool operator==(const ReadOptions&, const ReadOptions&) = default;
};
void to_json(nlohmann::json& json, const ReadOptions& options);
void from_json(const nlohmann::json& json, ReadOptions& options);

/// A row that cannot be read.
struct BadRow
{
    base::ErrorCode kind = base::ErrorCode::RaggedRow;
    base::ErrorPlace place;
    std::string message;             ///< a sentence
    std::vector<std::string> fields; ///< what it holds, cut to 200 code points each, at most 100 fields
    std::string cell; ///< the value that does not fit its column, cut as fields; "" where the row is wrong
};

/// What a notice speaks of. The subjects that belong to each kind stand beside it.
enum class NoticeKind
{
    Other,              ///< of a newer release: its sentence alone is known
    GuessedEncoding,    ///< encoding
    NamedColumn,        ///< number of the column, column: the name it was given
    RenamedColumn,      ///< number of the column, column: its new name, original: its name in the file
    DecimalComma,       ///< column
    EmptyColumnLeftOut, ///< number of the column
    MissingWords,       ///< column, number of cells
    NestedAsJson        ///< column, original: its type in the file
};

/// The word for @p kind in JSON, e.g. "renamed_column".
std::string_view kindName(NoticeKind kind) noexcept;

/// Something that the person should know though the file was read. Releases before the subjects were kept
/// left them empty.
struct Notice
{
    NoticeKind kind = NoticeKind::Other;
    std::string message; ///< a sentence
    std::string column{};
    std::string original{};
    std::string encoding{};
    std::int64_t number = 0;

    friend bool operator==(const Notice&, const Notice&) = default;
};
void to_json(nlohmann::json& json, const Notice& notice);
void from_json(const nlohmann::json& json, Notice& notice);

/// One way to read the bytes.
struct EncodingReading
{
    std::string encoding;  ///< canonical name, as in golden/csv: "utf-8", "gb18030", ...
    double confidence = 0; ///< 0 to 1
    std::string sample;    ///< some text of the file read so, from where the readings differ
};

/// How a file is read: what was found, or stated.
struct Detected
{
    FileFormat format = FileFormat::Csv;
    std::string compression; ///< "", "gzip" or "zstd"
    std::string encoding;    ///< canonical name
    char delimiter = ',';
    std::vector<EncodingReading> readings; ///< most likely first, at most 5
};

/// The beginning of a file, for the import dialog.
struct Preview
{
    Detected detected;
    Schema schema;                              ///< from the rows read
    std::vector<std::vector<std::string>> rows; ///< cells as text
    std::vector<std::vector<bool>> missing;     ///< parallel to rows
    std::vector<BadRow> badRows;                ///< among the rows read
    std::vector<Notice> notices;
    std::string text; ///< how the file begins, as text of at most 16 KiB; "" for Parquet
    std::int64_t fileBytes = 0;
    bool whole = false; ///< the file ends within the preview
};

/// What a full look at a file finds; nothing is written.
struct ScanResult
{
    Detected detected;
    Schema schema; ///< final: it fits every row
    std::int64_t rows = 0;
    std::int64_t badRowCount = 0;
    std::vector<BadRow> badRows; ///< the first 1,000
    std::vector<Notice> notices;
};

/// How the cells of one column are spelled, where every one of them is spelled alike.
struct CellSpelling
{
    static constexpr int asNeeded = -1;       ///< as many decimals of a second as it takes
    static constexpr int withoutSeconds = -2; ///< "10:00"

    std::string missing; ///< what stands there for a missing value, quotes included: "NA", or nothing
    std::optional<std::string> unquoted; ///< Text in quotes: the one value that stands without them
    std::string truth = "true";
    std::string falsehood = "false";
    std::string notANumber = "nan";
    std::string infinity = "inf";
    char timeSeparator = 'T';      ///< Timestamp: between day and time
    int secondDecimals = asNeeded; ///< Timestamp, Time: 0 to 6, asNeeded or withoutSeconds
    std::string zone = "Z";        ///< Timestamp with utc: "Z", "+00:00", "+0800"

    friend bool operator==(const CellSpelling&, const CellSpelling&) = default;
};

/// How a file was written, so that an export can be written alike: see exporter.h.
struct CsvStyle
{
    static constexpr int shortest = -1;             ///< as formatCell(): "2.0" for a whole number
    static constexpr int shortestWithoutPoint = -2; ///< "2" for a whole number

    char delimiter = ',';
    std::string encoding = "utf-8";
    bool byteOrderMark = false;
    bool crlf = false;
    bool finalNewline = true;
    bool quotedHeader = false;
    std::vector<bool> quotedColumns; ///< every value of the column stood in quotes
    /// Float64: every value had so many digits behind the point; else shortest or shortestWithoutPoint.
    std::vector<int> decimals;
    std::vector<CellSpelling> spellings; ///< parallel to the columns; fewer: the rest as they are by default
    char decimalMark = '.';
};
void to_json(nlohmann::json& json, const CellSpelling& spelling);
void from_json(const nlohmann::json& json, CellSpelling& spelling);
void to_json(nlohmann::json& json, const CsvStyle& style);
void from_json(const nlohmann::json& json, CsvStyle& style);

/// What an import makes, before it is recorded.
struct ImportedTable
{
    Detected detected;
    Schema schema;
    std::int64_t rows = 0;
    std::string contentHash; ///< lower-case hex; independent of the file's layout
    TableProfile profile;
    std::int64_t skippedRowCount = 0;
    std::vector<BadRow> skippedRows; ///< the first 1,000
    std::vector<Notice> notices;
    std::string fileHash; ///< SHA-256 of the file as stored
    std::int64_t fileBytes = 0;
    std::optional<CsvStyle> csvStyle;
};

/// Reads at most the first @p rows rows (and 1 MiB). @throw Error for what makes the whole file unreadable.
Preview previewFile(const std::filesystem::path& file, const ReadOptions& options, int rows,
                    const base::Cancellation& cancellation);

/// Reads the whole file and says what an import would find; bad rows are listed whatever options.badRows
/// says.
ScanResult scanFile(const std::filesystem::path& file, const ReadOptions& options,
                    const base::Cancellation& cancellation, base::Progress& progress);

/// Reads @p file and writes it as Parquet (zstd, row groups of at most 16,384 rows and 64 MiB) to @p target,
/// with statistics and content hash from the same pass. Memory stays bounded whatever the size of the file.
/// @throw Error with the place of the first row that cannot be read (BadRows::Fail), or ErrorCode::Cancelled.
ImportedTable importFile(const std::filesystem::path& file, const ReadOptions& options,
                         const std::filesystem::path& target, const base::Cancellation& cancellation,
                         base::Progress& progress);

/// The canonical names of the encodings that can be chosen, in the order of a menu.
std::vector<std::string> knownEncodings();
/// The canonical name for @p name or an alias of it ("cp1252" -> "windows-1252"); nothing when unknown.
std::optional<std::string> canonicalEncoding(std::string_view name);

} // namespace lepton::data
