// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace lepton::testing {

/// A table of any number of rows that is computed as it is read. Columns by position: id (the row number),
/// amount (id / 4), name ("name 17", every tenth missing), day, then c4, c5, ... of text. The filter
/// understands "id >= N" and "id < N" over at most a million rows and refuses all else at the byte where it
/// is wrong. Reads can be held up and counted.
class FakeTable final : public data::Table
{
public:
    explicit FakeTable(std::int64_t rows, std::size_t columns = 4);

    /// Reads that begin from now on wait until release().
    void hold();
    void release();
    int pagesRead() const { return m_pages.load(); }
    int filtersRead() const { return m_filters.load(); }
    std::int64_t largestPage() const { return m_largestPage.load(); }
    /// Pages of more than one row fail from now on, or work again.
    void setBroken(bool broken) { m_broken = broken; }
    /// The text of every cell of column "name" from now on.
    void setLongText(std::string text) { m_longText = std::move(text); }

    /// The cell as the table holds it.
    data::CellValue value(std::int64_t row, std::size_t column) const;
    /// Statistics as an import would have stored them.
    static data::TableProfile profileOf(data::Table& table);

    const data::Schema& schema() const override { return m_schema; }
    std::int64_t rowCount() const override { return m_rows; }
    data::Page page(const data::RowOrder& order, std::int64_t first, std::int64_t count,
                    std::span<const std::size_t> columns, const base::Cancellation& cancellation) override;
    data::RowOrder filter(std::string_view expression, const base::Cancellation& cancellation,
                          base::Progress& progress) override;
    data::RowOrder sort(const data::RowOrder& order, const data::SortKey& key,
                        const base::Cancellation& cancellation, base::Progress& progress) override;
    std::int64_t find(const data::RowOrder& order, std::string_view text, std::size_t column,
                      std::int64_t from, bool backwards, const base::Cancellation& cancellation) override;
    data::ColumnProfile profile(const data::RowOrder& order, std::size_t column,
                                const base::Cancellation& cancellation, base::Progress& progress) override;

private:
    void waitWhileHeld(const base::Cancellation& cancellation);

    data::Schema m_schema;
    std::int64_t m_rows;
    std::atomic<int> m_pages{0};
    std::atomic<int> m_filters{0};
    std::atomic<std::int64_t> m_largestPage{0};
    std::atomic<bool> m_broken{false};
    std::string m_longText;
    std::mutex m_mutex;
    std::condition_variable m_released;
    bool m_held = false;
};

} // namespace lepton::testing
