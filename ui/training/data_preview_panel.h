// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/data_preview.h"

#include <QWidget>

namespace lepton::ui {

class RunPreviewViewModel;
class SplitBar;
class TextLabel;
class ValueBars;

/// How long the texts are, with a line where they are cut. Painted; exposes one sentence.
class LengthChart final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setCounts(const train::LengthCounts& counts, std::int64_t maxLength, const QString& sentence);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    train::LengthCounts m_counts;
    std::int64_t m_maxLength = 0;
};

/// The parts with their rows, the classes with theirs, and the texts by their length in tokens.
class DataPreviewPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DataPreviewPanel(RunPreviewViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();
    void updateLabels(const train::DataPreview& preview);
    void updateLengths(const train::LengthCounts& lengths);

    RunPreviewViewModel& m_viewModel;
    SplitBar* m_split;
    TextLabel* m_labelsTitle;
    TextLabel* m_labelsNote;
    ValueBars* m_labels;
    TextLabel* m_more;
    QWidget* m_lengthsBox;
    TextLabel* m_lengthsTitle;
    TextLabel* m_lengthsNote;
    LengthChart* m_lengths;
    TextLabel* m_cut;
};

} // namespace lepton::ui
