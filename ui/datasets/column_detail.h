// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"
#include "data/schema.h"

#include <QWidget>

namespace lepton::ui {

class FactList;
class HistogramView;
class TextLabel;
class ValueBars;

/// All statistics of one column.
class ColumnDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnDetail(QWidget* parent = nullptr);

    void setColumn(const data::Column& column, const data::ColumnProfile& profile);
    void clear();

private:
    void addCounts(const data::Column& column, const data::ColumnProfile& profile);
    void addMeasures(const data::Column& column, const data::ColumnProfile& profile);
    void showHistogram(const data::Column& column, const data::ColumnProfile& profile);
    void showValues(const data::ColumnProfile& profile);

    QWidget* m_content;
    TextLabel* m_name;
    TextLabel* m_type;
    FactList* m_facts;
    TextLabel* m_histogramTitle;
    HistogramView* m_histogram;
    TextLabel* m_valuesTitle;
    ValueBars* m_values;
};

} // namespace lepton::ui
