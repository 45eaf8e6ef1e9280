// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/charts_panel.h"

#include "ui/datasets/fact_list.h"
#include "ui/training/metric_chart.h"
#include "ui/training/run_facts.h"
#include "ui/training/run_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr int sideWidth = 300;
constexpr int narrowWidth = 1000;
constexpr int bigChart = 240;
constexpr int smallChart = 128;
constexpr int logHeight = 120;

std::vector<QPointF> pointsOf(const MetricLine& line)
{
    std::vector<QPointF> points;
    points.reserve(line.size());
    for (const auto& [step, point] : line)
        points.emplace_back(double(step), point.value);
    return points;
}

} // namespace

ChartsPanel::ChartsPanel(RunViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_side(new QWidget)
    , m_lossCard(new Card(QStringLiteral(" ")))
    , m_scoreCard(new Card(QStringLiteral(" ")))
    , m_rateCard(new Card(QStringLiteral(" ")))
    , m_normCard(new Card(QStringLiteral(" ")))
    , m_factsCard(new Card(QStringLiteral(" ")))
    , m_logCard(new Card(QStringLiteral(" ")))
    , m_loss(new MetricChart)
    , m_score(new MetricChart)
    , m_rate(new MetricChart)
    , m_norm(new MetricChart)
    , m_facts(new FactList)
    , m_reason(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_log(new QPlainTextEdit)
{
    const std::tuple<Card*, MetricChart*, int> charts[] = {{m_lossCard, m_loss, bigChart},
                                                           {m_scoreCard, m_score, bigChart},
                                                           {m_rateCard, m_rate, smallChart},
                                                           {m_normCard, m_norm, smallChart}};
    for (const auto& [card, chart, height] : charts) {
        chart->setMinimumHeight(height);
        card->body()->addWidget(chart);
    }
    m_loss->setObjectName(QStringLiteral("run.loss.chart"));
    m_score->setObjectName(QStringLiteral("run.score.chart"));
    m_log->setObjectName(QStringLiteral("run.log"));
    m_log->setReadOnly(true);
    m_log->setFont(theme::font(theme::Step::Code));
    m_log->setMinimumHeight(logHeight);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setTabChangesFocus(true);
    m_reason->setWordWrap(true);
    m_factsCard->body()->addWidget(m_facts);
    m_factsCard->body()->addWidget(m_reason);
    m_logCard->body()->addWidget(m_log);

    auto* first = new QHBoxLayout;
    first->setSpacing(theme::gap12);
    first->addWidget(m_lossCard, 4);
    first->addWidget(m_scoreCard, 3);
    auto* second = new QHBoxLayout;
    second->setSpacing(theme::gap12);
    second->addWidget(m_rateCard, 1);
    second->addWidget(m_normCard, 1);
    auto* main = new QVBoxLayout;
    main->setSpacing(theme::gap12);
    main->addLayout(first, 5);
    main->addLayout(second, 3);
    main->addWidget(m_logCard);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(theme::gap12);
    m_factsCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    side->addWidget(m_factsCard);
    side->addStretch();

    m_layout->addLayout(main, 1);
    m_layout->addWidget(m_side);
    auto* scroll = new PageScroll(m_layout);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&m_viewModel, &RunViewModel::changed, this, &ChartsPanel::update);
    retranslate();
}

void ChartsPanel::retranslate()
{
    m_lossCard->setTitle(tr("Loss"));
    m_scoreCard->setNote(tr("validation"));
    m_rateCard->setTitle(tr("Learning rate"));
    m_normCard->setTitle(tr("Gradient norm"));
    m_factsCard->setTitle(tr("Facts"));
    m_logCard->setTitle(tr("Log"));
    m_loss->setTitle(tr("Loss"));
    m_rate->setTitle(tr("Learning rate"));
    m_norm->setTitle(tr("Gradient norm"));
    m_log->setAccessibleName(tr("Log"));
    m_shownFacts.clear();
    update();
}

void ChartsPanel::update()
{
    updateCharts();
    updateFacts();
    updateLog();
}

void ChartsPanel::updateCharts()
{
    const bool isReady = m_viewModel.state() == RunViewModel::State::Ready;
    const auto metric =
        isReady ? std::string(train::metricName(m_viewModel.run().recipe.metric)) : "macro_f1";
    // chosen by the loss, the curve of the loss is there already: then the usual score is shown
    const std::string shown = metric == "loss" ? "macro_f1" : metric;
    const QString name = TrainingText::metric(shown);
    m_scoreCard->setTitle(name);
    m_score->setTitle(name);
    const double end = isReady ? double(m_viewModel.run().totalSteps) : 0;
    for (auto* chart : {m_loss, m_score, m_rate, m_norm})
        chart->setEnd(end);
    using theme::Role;
    m_loss->setSeries(
        {{tr("train"), Role::Series1, pointsOf(m_viewModel.line("train/loss"))},
         {tr("validation"), Role::Series2, pointsOf(m_viewModel.line("validation/loss")), true}});
    m_score->setSeries(
        {{tr("validation"), Role::Series3, pointsOf(m_viewModel.line("validation/" + shown)), true}});
    m_rate->setSeries({{{}, Role::Series1, pointsOf(m_viewModel.line("train/learning_rate"))}});
    m_norm->setSeries({{{}, Role::Series1, pointsOf(m_viewModel.line("train/gradient_norm"))}});
}

void ChartsPanel::updateFacts()
{
    const auto facts = factsOf(m_viewModel);
    QStringList shown;
    for (const auto& fact : facts)
        shown << fact.label + QLatin1Char('\n') + fact.value + QLatin1Char('\n') + fact.whole;
    if (shown == m_shownFacts)
        return;
    m_shownFacts = shown;
    m_reason->setText(deviceReason(m_viewModel));
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_facts->clear();
    for (const auto& fact : facts) {
        if (fact.copyName.isEmpty())
            m_facts->add(fact.label, fact.value, fact.whole);
        else
            m_facts->addCopyable(fact.label, fact.value, fact.whole, fact.copyName);
    }
}

void ChartsPanel::updateLog()
{
    QStringList lines;
    if (m_viewModel.state() == RunViewModel::State::Ready) {
        const auto& details = m_viewModel.details();
        if (details.job) {
            for (const auto& line : details.job->logTail)
                lines << QString::fromStdString(line);
        }
        if (!details.run.errorDetail.empty())
            lines << QString::fromStdString(details.run.errorDetail);
    }
    const QString text =
        lines.isEmpty() ? tr("Nothing was logged, or the run is complete: its facts tell what became of it.")
                        : lines.join(QLatin1Char('\n'));
    if (text == m_log->toPlainText())
        return;
    const auto* bar = m_log->verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum();
    m_log->setPlainText(text);
    if (isAtEnd)
        m_log->verticalScrollBar()->setValue(m_log->verticalScrollBar()->maximum());
}

void ChartsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < narrowWidth;
    m_layout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumWidth(isNarrow ? 0 : sideWidth);
    m_side->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : sideWidth);
}

} // namespace lepton::ui
