// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cell_table_model.h"
#include "ui/models/model_facts.h"
#include "ui/widgets/card.h"

class QDateEdit;

namespace lepton::charts {
class LineChart;
}

namespace lepton::ui {

class Button;
class DataTable;
class FactList;

/// One version in facts, with what to do about it.
class VersionCard final : public Card
{
    Q_OBJECT

public:
    explicit VersionCard(QWidget* parent = nullptr);
    /// Null clears.
    void setVersion(const VersionSummary* version);
    void retranslate();

Q_SIGNALS:
    void runRequested();
    void reviewRequested();

private:
    FactList* m_facts;
    Button* m_run;
    Button* m_review;
    VersionSummary m_version;
    bool m_hasVersion = false;
};

/// How versions did on whole data sets: the mean by version as a line, and each source.
class PerformanceCard final : public Card
{
    Q_OBJECT

public:
    explicit PerformanceCard(QWidget* parent = nullptr);
    void setModel(const ModelDetails& details);
    /// Why nothing is scored now; empty: it can be.
    void setScoreReason(const QString& reason);

Q_SIGNALS:
    void scoreRequested();

private:
    CellTableModel m_model;
    charts::LineChart* m_chart;
    DataTable* m_table;
    TextLabel* m_none;
    Button* m_score;
};

/// Which version moved where, when and by whom, and what was in production on a day.
class HistoryCard final : public Card
{
    Q_OBJECT

public:
    explicit HistoryCard(QWidget* parent = nullptr);
    void setModel(const ModelDetails& details);
    /// The answer to dayAsked().
    void setProduction(std::optional<int> version);

Q_SIGNALS:
    /// What was in production at the end of a day.
    void dayAsked(lepton::base::UtcTime time);
    void promotionRequested(const QString& name);

private:
    void ask();

    CellTableModel m_model;
    TextLabel* m_label;
    QDateEdit* m_day;
    TextLabel* m_answer;
    DataTable* m_table;
    TextLabel* m_none;
};

} // namespace lepton::ui
