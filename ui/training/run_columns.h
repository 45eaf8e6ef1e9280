// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_list_model.h"

#include <QStringList>

namespace lepton::ui {

class ColumnPicker;
class DataTable;
class ViewMemory;

/// Which columns of a list of runs are shown: facts, metrics and settings. Remembered; chosen from a list
/// that is searched as one types.
class RunColumns final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    RunColumns(DataTable& table, RunListModel& model, ViewMemory& memory);

    /// Names of fields, as RunListModel::fieldOf() has them.
    QStringList shown() const { return m_shown; }
    /// Shows these and no others; what nobody knows is left out.
    void setShown(const QStringList& fields);
    static QStringList defaults();
    /// Opens the list below @p button. @p metricKeys are those there are.
    void pick(QWidget* button, const std::vector<std::string>& metricKeys);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    /// The data set has what room the others leave, and never too little to be read: then the table scrolls.
    void fitDataset();
    void take(const std::vector<bool>& ticked);

    DataTable& m_table;
    RunListModel& m_model;
    ViewMemory& m_memory;
    ColumnPicker* m_picker = nullptr;
    QStringList m_shown;
    QStringList m_offered; ///< in the picker's order
};

} // namespace lepton::ui
