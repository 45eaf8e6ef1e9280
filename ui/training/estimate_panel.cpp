// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/estimate_panel.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/run_preview_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/durations.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <array>

namespace lepton::ui {

EstimatePanel::EstimatePanel(RunPreviewViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_timeTitle(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_time(new TextLabel(theme::Step::CardTitle))
    , m_stepsTitle(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_steps(new TextLabel(theme::Step::CardTitle))
    , m_memoryTitle(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_memory(new TextLabel(theme::Step::CardTitle))
    , m_how(new TextLabel(theme::Step::Caption, theme::Role::Text3))
{
    setObjectName(QStringLiteral("newRun.estimate"));
    m_time->setObjectName(QStringLiteral("newRun.estimate.time"));
    m_steps->setObjectName(QStringLiteral("newRun.estimate.steps"));
    m_memory->setObjectName(QStringLiteral("newRun.estimate.memory"));
    m_how->setObjectName(QStringLiteral("newRun.estimate.how"));
    m_how->setWordWrap(true);
    auto* withRule = new QVBoxLayout(this);
    withRule->setContentsMargins(0, 0, 0, 0);
    withRule->setSpacing(0);
    withRule->addWidget(makeRule(Qt::Horizontal));
    auto* grid = new QGridLayout;
    withRule->addLayout(grid);
    grid->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    grid->setHorizontalSpacing(theme::gap16);
    grid->setVerticalSpacing(0);
    const std::array<std::array<TextLabel*, 2>, 3> columns{
        {{m_timeTitle, m_time}, {m_stepsTitle, m_steps}, {m_memoryTitle, m_memory}}};
    for (int i = 0; i < int(columns.size()); ++i) {
        grid->addWidget(columns[std::size_t(i)][0], 0, i);
        grid->addWidget(columns[std::size_t(i)][1], 1, i);
        grid->setColumnStretch(i, 1);
    }
    grid->addWidget(m_how, 2, 0, 1, int(columns.size()));
    connect(&m_viewModel, &RunPreviewViewModel::changed, this, &EstimatePanel::update);
    retranslate();
}

void EstimatePanel::retranslate()
{
    m_timeTitle->setText(tr("Time"));
    m_stepsTitle->setText(tr("Steps"));
    m_memoryTitle->setText(tr("Memory"));
    update();
}

QString EstimatePanel::timeText() const
{
    if (const auto seconds = m_viewModel.seconds())
        return aboutDurationText(*seconds);
    const QString unknown = QStringLiteral("–");
    return m_viewModel.timesState() == RunPreviewViewModel::State::Waiting ? tr("measuring") : unknown;
}

QString EstimatePanel::howText() const
{
    using State = RunPreviewViewModel::State;
    switch (m_viewModel.timesState()) {
    case State::Waiting:
        return tr("A few steps are made with these settings, to tell the time.");
    case State::Ready: {
        const auto& times = *m_viewModel.times();
        return tr("By %Ln step(s) that were made on this computer: %1.", nullptr, int(times.steps))
            .arg(TrainingText::device(times.device));
    }
    case State::Failed:
        return m_viewModel.timesError()
                   ? tr("The time could not be measured: %1").arg(CoreText::error(*m_viewModel.timesError()))
                   : QString();
    case State::None:
        break;
    }
    return tr("The time is measured once nothing stops the start.");
}

void EstimatePanel::update()
{
    const QString unknown = QStringLiteral("–");
    m_time->setText(timeText());
    const auto steps = m_viewModel.steps();
    m_steps->setText(steps ? DatasetText::count(*steps) : unknown);
    const bool isMeasured = m_viewModel.timesState() == RunPreviewViewModel::State::Ready;
    m_memory->setText(isMeasured
                          ? tr("about %1", "a size").arg(DatasetText::aboutSize(m_viewModel.times()->memory))
                          : unknown);
    m_how->setText(howText());
    setVisible(m_viewModel.previewState() != RunPreviewViewModel::State::None);
}

} // namespace lepton::ui
