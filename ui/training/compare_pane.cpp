// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/compare_pane.h"

#include "ui/charts/chart_card.h"
#include "ui/charts/series_data.h"
#include "ui/datasets/dataset_text.h"
#include "ui/training/compare_table.h"
#include "ui/training/parallel_axes.h"
#include "ui/training/run_words.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int metricWidth = 168;
constexpr int axisWidth = 96;

/// The lines of @p curves ready to be drawn, with times since @p starts (UTC milliseconds).
std::vector<charts::SeriesData> readyLines(const CompareViewModel::Curves& curves,
                                           const std::vector<std::int64_t>& starts, double smoothing)
{
    std::vector<charts::SeriesData> lines(curves.size());
    for (std::size_t i = 0; i < curves.size(); ++i) {
        std::vector<charts::Point> points;
        points.reserve(curves[i].size());
        for (const train::MetricPoint& point : curves[i])
            points.push_back({.x = double(point.step),
                              .y = point.value,
                              .epoch = point.epoch,
                              .time = double(point.time.milliseconds - starts[i]) / 1000.0});
        lines[i].setSmoothing(smoothing);
        lines[i].append(points);
    }
    return lines;
}

} // namespace

ComparePane::ComparePane(std::shared_ptr<TrainingBackend> backend, RunTicks& ticks, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(std::move(backend), ticks)
    , m_title(new TextLabel(theme::Step::CardTitle))
    , m_sentence(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_view(new Segment)
    , m_metric(new QComboBox)
    , m_axis(new QComboBox)
    , m_export(new Button)
    , m_alone(new IconButton(QStringLiteral("expand")))
    , m_close(new IconButton(QStringLiteral("close")))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_body(new QWidget)
{
    setObjectName(QStringLiteral("training.compare"));
    setMinimumHeight(240);
    auto* body = new QHBoxLayout(m_body);
    body->setContentsMargins(theme::gap24, 0, theme::gap24, theme::gap12);
    body->setSpacing(theme::gap12);
    body->addWidget(makeLeft(), 13);
    body->addWidget(makeRight(), 12);
    auto* banner = new QVBoxLayout;
    banner->setContentsMargins(theme::gap24, 0, theme::gap24, theme::gap12);
    banner->addWidget(m_banner);
    m_banner->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addLayout(banner);
    layout->addWidget(m_body, 1);

    connect(m_close, &QToolButton::clicked, this, &ComparePane::closeRequested);
    connect(m_alone, &QToolButton::toggled, this, [this] {
        updateAlone();
        Q_EMIT aloneChanged();
    });
    connect(m_view, &Segment::chosen, this, [this](int view) {
        m_left->setCurrentIndex(view);
        m_metric->setVisible(view == Curves);
        m_axis->setVisible(view == Curves);
    });
    connect(m_content, &Segment::chosen, this, &ComparePane::showTable);
    connect(m_metric, &QComboBox::activated, this,
            [this] { m_viewModel.setMetric(m_metric->currentData().toString().toStdString()); });
    connect(m_axis, &QComboBox::activated, this,
            [this](int axis) { m_chart->chart().setXAxis(charts::XAxis(axis)); });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionDoubleClicked, this, [this](int section) {
        const auto& comparison = m_viewModel.comparison();
        if (comparison && section > 0 && m_content->current() != int(CompareTableModel::Content::Seeds))
            Q_EMIT openRequested(TrainingText::runName(comparison->runs[std::size_t(section - 1)]));
    });
    connect(&m_viewModel, &CompareViewModel::changed, this, &ComparePane::update);
    connect(&m_viewModel, &CompareViewModel::curvesChanged, this, &ComparePane::showCurves);
    connect(&m_viewModel, &CompareViewModel::saved, this, [this](const QString& file) {
        Q_EMIT told(tr("The comparison is in %1", "name of a file").arg(QFileInfo(file).fileName()));
    });
    connect(&m_viewModel, &CompareViewModel::saveFailed, this, [this](const base::Error& error) {
        m_banner->setError(tr("The comparison was not saved."), error);
        m_banner->clearActions();
        m_banner->addAction(tr("Dismiss"), [this] { m_banner->hide(); });
        m_banner->show();
    });
    retranslate();
}

QWidget* ComparePane::makeHeader()
{
    m_title->setMinimumWidth(0);
    m_sentence->setElided(true);
    m_sentence->setObjectName(QStringLiteral("training.compare.sentence"));
    m_view->setObjectName(QStringLiteral("training.compare.view"));
    m_view->add(Curves, QStringLiteral(" "));
    m_view->add(Axes, QStringLiteral(" "));
    m_view->setCurrent(Curves);
    m_metric->setObjectName(QStringLiteral("training.compare.metric"));
    m_metric->setFixedWidth(metricWidth);
    m_axis->setObjectName(QStringLiteral("training.compare.axis"));
    m_axis->setFixedWidth(axisWidth);
    for (int axis = 0; axis < 3; ++axis)
        m_axis->addItem(QStringLiteral(" "));
    m_export->setObjectName(QStringLiteral("training.compare.export"));
    m_export->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_export->setIconName(QStringLiteral("download"));
    m_export->setSmall(true);
    m_export->setMenu(new QMenu(m_export));
    m_alone->setObjectName(QStringLiteral("training.compare.alone"));
    m_alone->setCheckable(true);
    m_close->setObjectName(QStringLiteral("training.compare.close"));
    connect(m_export->menu(), &QMenu::aboutToShow, this, [this] {
        m_export->menu()->clear();
        const std::pair<QString, QString> formats[] = {{QStringLiteral("csv"), tr("Table as CSV…")},
                                                       {QStringLiteral("png"), tr("Picture as PNG…")}};
        for (const auto& [suffix, text] : formats) {
            auto* action = m_export->menu()->addAction(text);
            action->setObjectName(QStringLiteral("training.compare.export.") + suffix);
            connect(action, &QAction::triggered, this, [this, ending = suffix] { chooseFile(ending); });
        }
    });
    auto* header = new QWidget;
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(theme::gap24, theme::gap8, theme::gap24, theme::gap8);
    layout->setSpacing(theme::gap8);
    layout->addWidget(new IconLabel(QStringLiteral("compare")));
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addStretch();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_metric), static_cast<QWidget*>(m_axis), static_cast<QWidget*>(m_view),
          static_cast<QWidget*>(m_export), static_cast<QWidget*>(m_alone), static_cast<QWidget*>(m_close)})
        layout->addWidget(widget);
    return header;
}

