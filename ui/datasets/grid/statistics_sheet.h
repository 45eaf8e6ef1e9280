// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/side_sheet.h"

#include <QString>

#include <utility>
#include <vector>

class QGridLayout;

namespace lepton::ui {

class ColumnPicture;
class InlineBanner;
class StatisticsViewModel;
class TableViewModel;
class TextLabel;
class TopValues;

/// The statistics of the current column over the rows that are shown.
class StatisticsSheet final : public SideSheet
{
    Q_OBJECT

public:
    StatisticsSheet(TableViewModel& table, StatisticsViewModel& statistics, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    using Facts = std::vector<std::pair<QString, QString>>;

    void showProfile();
    void showFacts(const Facts& facts);
    Facts facts() const;
    QString introduction() const;

    TableViewModel& m_table;
    StatisticsViewModel& m_statistics;
    TextLabel* m_introduction;
    InlineBanner* m_banner;
    ColumnPicture* m_picture;
    TextLabel* m_summary;
    QWidget* m_grid;
    QGridLayout* m_rows;
    std::vector<std::pair<TextLabel*, TextLabel*>> m_labels;
    TextLabel* m_topTitle;
    TopValues* m_top;
};

} // namespace lepton::ui
