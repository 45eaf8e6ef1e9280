// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/importer.h"

#include <QAbstractTableModel>

#include <vector>

namespace lepton::ui {

/// So many rows of a file are looked at before it is imported.
inline constexpr int importPreviewRows = 100;

/// What an import would read: the first rows of the file in their places, and after them the rows further
/// down that cannot be read. The row header is the number of the record in the file, the header being row 1,
/// as in messages.
class ImportPreviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        MissingRole = Qt::UserRole + 1000, ///< bool: read as missing
        BadRole,                           ///< bool: the row cannot be read
        SurplusRole,                       ///< bool: a field that does not belong where it stands
        ProblemRole,                       ///< what is wrong with the row, in a few words
    };

    explicit ImportPreviewModel(QObject* parent = nullptr);

    void setPreview(data::Preview preview, bool hasHeader);
    /// The rows that a look at the whole file found; those of the preview are among them.
    void setBadRows(std::vector<data::BadRow> rows);
    /// Types as a full look found them, over those of the preview.
    void setSchema(const data::Schema& schema);
    void clear();

    const data::Schema& schema() const { return m_preview.schema; }
    /// Position of the first row that cannot be read, or -1.
    int firstBadRow() const;
    int badRowCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "1 field too many", "a quote is not closed", ...
    static QString problem(const data::BadRow& row);

private:
    struct Row
    {
        std::int64_t record = 0;
        std::ptrdiff_t good = -1; ///< in m_preview.rows
        std::ptrdiff_t bad = -1;  ///< in m_badRows
    };
    void arrange();

    data::Preview m_preview;
    std::vector<data::BadRow> m_badRows;
    std::vector<Row> m_rows;
    bool m_hasHeader = true;
};

} // namespace lepton::ui