QWidget* ComparePane::makeLeft()
{
    m_left = new QStackedWidget;
    m_chart = new charts::ChartCard(QStringLiteral("training.compare.curves"));
    m_axes = new ParallelAxes;
    m_axesCard = new Card(QStringLiteral(" "));
    m_axesCard->body()->addWidget(m_axes, 1);
    m_left->addWidget(m_chart);
    m_left->addWidget(m_axesCard);
    return m_left;
}

QWidget* ComparePane::makeRight()
{
    m_content = new Segment;
    m_content->setObjectName(QStringLiteral("training.compare.content"));
    m_content->add(int(CompareTableModel::Content::Differences), QStringLiteral(" "));
    m_content->add(int(CompareTableModel::Content::Classes), QStringLiteral(" "));
    m_seeds = m_content->add(int(CompareTableModel::Content::Seeds), QStringLiteral(" "));
    m_content->setCurrent(int(CompareTableModel::Content::Differences));
    m_foot = new TextLabel(theme::Step::Caption, theme::Role::Text2);
    m_foot->setElided(true);
    m_table = new CompareTable;
    m_table->setObjectName(QStringLiteral("training.compare.table"));
    m_table->setModel(&m_model);
    m_table->setRowHeight(theme::rowDense);
    m_tableCard = new Card(QStringLiteral(" "));
    m_tableCard->addToHeader(m_content);
    m_tableCard->body()->setContentsMargins(0, 0, 0, theme::gap8);
    m_tableCard->body()->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, 0);
    foot->addWidget(m_foot);
    foot->addStretch();
    m_tableCard->body()->addLayout(foot);
    return m_tableCard;
}

void ComparePane::update()
{
    const auto& error = m_viewModel.error();
    if (error) {
        m_banner->setError(tr("The runs cannot be compared."), *error);
        m_banner->clearActions();
        m_banner->addAction(tr("Try again"), [this] { m_viewModel.refresh(); });
    }
    m_banner->setVisible(error.has_value());
    const auto& comparison = m_viewModel.comparison();
    m_body->setVisible(comparison.has_value() || !error);
    m_export->setDisabledReason(comparison ? QString() : tr("There is nothing to export yet."));
    if (!comparison) {
        m_model.clear();
        m_axes->clear();
        m_chart->chart().setSeries({});
        m_sentence->setText({});
        return;
    }
    m_title->setText(tr("Compare %Ln run(s)", nullptr, int(comparison->runs.size())));
    m_sentence->setText(comparabilityText(*comparison));
    m_sentence->setTone(comparison->test.isYes() ? theme::Role::Text2 : theme::Role::Warn);
    m_axes->setComparison(*comparison, m_viewModel.series());
    showMetrics();
    showTable();
}

void ComparePane::showMetrics()
{
    const QSignalBlocker blocked(m_metric);
    m_metric->clear();
    for (const std::string& key : m_viewModel.metricKeys())
        m_metric->addItem(metricTitle(key), QString::fromStdString(key));
    const QString shown = QString::fromStdString(m_viewModel.metric());
    if (m_metric->findData(shown) < 0) // none of the runs has come to it yet
        m_metric->insertItem(0, metricTitle(m_viewModel.metric()), shown);
    m_metric->setCurrentIndex(m_metric->findData(shown));
}

