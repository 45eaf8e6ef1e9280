// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/home_backend.h"
#include "ui/home/home_row.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace lepton::ui {

class Bar;
class EmptyState;
class HomeViewModel;
class IconLabel;
class TextLabel;

/// One job as in the strip, with one more line: what it does just now.
class RunningRow final : public HomeRow
{
    Q_OBJECT

public:
    explicit RunningRow(QWidget* parent = nullptr);

    void setJob(const RunningJob& running);

private:
    IconLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_left;
    TextLabel* m_line;
    Bar* m_bar;
    TextLabel* m_progress;
};

/// The jobs that have not ended, own and others'.
class RunningCard final : public Card
{
    Q_OBJECT

public:
    explicit RunningCard(HomeViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

Q_SIGNALS:
    /// A run's row was opened: R-12.
    void runRequested(const QString& run);

private:
    void update();

    HomeViewModel& m_viewModel;
    TextLabel* m_nothing;
    QVBoxLayout* m_rows;
    std::vector<std::pair<base::JobId, RunningRow*>> m_shown;
    TextLabel* m_more;
};

} // namespace lepton::ui
