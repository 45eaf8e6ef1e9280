// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/compare_table_model.h"
#include "ui/training/compare_view_model.h"

#include <QWidget>

class QComboBox;
class QStackedWidget;
class QToolButton;

namespace lepton::charts {
class ChartCard;
}

namespace lepton::ui {

class Button;
class Card;
class DataTable;
class IconButton;
class InlineBanner;
class ParallelAxes;
class Segment;
class TextLabel;

/// The ticked runs, compared: curves or parallel axes at the left, what differs at the right, and above them
/// whether the numbers can be compared.
class ComparePane final : public QWidget
{
    Q_OBJECT

public:
    /// @p ticks outlives it.
    ComparePane(std::shared_ptr<TrainingBackend> backend, RunTicks& ticks, QWidget* parent = nullptr);

    bool isBusy() const { return m_viewModel.isBusy() || m_fill.isRunning(); }
    /// A person wants to see nothing of the runs but this.
    bool isAlone() const;
    void retranslate();

Q_SIGNALS:
    void closeRequested();
    void aloneChanged();
    void openRequested(const QString& run);
    void told(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Left
    {
        Curves,
        Axes
    };

    QWidget* makeHeader();
    QWidget* makeLeft();
    QWidget* makeRight();
    void update();
    void updateAlone();
    void showMetrics();
    void showCurves();
    void showTable();
    void chooseFile(const QString& suffix);
    /// Without what can be pressed, and with the whole table.
    QByteArray picture(const train::RunComparison& comparison);

    CompareViewModel m_viewModel;
    TextLabel* m_title;
    TextLabel* m_sentence;
    Segment* m_view;
    QComboBox* m_metric;
    QComboBox* m_axis;
    Button* m_export;
    IconButton* m_alone;
    IconButton* m_close;
    InlineBanner* m_banner;
    QWidget* m_body;
    QStackedWidget* m_left;
    charts::ChartCard* m_chart;
    Card* m_axesCard;
    ParallelAxes* m_axes;
    Card* m_tableCard;
    Segment* m_content;
    QToolButton* m_seeds; ///< of m_content
    TextLabel* m_foot;
    DataTable* m_table;
    CompareTableModel m_model;
    Async m_fill; ///< makes the points of the curves ready
};

} // namespace lepton::ui