void ComparePane::showCurves()
{
    const auto& comparison = m_viewModel.comparison();
    if (!comparison || m_viewModel.curves()->size() != comparison->runs.size())
        return;
    const std::string& key = m_viewModel.metric();
    // Single steps are many and noisy, evaluations few.
    const bool isOfSteps = key.starts_with("train/");
    std::vector<charts::Series> series;
    std::vector<std::int64_t> starts;
    for (std::size_t i = 0; i < comparison->runs.size(); ++i) {
        const train::Run& run = comparison->runs[i];
        series.push_back({.name = TrainingText::runName(run),
                          .number = m_viewModel.series()[i] + 1,
                          .hasMarks = !isOfSteps,
                          .isSmoothed = isOfSteps});
        starts.push_back(run.started.value_or(run.created).milliseconds);
    }
    const double smoothing = isOfSteps ? m_chart->chart().smoothing() : 0;
    m_fill.run(
        [curves = m_viewModel.curves(), starts, smoothing] { return readyLines(*curves, starts, smoothing); },
        [this, series, title = metricTitle(key)](std::vector<charts::SeriesData> lines) {
            m_chart->setTitle(title);
            m_chart->chart().setSeries(series);
            for (std::size_t i = 0; i < lines.size(); ++i)
                m_chart->chart().setPoints(i, std::move(lines[i]));
        },
        [](const base::Error&) {}); // memory alone can fail it: the chart stays as it is
}

void ComparePane::showTable()
{
    const auto& comparison = m_viewModel.comparison();
    if (!comparison)
        return;
    using Content = CompareTableModel::Content;
    if (comparison->seedGroups.empty() && m_content->current() == int(Content::Seeds))
        m_content->setCurrent(int(Content::Differences));
    const auto content = Content(m_content->current());
    m_model.setComparison(*comparison, m_viewModel.series(), content);
    m_seeds->setEnabled(!comparison->seedGroups.empty());
    m_seeds->setToolTip(comparison->seedGroups.empty()
                            ? tr("No two of these runs are complete and differ in the seed alone")
                            : QString());
    switch (content) {
    case Content::Differences:
        m_tableCard->setTitle(tr("What differs"));
        m_foot->setText(tr("Tinted: not as %1; %2", "a run; how many settings are hidden")
                            .arg(TrainingText::runName(comparison->runs.front()),
                                 tr("%Ln equal setting(s) hidden", nullptr, int(comparison->equalSettings))));
        break;
    case Content::Classes:
        m_tableCard->setTitle(tr("F1 by class"));
        m_foot->setText(comparison->classes.empty()
                            ? tr("None of the runs was tested yet")
                            : tr("Of the test part, with the change against %1; the largest first")
                                  .arg(TrainingText::runName(comparison->runs.front())));
        break;
    case Content::Seeds:
        m_tableCard->setTitle(tr("Over seeds"));
        m_foot->setText(std::ranges::all_of(comparison->seedGroups, &train::SeedGroup::sameRows)
                            ? tr("Mean ± standard deviation of runs that differ in the seed alone")
                            : tr("Mean ± standard deviation of runs that differ in the seed alone; each seed "
                                 "splits the rows anew"));
        break;
    }
}

bool ComparePane::isAlone() const
{
    return m_alone->isChecked();
}

void ComparePane::updateAlone()
{
    m_alone->setLabel(isAlone() ? tr("Show the list of runs, too") : tr("Show the comparison alone"));
}

void ComparePane::chooseFile(const QString& suffix)
{
    auto* dialog = new QFileDialog(this, tr("Save the comparison"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("training.compare.export.file"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(tr("comparison", "name of a file") + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, suffix](const QString& file) {
        const auto& comparison = m_viewModel.comparison();
        if (!comparison)
            return; // the runs have gone meanwhile, and so has the pane
        m_viewModel.save(file, suffix == QStringLiteral("png")
                                   ? picture(*comparison)
                                   : QByteArray::fromStdString(train::comparisonCsv(*comparison)));
    });
    dialog->open();
}

void ComparePane::retranslate()
{
    m_view->setText(Curves, tr("Curves"));
    m_view->setText(Axes, tr("Axes", "parallel ones"));
    m_view->setAccessibleName(tr("How the runs are shown"));
    m_metric->setAccessibleName(tr("Metric"));
    m_axis->setItemText(0, tr("by step"));
    m_axis->setItemText(1, tr("by epoch"));
    m_axis->setItemText(2, tr("by time"));
    m_axis->setAccessibleName(tr("Axis"));
    m_export->setText(tr("Export"));
    updateAlone();
    m_close->setLabel(tr("Close the comparison"));
    m_content->setText(int(CompareTableModel::Content::Differences), tr("Differences"));
    m_content->setText(int(CompareTableModel::Content::Classes), tr("Classes"));
    m_content->setText(int(CompareTableModel::Content::Seeds), tr("Seeds"));
    m_content->setAccessibleName(tr("What is compared"));
    m_table->setAccessibleName(tr("Comparison"));
    m_axesCard->setTitle(tr("Settings and scores"));
    m_chart->retranslate();
    update();
    showCurves();
}

void ComparePane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_table->viewport()->update();
    QWidget::changeEvent(event);
}

} // namespace lepton::ui
