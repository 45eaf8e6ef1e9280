// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace lepton::ui {

/// Labels with their values, one fact a line; a value that people paste elsewhere has a button that copies
/// it.
class FactList final : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget* parent = nullptr);

    void clear();
    /// @p tooltip: the whole of a shortened value, or empty.
    void add(const QString& label, const QString& value, const QString& tooltip = {});
    /// Shows @p value, copies @p whole.
    void addCopyable(const QString& label, const QString& value, const QString& whole,
                     const QString& objectName);

private:
    int addRow(const QString& label, const QString& value, const QString& tooltip, bool isCopyable);

    QGridLayout* m_grid;
    int m_rows = 0;
};

} // namespace lepton::ui
