// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/charts_panel.h"

#include "ui/charts/chart_card.h"
#include "ui/charts/chart_group.h"
#include "ui/training/first_batch_card.h"
#include "ui/training/log_card.h"
#include "ui/training/run_facts.h"
#include "ui/training/run_side.h"
#include "ui/training/run_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/side_sheet.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace lepton::ui {

namespace {

constexpr int sideWidth = 280;
constexpr int bigChart = 224;
constexpr int smallChart = 112;
constexpr int mostChart = 480;
constexpr int manyEpochs = 50; // their limits would be a hatching

/// The metric whose curve says which checkpoint is the best. Where that is the loss, whose curve is there
/// already, the usual score.
std::string scoreKeyOf(const RunViewModel& viewModel)
{
    if (viewModel.state() != RunViewModel::State::Ready)
        return "macro_f1";
    const std::string metric(train::metricName(viewModel.run().recipe.metric));
    return metric == "loss" ? "macro_f1" : metric;
}

charts::ChartCard* makeCard(const char* name, int height)
{
    auto* card = new charts::ChartCard(QLatin1String(name));
    card->chart().setMinimumHeight(height);
    return card;
}

} // namespace

ChartsPanel::ChartsPanel(RunViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_loss(makeCard("run.loss", bigChart))
    , m_score(makeCard("run.score", bigChart))
    , m_rate(makeCard("run.rate", smallChart))
    , m_throughput(makeCard("run.throughput", smallChart))
    , m_norm(makeCard("run.norm", smallChart))
    , m_group(new charts::ChartGroup(this))
    , m_curves(viewModel, [this] { updateBest(); })
    , m_batch(new FirstBatchCard(viewModel))
    , m_log(new LogCard)
    , m_side(new RunSide(viewModel))
    , m_sheet(new SideSheet)
    , m_columns(new QHBoxLayout)
{
    m_loss->offerAxes();
    for (auto* card : {m_loss, m_score, m_rate, m_throughput, m_norm})
        m_group->add(&card->chart());
    for (auto* card : {m_rate, m_throughput, m_norm})
        card->setCompact(true);
    m_curves.bindThroughput(m_throughput->chart());
    layOut();
    connect(m_sheet, &SideSheet::closeRequested, this, &ChartsPanel::toggleSheet);
    connect(&m_viewModel, &RunViewModel::linesReset, this, [this] {
        updateSeries();
        m_curves.rebuild();
    });
    connect(&m_viewModel, &RunViewModel::pointsAdded, this,
            [this](const std::vector<train::MetricPoint>& points) { m_curves.add(points); });
    connect(&m_viewModel, &RunViewModel::changed, this, &ChartsPanel::update);
    retranslate();
}

void ChartsPanel::layOut()
{
    // from the outside to the inside, so that each card is styled once
    auto* scroll = new PageScroll(m_columns, this);
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addWidget(m_sheet);
    auto* main = new QVBoxLayout;
    m_columns->addLayout(main, 1);
    main->setSpacing(theme::gap12);
    auto* first = new QHBoxLayout;
    main->addLayout(first);
    first->setSpacing(theme::gap12);
    first->addWidget(m_loss, 5);
    first->addWidget(m_score, 3);
    auto* second = new QHBoxLayout;
    main->addLayout(second);
    second->setSpacing(theme::gap12);
    for (auto* card : {m_rate, m_throughput, m_norm})
        second->addWidget(card, 1);
    main->addWidget(m_batch);
    main->addWidget(m_log, 1); // it gets what the facts beside it are higher
    m_side->setFixedWidth(sideWidth);
    m_columns->addWidget(m_side);
    m_sheet->setObjectName(QStringLiteral("run.sheet"));
    m_sheet->hide();
}

void ChartsPanel::retranslate()
{
    m_loss->setTitle(tr("Loss"));
    m_rate->setTitle(tr("Learning rate"));
    m_throughput->setTitle(tr("Throughput"));
    m_throughput->setNote(tr("tokens/s"));
    m_norm->setTitle(tr("Gradient norm"));
    for (auto* card : {m_loss, m_score, m_rate, m_throughput, m_norm})
        card->retranslate();
    m_sheet->setTitle(QStringLiteral("info"), tr("Facts"));
    m_sheet->retranslate();
    m_batch->retranslate();
    m_log->retranslate();
    m_side->retranslate();
    setGate(m_gate);
    updateSeries();
    m_curves.rebuild();
    update();
}

void ChartsPanel::updateSeries()
{
    m_scoreKey = scoreKeyOf(m_viewModel);
    m_score->setTitle(TrainingText::metric(m_scoreKey));
    const auto line = [](const QString& name, int number) {
        charts::Series series;
        series.name = name;
        series.number = number;
        return series;
    };
    auto train = line(tr("train"), 1);
    train.isSmoothed = true;
    auto validation = line(tr("validation"), 2);
    auto score = line({}, 3);
    validation.hasMarks = score.hasMarks = true;
    auto throughput = line({}, 1);
    throughput.isSmoothed = true;
    m_loss->chart().setSeries({train, validation});
    m_score->chart().setSeries({score});
    m_rate->chart().setSeries({line({}, 1)});
    m_throughput->chart().setSeries({throughput});
    m_norm->chart().setSeries({line({}, 1)});
    m_curves.unbind();
    m_curves.bind("train/loss", m_loss->chart(), 0);
    m_curves.bind("validation/loss", m_loss->chart(), 1);
    m_curves.bind("validation/" + m_scoreKey, m_score->chart(), 0);
    m_curves.bind("train/learning_rate", m_rate->chart(), 0);
    m_curves.bind("train/gradient_norm", m_norm->chart(), 0);
}

void ChartsPanel::update()
{
    if (scoreKeyOf(m_viewModel) != m_scoreKey) {
        updateSeries();
        m_curves.rebuild();
    }
    updateBest();
    updateEnds();
    updateLog();
}

void ChartsPanel::updateBest()
{
    const bool isChosenByIt = m_viewModel.state() == RunViewModel::State::Ready &&
                              m_viewModel.run().recipe.metric != train::Metric::Loss;
    const MetricSample* best = isChosenByIt ? bestOf(m_viewModel) : nullptr;
    m_score->setNote(best ? tr("validation, best %1", "score").arg(figureText(best->value))
                          : tr("validation"));
    std::optional<std::size_t> point;
    if (best)
        point = std::size_t(best - &*m_viewModel.line("validation/" + m_scoreKey).begin());
    if (point && *point >= m_score->chart().pointCount(0))
        point.reset(); // its points are still made ready
    m_score->chart().setHighlight(0, point);
}

void ChartsPanel::setGate(std::optional<double> gate)
{
    m_gate = gate;
    std::vector<charts::LineChart::Gate> gates;
    if (gate && m_viewModel.run().recipe.metric != train::Metric::Loss)
        gates.push_back(
            {*gate, tr("gate %1", "what a version has to reach").arg(TrainingText::number(*gate))});
    m_score->chart().setGates(std::move(gates));
}

void ChartsPanel::updateEnds()
{
    double steps = 0;
    double epochs = 0;
    std::vector<double> limits;
    if (m_viewModel.state() == RunViewModel::State::Ready) {
        const auto& run = m_viewModel.run();
        steps = double(run.totalSteps);
        if (run.recipe.maxSteps == 0)
            epochs = double(run.recipe.epochs);
        for (int epoch = 1; epoch < epochs && epochs <= manyEpochs; ++epoch)
            limits.push_back(steps * epoch / epochs);
    }
    const bool hasEnded = m_viewModel.state() == RunViewModel::State::Ready && !m_viewModel.isLive();
    const bool goesOn = m_viewModel.isLive(); // one that broke off early would be a stroke at the left
    for (auto* card : {m_loss, m_score, m_rate, m_throughput, m_norm}) {
        card->chart().setEnd(charts::XAxis::Step, goesOn ? steps : 0);
        card->chart().setEnd(charts::XAxis::Epoch, goesOn ? epochs : 0);
        card->chart().setEpochLimits(limits);
        card->chart().setEmptyText(hasEnded ? tr("The run ended before there was a value") : QString());
    }
}

void ChartsPanel::updateLog()
{
    if (m_viewModel.state() != RunViewModel::State::Ready) {
        m_log->setLog({}, {}, false);
        return;
    }
    const auto& details = m_viewModel.details();
    m_log->setLog(details.job ? details.job->logTail : std::vector<std::string>(), details.run.errorDetail,
                  !m_viewModel.isLive());
}

void ChartsPanel::focusFilter()
{
    m_log->focusFilter();
}

bool ChartsPanel::clearFilter()
{
    return m_log->clearFilter();
}

bool ChartsPanel::isSheetOpen() const
{
    return m_isNarrow && !m_sheet->isHidden();
}

bool ChartsPanel::toggleSheet()
{
    if (!m_isNarrow)
        return false;
    m_sheet->setVisible(m_sheet->isHidden());
    Q_EMIT sheetChanged();
    return true;
}

void ChartsPanel::placeSide()
{
    if (m_isNarrow) {
        m_side->setMinimumWidth(0);
        m_side->setMaximumWidth(QWIDGETSIZE_MAX);
        m_sheet->body()->addWidget(m_side);
    } else {
        m_sheet->hide();
        m_side->setFixedWidth(sideWidth);
        m_columns->addWidget(m_side);
    }
    Q_EMIT sheetChanged();
}

void ChartsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // all curves and the beginning of the log are in sight at once
    const int big = std::clamp(height() * 3 / 8, bigChart, mostChart);
    for (auto* card : {m_loss, m_score})
        card->chart().setFixedHeight(big);
    for (auto* card : {m_rate, m_throughput, m_norm})
        card->chart().setFixedHeight(big / 2);
    const bool isNarrow = window()->width() < theme::narrowWindow;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    placeSide();
}

} // namespace lepton::ui
