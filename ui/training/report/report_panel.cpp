// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/report_panel.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/report/calibration_card.h"
#include "ui/training/report/confusion_card.h"
#include "ui/training/report/curve_card.h"
#include "ui/training/report/report_tiles.h"
#include "ui/training/report/samples_card.h"
#include "ui/training/report/score_bar_delegate.h"
#include "ui/training/run_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/skeleton.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lepton::ui {

namespace {

/// Below this width the cards stand under each other.
constexpr int wideFrom = 1000;
/// Rows of the report that are in sight; more scroll.
constexpr int rowsInSight = 11;
constexpr int lowerHeight = 220;
constexpr int scoreBarWidth = 68;
constexpr int leastFigureWidth = 56; ///< so that a column does not jump with its figures
constexpr int gridColumns = 4;       ///< of the grid; the upper cards take two each

} // namespace

ReportPanel::ReportPanel(RunViewModel& run, std::shared_ptr<TrainingBackend> backend, QWidget* parent)
    : QWidget(parent)
    , m_run(run)
    , m_viewModel(std::move(backend))
    , m_tiles(new ReportTiles(m_viewModel))
    , m_card(new Card(QStringLiteral(" ")))
    , m_copy(new Button(ButtonKind::Link))
    , m_csv(new Button(ButtonKind::Link))
    , m_table(new DataTable)
    , m_confusion(new ConfusionCard(m_viewModel))
    , m_curves(new CurveCard(m_viewModel))
    , m_calibration(new CalibrationCard(m_viewModel))
    , m_samples(new SamplesCard(m_viewModel))
    , m_stack(new QStackedWidget)
    , m_skeleton(new Skeleton)
    , m_failed(new InlineBanner(BannerKind::Error))
{
    m_failed->setObjectName(QStringLiteral("run.report.failed"));
    auto* failed = new QWidget;
    auto* failedLayout = new QVBoxLayout(failed);
    failedLayout->setContentsMargins(theme::gap24, theme::gap12, theme::gap24, theme::gap24);
    failedLayout->addWidget(m_failed);
    failedLayout->addStretch();
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(buildReport());
    m_stack->addWidget(failed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_copy, &QPushButton::clicked, this, &ReportPanel::copy);
    connect(m_csv, &QPushButton::clicked, this, &ReportPanel::chooseCsvFile);
    connect(m_table, &QAbstractItemView::activated, this, &ReportPanel::choose);
    connect(m_table, &QAbstractItemView::clicked, this, &ReportPanel::choose);
    connect(m_samples, &SamplesCard::rowWanted, this, &ReportPanel::rowWanted);
    connect(&m_viewModel, &ReportViewModel::exported, this, [this](const QString& file) {
        Q_EMIT told(tr("The report is in %1", "name of a file").arg(QFileInfo(file).fileName()));
    });
    connect(&m_viewModel, &ReportViewModel::exportFailed, this, &ReportPanel::exportFailed);
    connect(&m_run, &RunViewModel::changed, this, &ReportPanel::follow);
    connect(&m_viewModel, &ReportViewModel::changed, this, &ReportPanel::update);
    connect(&m_viewModel, &ReportViewModel::comparisonChanged, this, &ReportPanel::showReport);
    connect(&m_viewModel, &ReportViewModel::selectionChanged, this, &ReportPanel::showSelection);
    retranslate();
}

QWidget* ReportPanel::buildReport()
{
    m_copy->setSmall(true);
    m_copy->setObjectName(QStringLiteral("run.report.copy"));
    m_csv->setSmall(true);
    m_csv->setObjectName(QStringLiteral("run.report.csv"));
    m_card->addToHeader(m_copy);
    m_card->addToHeader(m_csv);
    m_table->setObjectName(QStringLiteral("run.report.table"));
    m_table->setModel(&m_model);
    m_table->setRowHeight(theme::rowDense);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(ReportModel::BarColumn, new ScoreBarDelegate(m_table));
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(ReportModel::ClassColumn, QHeaderView::Stretch);
    header->resizeSection(ReportModel::BarColumn, scoreBarWidth);
    m_card->body()->setContentsMargins(0, 0, 0, theme::gap4);
    m_card->body()->addWidget(m_table);
    for (QWidget* card : std::initializer_list<QWidget*>{m_curves, m_calibration, m_samples})
        card->setMinimumHeight(lowerHeight);

    m_grid = new QGridLayout;
    m_grid->setSpacing(theme::gap12);
    for (int column = 0; column < gridColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    auto* layout = new QVBoxLayout;
    auto* scroll = new PageScroll(layout);
    layout->addWidget(m_tiles);
    layout->addLayout(m_grid, 1);
    layOut();
    return scroll;
}

void ReportPanel::layOut()
{
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0); // the items, not the widgets
    if (m_isNarrow) {
        int row = 0;
        for (QWidget* card : std::initializer_list<QWidget*>{m_card, m_confusion})
            m_grid->addWidget(card, row++, 0, 1, gridColumns);
        m_grid->addWidget(m_curves, row, 0, 1, 2);
        m_grid->addWidget(m_calibration, row++, 2, 1, 2);
        m_grid->addWidget(m_samples, row, 0, 1, gridColumns);
        return;
    }
    m_grid->addWidget(m_card, 0, 0, 1, 2);
    m_grid->addWidget(m_confusion, 0, 2, 1, 2);
    m_grid->addWidget(m_curves, 1, 0);
    m_grid->addWidget(m_calibration, 1, 1);
    m_grid->addWidget(m_samples, 1, 2, 1, 2);
}

void ReportPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_tiles->setRoom(width() - 2 * theme::gap24 - 2); // within the card's border
    const bool isNarrow = width() < wideFrom;
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow)
        layOut();
}

void ReportPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void ReportPanel::follow()
{
    if (m_run.state() != RunViewModel::State::Ready) {
        m_whenRead = nullptr;
        m_viewModel.close();
        return;
    }
    if (m_viewModel.state() != ReportViewModel::State::Nothing && m_viewModel.run().id != m_run.run().id)
        m_viewModel.close();
    if (isVisible()) // the rows are read when a person looks at them
        m_viewModel.open(m_run.run());
}

void ReportPanel::retranslate()
{
    m_card->setTitle(tr("Classification report"));
    m_copy->setText(tr("Copy as text"));
    m_csv->setText(tr("CSV…"));
    m_csv->setAccessibleName(tr("Save the classification report as CSV"));
    m_table->setAccessibleName(tr("Classification report"));
    m_skeleton->setSentence(tr("The report is being made from the test rows"));
    m_failed->clearActions();
    m_failed->addAction(tr("Try again"), [this] { m_viewModel.refresh(); });
    m_model.retranslate();
    m_tiles->retranslate();
    m_confusion->retranslate();
    m_curves->retranslate();
    m_calibration->retranslate();
    m_samples->retranslate();
    update();
}

void ReportPanel::update()
{
    using State = ReportViewModel::State;
    const auto state = m_viewModel.state();
    if (state == State::Loading)
        m_skeleton->start();
    else
        m_skeleton->stop();
    m_stack->setCurrentIndex(state == State::Ready ? 1 : state == State::Failed ? 2 : 0);
    if (state == State::Failed)
        m_failed->setError(tr("The report cannot be shown."), *m_viewModel.error());
    showReport();
    m_card->setNote(state == State::Ready ? tr("test part, %Ln class(es)", nullptr, m_model.classCount())
                                          : QString());
    actWhenRead();
}

void ReportPanel::showReport()
{
    if (m_viewModel.state() != ReportViewModel::State::Ready) {
        m_model.clear();
        return;
    }
    m_model.setReport(m_viewModel.report(), m_viewModel.comparison());
    m_table->setColumnHidden(ReportModel::ChangeColumn, !m_viewModel.comparison().isMade());
    fitColumns();
    const int rows = std::min(m_model.rowCount(), rowsInSight);
    m_table->setMinimumHeight(theme::tableHeaderHeight + rows * theme::rowDense);
    showSelection();
}

void ReportPanel::fitColumns()
{
    for (const int column : {ReportModel::PrecisionColumn, ReportModel::RecallColumn, ReportModel::F1Column,
                             ReportModel::ChangeColumn, ReportModel::SupportColumn})
        m_table->fitColumn(column, leastFigureWidth);
}

void ReportPanel::showSelection()
{
    const int label = m_viewModel.selectedClass();
    if (label < 0) {
        m_table->clearSelection();
        return;
    }
    const QModelIndex index = m_model.index(label, 0);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                          QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void ReportPanel::choose(const QModelIndex& index)
{
    if (index.row() >= m_model.classCount()) {
        m_viewModel.clearSelection(); // an average is all classes
        return;
    }
    const auto wanted = train::ReportSelection::ofClass(index.row());
    if (wanted == m_viewModel.selection())
        m_viewModel.clearSelection();
    else
        m_viewModel.select(wanted);
}

void ReportPanel::copy()
{
    if (m_viewModel.state() != ReportViewModel::State::Ready)
        return;
    QGuiApplication::clipboard()->setText(DatasetText::from(m_viewModel.report().text()));
    Q_EMIT told(tr("The report is copied"));
}

void ReportPanel::fillMenu(QMenu& menu)
{
    const auto add = [&](const QString& text, void (ReportPanel::*act)()) {
        auto* action = menu.addAction(text);
        action->setEnabled(m_viewModel.state() != ReportViewModel::State::Failed);
        connect(action, &QAction::triggered, this, [this, act] {
            m_whenRead = act;
            actWhenRead();
        });
        return action;
    };
    add(tr("Copy report as text"), &ReportPanel::copy);
    add(tr("Save report as CSV…"), &ReportPanel::chooseCsvFile);
    add(tr("Save report as one HTML file…"), &ReportPanel::chooseHtmlFile)
        ->setObjectName(QStringLiteral("run.report.save"));
}

/// What was chosen in another part of the run waits until the report is there.
void ReportPanel::actWhenRead()
{
    using State = ReportViewModel::State;
    if (m_viewModel.state() == State::Failed)
        m_whenRead = nullptr;
    if (m_viewModel.state() != State::Ready)
        return;
    if (const auto act = std::exchange(m_whenRead, nullptr))
        (this->*act)();
}

void ReportPanel::chooseHtmlFile()
{
    auto* dialog = fileDialog(QStringLiteral("html"), tr("Web pages (*.html)"));
    connect(dialog, &QFileDialog::fileSelected, &m_viewModel, &ReportViewModel::exportHtml);
    dialog->open();
}

void ReportPanel::chooseCsvFile()
{
    auto* dialog = fileDialog(QStringLiteral("csv"), tr("Comma-separated text (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, &m_viewModel, &ReportViewModel::exportCsv);
    dialog->open();
}

QFileDialog* ReportPanel::fileDialog(const QString& ending, const QString& filter)
{
    const QString name = TrainingText::runName(m_viewModel.run());
    auto* dialog = new QFileDialog(this, tr("File for the report of %1").arg(name), QDir::homePath(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("run.report.file"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(name + QLatin1Char('.') + ending);
    return dialog;
}

} // namespace lepton::ui
