// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/confusion_card.h"

#include "ui/theme/theme.h"
#include "ui/training/report/confusion_view.h"
#include "ui/training/report/heat_legend.h"
#include "ui/training/report/report_view_model.h"
#include "ui/widgets/segment.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace lepton::ui {

ConfusionCard::ConfusionCard(ReportViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_figure(new Segment)
    , m_view(new ConfusionView)
    , m_legend(new HeatLegend)
{
    m_figure->setObjectName(QStringLiteral("run.report.matrix.figure"));
    m_figure->add(int(CellFigure::Count), QStringLiteral(" "))
        ->setObjectName(QStringLiteral("run.report.matrix.counts"));
    m_figure->add(int(CellFigure::ShareOfRow), QStringLiteral(" "))
        ->setObjectName(QStringLiteral("run.report.matrix.shares"));
    addToHeader(m_figure);
    m_view->setObjectName(QStringLiteral("run.report.matrix"));
    m_view->setModel(&m_model);
    body()->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap12);
    body()->setSpacing(theme::gap8);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_legend);
    connect(m_figure, &Segment::chosen, this, [this](int figure) { m_model.setFigure(CellFigure(figure)); });
    connect(m_view, &ConfusionView::cellChosen, this, [this](const QModelIndex& index) {
        const auto wanted =
            train::ReportSelection::ofCell(m_model.label(index.row()), m_model.label(index.column()));
        if (wanted == m_viewModel.selection())
            m_viewModel.clearSelection(); // a second click takes the first one back
        else
            m_viewModel.select(wanted);
    });
    connect(&m_viewModel, &ReportViewModel::changed, this, &ConfusionCard::update);
    connect(&m_viewModel, &ReportViewModel::selectionChanged, this, &ConfusionCard::showSelection);
    retranslate();
}

void ConfusionCard::retranslate()
{
    setTitle(tr("Confusion matrix"));
    m_figure->setText(int(CellFigure::Count), tr("Counts"));
    m_figure->setText(int(CellFigure::ShareOfRow), tr("Share of row"));
    m_view->setAccessibleName(tr("Confusion matrix"));
    m_legend->retranslate();
    m_model.retranslate();
    update();
}

void ConfusionCard::update()
{
    const bool isReady = m_viewModel.state() == ReportViewModel::State::Ready;
    m_model.setReport(isReady ? &m_viewModel.report() : nullptr);
    QString note = tr("rows true, columns predicted");
    if (isReady && m_viewModel.report().classes().size() > m_viewModel.report().confusion().size())
        note = tr("the %Ln class(es) that are confused most", nullptr,
                  int(m_viewModel.report().confusion().size()));
    setNote(note);
    showSelection();
}

void ConfusionCard::showSelection()
{
    const auto& selection = m_viewModel.selection();
    const bool isCell = selection.kind == train::ReportSelection::Kind::Cell;
    m_view->setChosen(isCell ? m_model.cell(selection.truth, selection.predicted) : QModelIndex());
    const bool isClass = selection.kind == train::ReportSelection::Kind::Class;
    m_view->setChosenClass(isClass ? m_model.cell(selection.truth, selection.truth).row() : -1);
}

} // namespace lepton::ui
