// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace lepton::ui {

class TextLabel;

/// Names at the left, values at the right; the values can be marked and copied.
class FactGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FactGrid(QWidget* parent = nullptr);

    void clear();
    /// @p code: in the fixed-pitch font, such as keys and hashes.
    void add(const QString& name, const QString& value, bool code = false);
    /// In one line, cut in its middle where there is no room; the tooltip has it whole.
    void addPath(const QString& name, const QString& path);

private:
    void addRow(const QString& name, TextLabel* value);

    QGridLayout* m_grid;
    int m_rows = 0; ///< a grid layout never forgets a row
};

} // namespace lepton::ui
