// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_preview_model.h"

#include "data/column_kinds.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/reading_text.h"

#include <algorithm>

namespace lepton::ui {

ImportPreviewModel::ImportPreviewModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void ImportPreviewModel::setPreview(data::Preview preview, bool hasHeader)
{
    beginResetModel();
    m_preview = std::move(preview);
    m_badRows = m_preview.badRows;
    m_hasHeader = hasHeader;
    arrange();
    endResetModel();
}

void ImportPreviewModel::setBadRows(std::vector<data::BadRow> rows)
{
    beginResetModel();
    m_badRows = std::move(rows);
    arrange();
    endResetModel();
}

void ImportPreviewModel::setSchema(const data::Schema& schema)
{
    if (schema.size() != m_preview.schema.size() || schema == m_preview.schema)
        return;
    m_preview.schema = schema;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void ImportPreviewModel::clear()
{
    beginResetModel();
    m_preview = {};
    m_badRows.clear();
    m_rows.clear();
    endResetModel();
}

int ImportPreviewModel::firstBadRow() const
{
    const auto it = std::ranges::find_if(m_rows, [](const Row& row) { return row.bad >= 0; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int ImportPreviewModel::badRowCount() const
{
    return int(m_badRows.size());
}

void ImportPreviewModel::arrange()
{
    m_rows.clear();
    std::int64_t record = m_hasHeader ? 2 : 1;
    std::ptrdiff_t bad = 0;
    const auto badCount = std::ptrdiff_t(m_badRows.size());
    const auto takeBad = [&] {
        m_rows.push_back({.record = m_badRows[std::size_t(bad)].place.row.value_or(record), .bad = bad});
        ++bad;
    };
    for (std::ptrdiff_t good = 0; good < std::ptrdiff_t(m_preview.rows.size()); ++good) {
        while (bad < badCount && m_badRows[std::size_t(bad)].place.row.value_or(0) <= record) {
            takeBad();
            ++record;
        }
        m_rows.push_back({.record = record, .good = good});
        ++record;
    }
    while (bad < badCount)
        takeBad();
}

int ImportPreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportPreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_preview.schema.size());
}

QVariant ImportPreviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const auto& row = m_rows[std::size_t(index.row())];
    const auto column = std::size_t(index.column());
    const bool isBad = row.bad >= 0;
    if (role == BadRole)
        return isBad;
    if (role == Qt::TextAlignmentRole)
        return int((data::isNumber(m_preview.schema.columns[column].type) ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    if (isBad) {
        const auto& bad = m_badRows[std::size_t(row.bad)];
        switch (role) {
        case Qt::DisplayRole:
            return column < bad.fields.size() ? DatasetText::from(bad.fields[column]).simplified()
                                              : QString();
        case Qt::ToolTipRole:
            return ReadingText::badRow(bad);
        case Qt::AccessibleTextRole:
            return ReadingText::rowLine(bad);
        case SurplusRole:
            return bad.place.column ? m_preview.schema.columns[column].name == *bad.place.column : column > 0;
        case ProblemRole:
            return problem(bad);
        default:
            return {};
        }
    }
    const auto& cells = m_preview.rows[std::size_t(row.good)];
    if (column >= cells.size())
        return {};
    const auto& flags = m_preview.missing[std::size_t(row.good)];
    const bool isMissing = column < flags.size() && flags[column];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        if (isMissing)
            return tr("missing", "a cell without a value");
        auto text = DatasetText::from(cells[column]);
        if (text.size() > 300)
            text = text.left(300) + QChar(0x2026);
        return role == Qt::DisplayRole ? text.simplified() : text;
    }
    case MissingRole:
        return isMissing;
    default:
        return {};
    }
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= rowCount())
            return {};
        const auto& row = m_rows[std::size_t(section)];
        if (role == Qt::DisplayRole)
            return DatasetText::count(row.record);
        if (role == BadRole)
            return row.bad >= 0;
        return {};
    }
    if (section < 0 || section >= columnCount())
        return {};
    const auto& column = m_preview.schema.columns[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return DatasetText::from(column.name);
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "name and type of a column")
            .arg(DatasetText::from(column.name), DatasetText::type(column));
    case Qt::TextAlignmentRole:
        return int((data::isNumber(column.type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString ImportPreviewModel::problem(const data::BadRow& row)
{
    using base::ErrorCode;
    switch (row.kind) {
    case ErrorCode::RaggedRow:
        if (row.place.fields && row.place.expected) {
            const auto surplus = *row.place.fields - *row.place.expected;
            return surplus > 0 ? tr("%Ln field(s) too many", nullptr, int(surplus))
                               : tr("%Ln field(s) too few", nullptr, int(-surplus));
        }
        return tr("wrong number of fields");
    case ErrorCode::BadEncoding:
        return tr("bytes that are no text");
    case ErrorCode::NulByte:
        return tr("a zero byte");
    case ErrorCode::UnclosedQuote:
        return tr("a quote is not closed");
    case ErrorCode::TextAfterQuote:
        return tr("text after a quote");
    case ErrorCode::BadQuote:
        return tr("a quote inside a field");
    case ErrorCode::BadValue:
        return tr("does not fit the type");
    case ErrorCode::NumberOutOfRange:
        return tr("number out of range");
    case ErrorCode::BadJson:
        return tr("no JSON object");
    case ErrorCode::TooLarge:
        return tr("too large");
    default:
        return tr("cannot be read");
    }
}

} // namespace lepton::ui
