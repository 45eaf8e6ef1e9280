// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/selection_reader.h"

#include "base/text.h"
#include "ui/widgets/core_text.h"

#include <QLocale>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr std::int64_t rowsAtOnce = 4096;

void appendField(std::string& out, const std::string& field)
{
    if (field.find_first_of("\t\r\n\"") == std::string::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

struct CopiedText
{
    QString text;
    std::int64_t rows = 0;
    bool tooLong = false;
};

CopiedText readRange(data::Table& table, const data::RowOrder& order, const CellRange& range, bool withHeader,
                     const base::Cancellation& cancellation)
{
    const std::vector<data::Column>& columns = table.schema().columns;
    std::string out;
    if (withHeader) {
        for (std::size_t i = 0; i < range.columns.size(); ++i) {
            if (i > 0)
                out += '\t';
            appendField(out, columns[range.columns[i]].name);
        }
        out += '\n';
    }
    CopiedText copied;
    while (copied.rows < range.count) {
        cancellation.throwIfRequested();
        const std::int64_t count = std::min(rowsAtOnce, range.count - copied.rows);
        const data::Page page =
            table.page(order, range.first + copied.rows, count, range.columns, cancellation);
        if (page.cells.empty())
            break;
        for (const auto& row : page.cells) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i > 0)
                    out += '\t';
                appendField(out, data::formatCell(columns[range.columns[i]], row[i]));
            }
            out += '\n';
        }
        if (static_cast<std::int64_t>(out.size()) > SelectionReader::maxCopiedBytes()) {
            copied.tooLong = true;
            return copied;
        }
        copied.rows += static_cast<std::int64_t>(page.cells.size());
    }
    // One cell is pasted into the middle of other text more often than below it.
    if (!withHeader && range.cells() == 1 && !out.empty())
        out.pop_back();
    copied.text = QString::fromStdString(out);
    return copied;
}

WholeCell wholeCell(const data::Table& table, const data::Page& page, std::size_t column)
{
    WholeCell cell;
    cell.column = column;
    if (page.cells.empty())
        return cell;
    cell.row = page.rows.front();
    const data::CellValue& value = page.cells.front().front();
    cell.missing = data::isMissing(value);
    auto text = std::make_shared<const std::string>(data::formatCell(table.schema().columns[column], value));
    cell.characters = static_cast<std::int64_t>(base::codePointCount(*text));
    const std::string_view shown = base::firstCodePoints(*text, SelectionReader::maxShownCharacters());
    cell.shown = QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()));
    cell.text = std::move(text);
    return cell;
}

} // namespace

SelectionReader::SelectionReader(std::shared_ptr<data::Table> table, QObject* parent)
    : QObject(parent)
    , m_table(std::move(table))
{}

SelectionReader::~SelectionReader() = default;

void SelectionReader::copy(const data::RowOrder& order, const CellRange& range, bool withHeader)
{
    const QLocale locale;
    if (range.cells() > maxCopiedCells()) {
        Q_EMIT refused(tr("The selection has %1 cells, and at most %2 can be copied at once. Select fewer, "
                          "or export the rows "
                          "to a file.")
                           .arg(locale.toString(static_cast<qlonglong>(range.cells())),
                                locale.toString(static_cast<qlonglong>(maxCopiedCells()))));
        return;
    }
    m_copy.run(
        [table = m_table, order, range, withHeader](const base::Cancellation& cancellation) {
            return readRange(*table, order, range, withHeader, cancellation);
        },
        [this, range](const CopiedText& copied) {
            if (copied.tooLong)
                Q_EMIT refused(
                    tr("The selection is longer than %1 of text. Select fewer cells, or export "
                       "the rows to a file.")
                        .arg(QLocale().formattedDataSize(maxCopiedBytes(), 0, QLocale::DataSizeSIFormat)));
            else
                Q_EMIT this->copied(copied.text, copied.rows, static_cast<qint64>(range.columns.size()));
        },
        [this](const base::Error& error) { Q_EMIT refused(CoreText::error(error)); });
}

void SelectionReader::readCell(const data::RowOrder& order, std::int64_t position, std::size_t column)
{
    m_cell.run(
        [table = m_table, order, position, column](const base::Cancellation& cancellation) {
            const std::size_t columns[] = {column};
            return wholeCell(*table, table->page(order, position, 1, columns, cancellation), column);
        },
        [this](const WholeCell& cell) { Q_EMIT cellRead(cell); },
        [this](const base::Error& error) { Q_EMIT cellFailed(CoreText::error(error)); });
}

void SelectionReader::cancelCell()
{
    m_cell.cancel();
}

} // namespace lepton::ui
