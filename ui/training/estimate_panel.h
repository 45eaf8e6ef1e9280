// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lepton::ui {

class RunPreviewViewModel;
class TextLabel;

/// Time, steps and memory of the run, by a few steps that were really made.
class EstimatePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit EstimatePanel(RunPreviewViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();
    QString timeText() const;
    QString howText() const;

    RunPreviewViewModel& m_viewModel;
    TextLabel* m_timeTitle;
    TextLabel* m_time;
    TextLabel* m_stepsTitle;
    TextLabel* m_steps;
    TextLabel* m_memoryTitle;
    TextLabel* m_memory;
    TextLabel* m_how;
};

} // namespace lepton::ui
