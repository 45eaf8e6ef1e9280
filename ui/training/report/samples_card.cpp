// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/samples_card.h"

#include "ui/training/report/report_text.h"
#include "ui/training/report/report_view_model.h"
#include "ui/training/report/sample_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_banner.h"

#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int leastClassWidth = 72;
constexpr int mostClassWidth = 144; ///< of a long name the beginning has to do: the text matters more

} // namespace

SamplesCard::SamplesCard(ReportViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_open(new Button(ButtonKind::Link))
    , m_stack(new QStackedWidget)
    , m_table(new DataTable)
    , m_empty(new EmptyState(QStringLiteral("check-circle")))
    , m_failed(new InlineBanner(BannerKind::Error))
{
    m_open->setObjectName(QStringLiteral("run.report.openRow.button"));
    m_open->setSmall(true);
    addToHeader(m_open);
    m_table->setObjectName(QStringLiteral("run.report.samples"));
    m_table->setModel(&m_model);
    m_table->setRowHeight(theme::rowDense);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(SampleListModel::TextColumn, QHeaderView::Stretch);
    auto* failed = new QWidget;
    auto* failedLayout = new QVBoxLayout(failed);
    failedLayout->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    failedLayout->addWidget(m_failed);
    failedLayout->addStretch();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(failed);
    body()->setContentsMargins(0, 0, 0, theme::gap4);
    body()->addWidget(m_stack);
    connect(m_open, &QPushButton::clicked, this, &SamplesCard::openRow);
    connect(m_table, &QAbstractItemView::activated, this, &SamplesCard::openText);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SamplesCard::updateOpen);
    connect(&m_viewModel, &ReportViewModel::changed, this, &SamplesCard::update);
    connect(&m_viewModel, &ReportViewModel::samplesChanged, this, &SamplesCard::update);
    retranslate();
}

void SamplesCard::retranslate()
{
    m_open->setText(tr("Open in table"));
    m_table->setAccessibleName(tr("Samples"));
    m_failed->clearActions();
    m_failed->addAction(tr("Try again"), [this] { m_viewModel.readSamples(); });
    m_model.retranslate();
    update();
}

void SamplesCard::update()
{
    if (m_viewModel.state() != ReportViewModel::State::Ready) {
        m_model.clear();
        setTitle(tr("Mispredicted"));
        setNote({});
        updateOpen();
        return;
    }
    setTitle(ReportText::selection(m_viewModel));
    if (m_viewModel.isReadingSamples())
        return; // the rows before stay until the new ones are there
    if (m_viewModel.samplesError()) {
        m_failed->setError(tr("The rows cannot be read."), *m_viewModel.samplesError());
        m_stack->setCurrentIndex(2);
        setNote({});
        m_model.clear();
        updateOpen();
        return;
    }
    const auto& samples = m_viewModel.samples();
    const auto shown = qlonglong(samples.samples.size());
    const QLocale locale;
    setNote(shown < samples.total
                ? tr("%1 of %2, surest first")
                      .arg(locale.toString(shown), locale.toString(qlonglong(samples.total)))
                : tr("%Ln row(s), surest first", nullptr, int(samples.total)));
    showColumns();
    m_model.setSamples(m_viewModel.report(), samples);
    const int most = std::clamp(m_table->viewport()->width() / 6, leastClassWidth, mostClassWidth);
    for (const int column : {SampleListModel::PredictedColumn, SampleListModel::TruthColumn})
        m_table->fitColumn(column, leastClassWidth, most);
    for (const int column : {SampleListModel::ConfidenceColumn, SampleListModel::TruthProbabilityColumn})
        m_table->fitColumn(column);
    if (samples.samples.empty()) {
        const bool isAll = m_viewModel.selection() == train::ReportSelection();
        m_empty->setText(
            isAll ? tr("No row is wrong") : tr("There are no such rows"),
            isAll ? tr("The model is right about every row of the test part. If that is a surprise, "
                       "see whether test rows stand in the training part, too.")
                  : tr("Press Esc to see all rows that are wrong."));
    }
    m_stack->setCurrentIndex(samples.samples.empty() ? 1 : 0);
    updateOpen();
}

void SamplesCard::showColumns()
{
    const auto& selection = m_viewModel.selection();
    const bool isCell = selection.kind == train::ReportSelection::Kind::Cell;
    const bool isRight = isCell && selection.truth == selection.predicted;
    m_table->setColumnHidden(SampleListModel::PredictedColumn, isCell);
    m_table->setColumnHidden(SampleListModel::TruthColumn, isCell);
    m_table->setColumnHidden(SampleListModel::TruthProbabilityColumn, isRight);
    m_model.setCell(isCell ? m_viewModel.className(selection.truth) : QString(),
                    isCell ? m_viewModel.className(selection.predicted) : QString());
}

void SamplesCard::updateOpen()
{
    const bool isReady = m_viewModel.state() == ReportViewModel::State::Ready && m_model.rowCount() > 0;
    m_open->setVisible(isReady);
    if (!isReady)
        return;
    QString reason = m_viewModel.whyNoRows();
    if (reason.isEmpty() && !m_table->currentIndex().isValid())
        reason = tr("Choose a row first.");
    m_open->setDisabledReason(reason);
}

void SamplesCard::openRow()
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid() && m_viewModel.whyNoRows().isEmpty())
        Q_EMIT rowWanted(m_viewModel.rowRoute(m_model.sample(index.row())));
}

void SamplesCard::openText(const QModelIndex& index)
{
    auto* dialog = new SampleDialog(m_viewModel, m_model.sample(index.row()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SampleDialog::rowWanted, this, &SamplesCard::rowWanted);
    dialog->open();
}

} // namespace lepton::ui
