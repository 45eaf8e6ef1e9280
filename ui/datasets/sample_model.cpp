// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/sample_model.h"

#include "data/column_kinds.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/grid/cell_format.h"

#include <QLocale>

#include <algorithm>

namespace lepton::ui {

namespace {

/// A cell shows its beginning; a whole chapter in a tooltip or in a text layout would stall the window.
constexpr qsizetype shownLength = 300;

} // namespace

SampleModel::SampleModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void SampleModel::setPage(const data::Schema& schema, data::Page page, const data::TableProfile& profile)
{
    beginResetModel();
    m_columns.clear();
    m_writing.clear();
    for (std::size_t at = 0; at < page.columns.size(); ++at) {
        const auto column = page.columns[at];
        m_columns.push_back(schema.columns.at(column));
        Writing writing;
        for (const auto& row : page.cells)
            writing.decimals = std::max(writing.decimals, decimalsOf(std::span(&row[at], 1)));
        writing.grouped = column >= profile.columns.size() || !looksLikeYears(profile.columns[column]);
        m_writing.push_back(writing);
    }
    m_page = std::move(page);
    endResetModel();
}

void SampleModel::clear()
{
    beginResetModel();
    m_columns.clear();
    m_writing.clear();
    m_page = {};
    endResetModel();
}

int SampleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_page.cells.size());
}

int SampleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant SampleModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const auto& column = m_columns[std::size_t(index.column())];
    const auto& value = m_page.cells[std::size_t(index.row())][std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        if (data::isMissing(value))
            return tr("missing", "a cell without a value");
        auto text = textOf(index.row(), index.column());
        if (text.size() > shownLength)
            text = text.left(shownLength) + QChar(0x2026);
        return role == Qt::DisplayRole ? text.simplified() : text;
    }
    case Qt::TextAlignmentRole:
        return int((data::isNumber(column.type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case MissingRole:
        return data::isMissing(value);
    default:
        return {};
    }
}

QString SampleModel::textOf(int row, int column) const
{
    const auto& what = m_columns[std::size_t(column)];
    const auto& value = m_page.cells[std::size_t(row)][std::size_t(column)];
    if (!data::isNumber(what.type))
        return DatasetText::cell(what, value);
    const auto& writing = m_writing[std::size_t(column)];
    return CellFormat(what, QLocale(), writing.decimals, writing.grouped)(value).text;
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole && section >= 0 && section < int(m_page.rows.size()))
            return DatasetText::count(m_page.rows[std::size_t(section)] + 1);
        return {};
    }
    if (section < 0 || section >= int(m_columns.size()))
        return {};
    const auto& column = m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return DatasetText::from(column.name);
    if (role == Qt::TextAlignmentRole)
        return int((data::isNumber(column.type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace lepton::ui
