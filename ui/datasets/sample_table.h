// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace lepton::ui {

/// A few rows in a narrow pane: either the first columns under their names, or one text with a chip. Painted;
/// the accessible description holds the rows line by line.
class SampleTable final : public QWidget
{
    Q_OBJECT

public:
    struct Cell
    {
        QString text;
        bool missing = false;
        bool rightAligned = false;
    };
    using Row = std::vector<Cell>;

    explicit SampleTable(QWidget* parent = nullptr);

    void setColumns(const QStringList& names, std::vector<Row> rows);
    /// Rows of a text and, as a chip, a second cell that may be empty.
    void setTexts(std::vector<Row> rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QStringList m_names; ///< empty: texts
    std::vector<Row> m_rows;
};

} // namespace lepton::ui
