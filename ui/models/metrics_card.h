// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cell_table_model.h"
#include "ui/models/review_facts.h"
#include "ui/widgets/card.h"

namespace lepton::ui {

class Button;
class DataTable;
class InlineBanner;

/// The metrics of the version and of the one in production, with the gates on them: a row a gate, so that
/// each has its result. What no gate asks for and few look at is shown on demand.
class MetricsCard final : public Card
{
    Q_OBJECT

public:
    explicit MetricsCard(QWidget* parent = nullptr);
    void setReview(const ReviewDetails& review);

Q_SIGNALS:
    void reportRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Column
    {
        MetricColumn,
        BeforeColumn,
        AfterColumn,
        ChangeColumn,
        GateColumn,
        ResultColumn
    };

    void fill();
    /// Fills the table with so much of the names of classes as leaves the gates whole.
    void fitTable();
    void fillTable(int classWidth);
    int neededWidth() const;
    void addRows(std::vector<std::vector<TableCell>>& rows, const MetricComparison& metric) const;
    QStringList failures() const;

    ReviewDetails m_review;
    bool m_showsAll = false;
    int m_classWidth = 0; ///< pixels
    int m_wanted = 0;     ///< width with the names of classes as long as they may be
    CellTableModel m_model;
    DataTable* m_table;
    Button* m_report;
    Button* m_more;
    InlineBanner* m_failed; ///< gates that failed, and why
};

} // namespace lepton::ui
