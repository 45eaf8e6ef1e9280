// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/report/report_model.h"
#include "ui/training/report/report_view_model.h"
#include "ui/widgets/page.h"

#include <QWidget>

class QFileDialog;
class QGridLayout;
class QMenu;
class QStackedWidget;

namespace lepton::ui {

class Button;
class CalibrationCard;
class Card;
class ConfusionCard;
class CurveCard;
class DataTable;
class InlineBanner;
class ReportTiles;
class RunViewModel;
class SamplesCard;
class Skeleton;

/// What a finished run is worth on its test part: tiles, report, confusion matrix, curves and samples, which
/// are one selection.
class ReportPanel final : public QWidget
{
    Q_OBJECT

public:
    ReportPanel(RunViewModel& run, std::shared_ptr<TrainingBackend> backend, QWidget* parent = nullptr);

    bool clearSelection() { return m_viewModel.clearSelection(); }
    ReportViewModel& viewModel() { return m_viewModel; }
    /// What the page's menu offers while the report is shown.
    void fillMenu(QMenu& menu);
    /// Looks again whether the rows of the data set are there.
    void refresh() { m_viewModel.refresh(); }
    bool isSettled() const { return m_viewModel.isSettled(); }
    void retranslate();

Q_SIGNALS:
    /// One line on what was done.
    void told(const QString& sentence);
    void exportFailed(const lepton::base::Error& error);
    void rowWanted(const lepton::ui::Route& route);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void actWhenRead();
    QWidget* buildReport();
    void follow();
    void update();
    void showReport();
    void fitColumns();
    void showSelection();
    void choose(const QModelIndex& index);
    void copy();
    void chooseHtmlFile();
    void chooseCsvFile();
    /// Asks where the report is to be saved.
    QFileDialog* fileDialog(const QString& ending, const QString& filter);
    void layOut();

    RunViewModel& m_run;
    ReportViewModel m_viewModel;
    ReportModel m_model;
    ReportTiles* m_tiles;
    Card* m_card;
    Button* m_copy;
    Button* m_csv;
    DataTable* m_table;
    ConfusionCard* m_confusion;
    CurveCard* m_curves;
    CalibrationCard* m_calibration;
    SamplesCard* m_samples;
    QStackedWidget* m_stack;
    Skeleton* m_skeleton;
    InlineBanner* m_failed;
    QGridLayout* m_grid = nullptr;
    bool m_isNarrow = false;
    void (ReportPanel::*m_whenRead)() = nullptr; ///< chosen in another part of the run
};

} // namespace lepton::ui
