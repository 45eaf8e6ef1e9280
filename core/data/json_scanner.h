// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/json_line.h"
#include "data/record_batch.h"
#include "data/text_source.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lepton::data {

/// Reads JSON Lines: one object a line, blank lines left out. The columns are the keys in the order of their
/// first appearance; a key that an object lacks is missing there. Objects and arrays are kept as their JSON
/// text. Texts are never taken for numbers. Not thread-safe.
class JsonScanner final : public RecordSource
{
public:
    /// @p names: columns that are known already; new keys come after them.
    JsonScanner(TextSource& source, BadRowSink sink, BatchLimits limits, std::vector<std::string> names);

    /// The keys so far.
    const std::vector<std::string>& names() const override { return m_names; }
    /// A batch has as many columns as there are keys when it is complete.
    bool next(RecordBatch& batch) override;

private:
    void readLine(RecordBatch& batch, std::size_t begin, std::size_t end);
    void reject(base::ErrorCode kind, std::size_t lineAt, std::size_t lineEnd, std::size_t wrongAt);
    void layOut(RecordBatch& batch) const;
    std::size_t columnOf(std::string_view key);

    TextSource& m_source;
    BadRowSink m_sink;
    BatchLimits m_limits;
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::size_t> m_columns;
    std::vector<std::int64_t> m_lastRecord; ///< by column: the last record that had the key
    DecodedText m_text;
    bool m_ended = false;
    std::int64_t m_record = 1;
    std::int64_t m_line = 1;
    std::vector<std::pair<std::size_t, Field>> m_cells; ///< (column, cell) of the batch at hand, row by row
    std::vector<std::size_t> m_rowEnds;                 ///< in m_cells
};

} // namespace lepton::data
