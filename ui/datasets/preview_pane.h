// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/side_sheet.h"

class QMenu;
class QVBoxLayout;

namespace lepton::ui {

class Button;
class HistogramView;
class IconButton;
class InlineBanner;
class PreviewViewModel;
class SampleTable;
class TextLabel;
class ValueBars;

/// The selected data set beside the list: its figures, how its labels and lengths are spread, its first rows.
class PreviewPane final : public SideSheet
{
    Q_OBJECT

public:
    explicit PreviewPane(PreviewViewModel& viewModel, QWidget* parent = nullptr);

    /// The same choices as the context menu of the list; filled by the page.
    QMenu* moreMenu() const { return m_moreMenu; }
    void retranslate();

Q_SIGNALS:
    void openRequested();
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Section
    {
        QWidget* box;
        TextLabel* title;
        TextLabel* note;
        QVBoxLayout* layout;
    };
    Section addSection(QVBoxLayout* layout);
    QWidget* makeTiles();
    void update();
    void updateTiles();
    void updateValues();
    void updateHistogram();
    void updateSample();

    PreviewViewModel& m_viewModel;
    Button* m_open;
    Button* m_export;
    IconButton* m_more;
    QMenu* m_moreMenu;
    TextLabel* m_tileLabels[4];
    TextLabel* m_tileValues[4];
    TextLabel* m_description;
    InlineBanner* m_banner;
    Section m_values;
    ValueBars* m_valueBars;
    Section m_histogram;
    HistogramView* m_histogramView;
    Section m_sample;
    SampleTable* m_sampleTable;
    TextLabel* m_latestLabel;
    TextLabel* m_latest;
};

} // namespace lepton::ui
