// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/running_card.h"

#include "ui/datasets/dataset_text.h"
#include "ui/home/home_view_model.h"
#include "ui/training/run_words.h"
#include "ui/training/training_text.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/job_text.h"
#include "ui/widgets/mini_charts.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace lepton::ui {

namespace {

struct RunningTexts
{
    Q_DECLARE_TR_FUNCTIONS(RunningTexts)
};

constexpr std::size_t mostRows = 5;
constexpr int progressWidth = 56; // of "paused" and "waiting", so that the bars have one length

/// What a phase of core is called.
QString phaseText(const std::string& phase)
{
    if (phase == "reading")
        return RunningTexts::tr("reading");
    if (phase == "profiling")
        return RunningTexts::tr("counting values");
    if (phase == "writing" || phase == "saving" || phase == "copying")
        return RunningTexts::tr("saving");
    if (phase == "hashing" || phase == "verifying" || phase == "checking")
        return RunningTexts::tr("verifying");
    if (phase == "tokenising")
        return RunningTexts::tr("cutting texts into tokens");
    if (phase == "loading")
        return RunningTexts::tr("loading the model");
    if (phase == "evaluating")
        return RunningTexts::tr("scoring the test part");
    return {};
}

/// What the run does just now, and what it has come to.
QString runLine(const train::Run& run, const jobs::JobInfo& job)
{
    const QString model = DatasetText::from(run.baseModelName);
    const auto& progress = job.progress;
    if (progress.phase != "training" || progress.total <= 0) {
        const QString phase = phaseText(progress.phase);
        return phase.isEmpty() ? model
                               : RunningTexts::tr("%1, %2", "base model, what is done").arg(model, phase);
    }
    const QString step = DatasetText::count(progress.done);
    const QString steps = DatasetText::count(progress.total);
    if (const auto best = TrainingText::best(run))
        return RunningTexts::tr("Step %1 of %2, %3 %4, %5", "steps, metric and value, base model")
            .arg(step, steps, bestTitle(run), figureText(*best), model);
    return RunningTexts::tr("Step %1 of %2, %3", "steps, base model").arg(step, steps, model);
}

} // namespace

RunningRow::RunningRow(QWidget* parent)
    : HomeRow(parent)
    , m_icon(new IconLabel(QStringLiteral("activity"), theme::Role::Text2, theme::iconSide))
    , m_title(new TextLabel(theme::Step::Strong))
    , m_left(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_line(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_bar(new Bar)
    , m_progress(new TextLabel(theme::Step::Small, theme::Role::Text2))
{
    fillAndElide(*m_title);
    fillAndElide(*m_line);
    m_bar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_progress->setMinimumWidth(progressWidth);
    m_progress->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::gap8);
    top->addWidget(m_title, 1);
    top->addWidget(m_left);
    auto* below = new QHBoxLayout;
    below->setSpacing(theme::gap8);
    below->addWidget(m_bar, 1);
    below->addWidget(m_progress);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addLayout(top);
    texts->addWidget(m_line);
    texts->addSpacing(theme::gap4);
    texts->addLayout(below);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap8);
    line->setSpacing(theme::gap8);
    m_icon->setBesideLine(theme::Step::Strong);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
}

void RunningRow::setJob(const RunningJob& running)
{
    const jobs::JobInfo& job = running.job;
    m_icon->setIcon(jobIcon(job), theme::Role::Text2);
    m_title->setText(running.run ? tr("%1 %2", "run, data set")
                                       .arg(TrainingText::runName(*running.run),
                                            DatasetText::from(running.run->datasetName))
                                 : DatasetText::from(job.title));
    m_left->setText(jobTimeLeftText(job));
    const QString line = running.run ? runLine(*running.run, job) : phaseText(job.progress.phase);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
    const auto share = job.progress.share();
    m_bar->setShare(share.value_or(0), jobProgressText(job));
    m_progress->setText(jobProgressText(job));
    setOpens(running.run.has_value(),
             tr("%1. %2", "what runs, and how far it is").arg(m_title->text(), line));
}

RunningCard::RunningCard(HomeViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_nothing(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_rows(new QVBoxLayout)
    , m_more(new TextLabel(theme::Step::Small, theme::Role::Text2))
{
    setObjectName(QStringLiteral("home.running"));
    setIcon(QStringLiteral("activity"));
    m_nothing->setObjectName(QStringLiteral("home.running.none"));
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    m_more->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap8);
    m_rows->setSpacing(0);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(makeRule(Qt::Horizontal));
    body()->addWidget(m_nothing);
    body()->addLayout(m_rows);
    body()->addWidget(m_more);
    connect(&m_viewModel, &HomeViewModel::runningChanged, this, &RunningCard::update);
    retranslate();
}

void RunningCard::retranslate()
{
    setTitle(tr("Running"));
    m_nothing->setText(tr("No job runs. Imports and runs show here how far they are."));
    update();
}

void RunningCard::update()
{
    const auto& running = m_viewModel.running();
    const std::size_t count = std::min(running.size(), mostRows);
    const auto queued = std::ranges::count(running, jobs::JobState::Queued,
                                           [](const RunningJob& one) { return one.job.state; });
    setNote(queued > 0 ? tr("%Ln in the queue", "jobs", int(queued)) : QString());
    m_nothing->setVisible(running.empty());
    m_more->setVisible(running.size() > count);
    m_more->setText(tr("and %Ln more", "jobs", int(running.size() - count)));
    const bool isSame = std::ranges::equal(
        m_shown, running | std::views::take(count),
        [](const auto& shown, const RunningJob& one) { return shown.first == one.job.id; });
    if (!isSame) { // progress alone keeps the rows, and the focus in them
        clearLayout(*m_rows);
        m_shown.clear();
        for (std::size_t i = 0; i < count; ++i) {
            auto* row = new RunningRow;
            row->setObjectName(
                QStringLiteral("home.running.%1").arg(QString::fromStdString(running[i].job.id.toString())));
            row->setRuled(i + 1 < count);
            addRow(*m_rows, row);
            m_shown.emplace_back(running[i].job.id, row);
            if (running[i].run)
                connect(row, &HomeRow::opened, this,
                        [this, name = TrainingText::runName(*running[i].run)] { Q_EMIT runRequested(name); });
        }
    }
    for (std::size_t i = 0; i < count; ++i)
        m_shown[i].second->setJob(running[i]);
}

} // namespace lepton::ui
