// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/training_backend.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace lepton::ui {

/// The runs of a workspace, one a row. Holds one snapshot; a new one is merged in row by row, so that views
/// keep their selection and their place.
class RunListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        DatasetColumn,
        BaseModelColumn,
        StateColumn,
        MetricColumn,
        BestColumn,
        TimeColumn,
        MemberColumn,
        StartedColumn,
        ColumnCount
    };
    /// Beside these, the roles of TableDelegate and ChipDelegate.
    enum Role
    {
        IdRole = Qt::UserRole + 1000, ///< the run's id as text
        SortRole,                     ///< what the column is ordered by
        ShareRole,                    ///< double from 0 to 1 while it runs; else nothing
        FilterRole                    ///< everything that a filter looks at
    };

    explicit RunListModel(QObject* parent = nullptr);

    void setRuns(std::vector<ListedRun> runs);
    const std::vector<ListedRun>& runs() const { return m_runs; }
    const ListedRun* at(const QModelIndex& index) const;

    /// Texts in the language of the moment.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ListedRun& listed, int column) const;
    QVariant sortKey(const ListedRun& listed, int column) const;
    QString tooltip(const ListedRun& listed, int column) const;

    std::vector<ListedRun> m_runs;
};

/// Runs whose number, data set, base model, state or person holds a text.
class RunFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RunFilterModel(QObject* parent = nullptr);
    void setText(const QString& text);
    const QString& text() const { return m_text; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text;
};

} // namespace lepton::ui
