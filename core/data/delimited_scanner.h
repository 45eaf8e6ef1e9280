// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/record_batch.h"
#include "data/text_source.h"

#include <optional>
#include <string>
#include <vector>

namespace lepton::data {

/// How the fields of a text are told apart.
struct Dialect
{
    char delimiter = ',';
    char quote = '"'; ///< '\0': none
    bool hasHeader = true;
};

/// What was seen of how the file is written.
struct DelimitedFacts
{
    bool headerQuoted = false;   ///< every name stood in quotes
    std::int64_t crlfLines = 0;  ///< records that ended so
    std::int64_t otherLines = 0; ///< records that ended in LF or CR
    bool finalNewline = true;
    std::int64_t blankLines = 0; ///< left out
};

/// Cuts delimited text into records and fields. Lines end in LF, CRLF or CR; inside quotes they are text. A
/// quote opens a field only at its very beginning. Blank lines are no records, unless there is one column
/// alone. Not thread-safe.
class DelimitedScanner final : public RecordSource
{
public:
    /// Reads the header. @p source must outlive this. @p sink is told of bad records.
    /// @throw Error with EmptyFile, or for a header that cannot be read.
    DelimitedScanner(TextSource& source, Dialect dialect, BadRowSink sink, BatchLimits limits = {});

    const std::vector<std::string>& names() const override { return m_names; }
    /// How many fields a record has.
    std::size_t columns() const noexcept { return m_columns; }
    bool next(RecordBatch& batch) override;
    const DelimitedFacts& facts() const noexcept { return m_facts; }

private:
    enum class Scan
    {
        Record,
        Blank,
        NeedMore,
        End
    };
    /// What is wrong with the record at hand.
    struct Fault
    {
        base::ErrorCode kind = base::ErrorCode::RaggedRow;
        std::size_t at = 0;
        std::size_t column = 0;
    };

    Scan scanRecord();
    /// The end of the unquoted field that begins at @p from, npos when the text ends before.
    std::size_t fieldEnd(std::size_t from) const;
    /// Takes the quoted field that begins at m_at; false when the text ends before it does.
    bool scanQuoted();
    bool fill();
    void readHeader();
    void finishRecord(RecordBatch& batch, std::size_t end);
    void reject();
    bool recoverUnclosed();
    BadRow describe(const Fault& fault, const std::vector<Field>& fields, std::size_t first) const;
    std::string columnName(std::size_t column) const;
    void countLines(std::size_t from, std::size_t to);

    TextSource& m_source;
    Dialect m_dialect;
    BadRowSink m_sink;
    BatchLimits m_limits;
    std::vector<std::string> m_names;
    std::size_t m_columns = 0; ///< 0: not known yet
    DelimitedFacts m_facts;

    DecodedText m_text;
    std::size_t m_start = 0; ///< of the record at hand
    std::size_t m_at = 0;
    bool m_ended = false;         ///< m_text reaches to the end of the file
    std::vector<Field> m_fields;  ///< of the batch at hand
    std::size_t m_firstField = 0; ///< of the record at hand
    std::optional<Fault> m_fault;
    std::size_t m_quoteAt = 0;
    std::int64_t m_record = 1;      ///< number of the record at hand
    std::int64_t m_line = 1;        ///< number of its first line
    std::int64_t m_linesInside = 0; ///< line ends within its quotes
    bool m_crlf = false;            ///< how it ended
    bool m_endedByLine = false;
    int m_recoveries = 0;
};

} // namespace lepton::data
