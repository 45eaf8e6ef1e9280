// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/row_finder.h"

#include "base/text.h"
#include "ui/widgets/core_text.h"

#include <numeric>
#include <vector>

namespace lepton::ui {
namespace {

constexpr std::size_t everyColumn = static_cast<std::size_t>(-1);

struct Hit
{
    std::int64_t position = -1;
    std::size_t column = 0;
    bool wrapped = false;
};

/// The first column of the row at @p position that contains @p text.
std::size_t columnOf(data::Table& table, const data::RowOrder& order, std::int64_t position,
                     const std::string& text, const base::Cancellation& cancellation)
{
    std::vector<std::size_t> columns(table.schema().size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    const data::Page page = table.page(order, position, 1, columns, cancellation);
    const std::string key = base::caseFoldKey(text);
    for (std::size_t column = 0; !page.cells.empty() && column < columns.size(); ++column) {
        const std::string cell = data::formatCell(table.schema().columns[column], page.cells.front()[column]);
        if (base::caseFoldKey(cell).find(key) != std::string::npos)
            return column;
    }
    return 0;
}

} // namespace

RowFinder::RowFinder(std::shared_ptr<data::Table> table, QObject* parent)
    : QObject(parent)
    , m_table(std::move(table))
{}

RowFinder::~RowFinder() = default;

void RowFinder::find(const data::RowOrder& order, const QString& text, std::optional<std::size_t> column,
                     std::int64_t from, bool backwards)
{
    Q_EMIT started();
    m_worker.run(
        [table = m_table, order, text = text.toStdString(), column, from,
         backwards](const base::Cancellation& cancellation) {
            const std::size_t where = column.value_or(everyColumn);
            Hit hit;
            hit.position = table->find(order, text, where, from, backwards, cancellation);
            if (hit.position < 0) {
                hit.wrapped = true;
                const std::int64_t end = backwards ? order.size() : 0;
                hit.position = table->find(order, text, where, end, backwards, cancellation);
            }
            if (hit.position >= 0)
                hit.column = column ? *column : columnOf(*table, order, hit.position, text, cancellation);
            return hit;
        },
        [this](const Hit& hit) {
            if (hit.position >= 0)
                Q_EMIT found(hit.position, hit.column, hit.wrapped);
            else
                Q_EMIT notFound();
        },
        [this](const base::Error& error) { Q_EMIT failed(CoreText::error(error)); });
}

void RowFinder::goTo(const data::RowOrder& order, std::int64_t row)
{
    Q_EMIT started();
    m_worker.run([order, row](const base::Cancellation&) { return order.position(row - 1); },
                 [this, row](std::int64_t position) {
                     if (position >= 0)
                         Q_EMIT rowAt(position);
                     else
                         Q_EMIT rowNotShown(row);
                 },
                 [this](const base::Error& error) { Q_EMIT failed(CoreText::error(error)); });
}

void RowFinder::cancel()
{
    m_worker.cancel();
}

} // namespace lepton::ui
