// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_side.h"

#include "ui/charts/line_chart.h"
#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace lepton::ui {
namespace {

constexpr int sideWidth = 264;
constexpr int titleHeight = 40;
constexpr int sideChartHeight = 132;
constexpr int pendingInSight = 3; ///< more scroll, so that the versions stay in sight

QWidget* titleBar(TextLabel* title, QWidget* beside)
{
    auto* bar = new QWidget;
    bar->setFixedHeight(titleHeight);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(theme::gap16, 0, theme::gap16, 0);
    layout->setSpacing(theme::gap8);
    layout->addWidget(title);
    if (beside)
        layout->addWidget(beside);
    layout->addStretch();
    return bar;
}

} // namespace

ModelsSide::ModelsSide(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_pendingTitle(new TextLabel(theme::Step::CardTitle))
    , m_count(new Chip)
    , m_list(new QListView)
    , m_none(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_versionsBox(new QWidget)
    , m_versionsTitle(new TextLabel(theme::Step::CardTitle))
    , m_table(new DataTable)
    , m_chartTitle(new TextLabel(theme::Step::CardTitle))
    , m_chart(new charts::LineChart)
    , m_all(new Button(ButtonKind::Secondary))
{
    setObjectName(name);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", QStringLiteral("surface"));
    setFixedWidth(sideWidth);
    setUpParts(name);
    layOut();
    connectParts();
    setModel(nullptr);
    m_count->hide(); // nothing is known of requests yet
    m_none->hide();
    retranslate();
}

void ModelsSide::setUpParts(const QString& name)
{
    m_count->setObjectName(name + QStringLiteral(".count"));
    m_list->setObjectName(name + QStringLiteral(".pending"));
    m_list->setModel(&m_pending);
    m_list->setItemDelegate(new PendingDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_none->setObjectName(name + QStringLiteral(".none"));
    m_none->setWordWrap(true);
    m_none->setContentsMargins(theme::gap16, 0, theme::gap16, theme::gap12);
    m_table->setObjectName(name + QStringLiteral(".versions"));
    m_table->setModel(&m_versions);
    m_table->horizontalHeader()->hide();
    m_table->setRowHeight(theme::rowDense);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(ModelVersionsModel::StageColumn, new ChipDelegate(m_table));
    for (int column = ModelVersionsModel::AliasColumn; column < ModelVersionsModel::ColumnCount; ++column)
        m_table->hideColumn(column);
    auto* header = m_table->horizontalHeader();
    header->setMinimumSectionSize(32);
    header->setSectionResizeMode(ModelVersionsModel::StageColumn, QHeaderView::Stretch);
    m_chart->setObjectName(name + QStringLiteral(".chart"));
    m_chart->setFixedHeight(sideChartHeight);
    m_chart->setXAxis(charts::XAxis::Step); // whole numbers
    m_chart->setPlaceText([](double version) { return ModelText::number(int(version)); });
    m_all->setObjectName(name + QStringLiteral(".all.button"));
    m_all->setIconName(QStringLiteral("models"));
}

void ModelsSide::layOut()
{
    auto* chart = new QVBoxLayout;
    chart->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap8);
    chart->setSpacing(theme::gap4);
    chart->addWidget(m_chartTitle);
    chart->addWidget(m_chart);
    auto* versions = new QVBoxLayout(m_versionsBox);
    versions->setContentsMargins(0, 0, 0, 0);
    versions->setSpacing(0);
    versions->addWidget(titleBar(m_versionsTitle, nullptr));
    versions->addWidget(makeRule(Qt::Horizontal));
    versions->addWidget(m_table, 1);
    versions->addWidget(makeRule(Qt::Horizontal));
    versions->addLayout(chart);
    versions->addStretch(1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    foot->addWidget(m_all);
    foot->addStretch();
    versions->addWidget(makeRule(Qt::Horizontal));
    versions->addLayout(foot);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(titleBar(m_pendingTitle, m_count));
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addWidget(m_none);
    layout->addWidget(m_list);
    layout->addWidget(m_versionsBox, 1);
    layout->addStretch();
}

void ModelsSide::connectParts()
{
    const auto choose = [this](const QModelIndex& index) {
        Q_EMIT reviewChosen(index.data(PendingListModel::NameRole).toString());
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    const auto open = [this](const QModelIndex& index) {
        if (const VersionSummary* version = m_versions.at(index.row()))
            Q_EMIT versionChosen(m_model, version->number);
    };
    connect(m_table, &QAbstractItemView::clicked, this, open);
    connect(m_table, &QAbstractItemView::activated, this, open);
    connect(m_all, &QPushButton::clicked, this, &ModelsSide::allModelsRequested);
}

void ModelsSide::setOverview(const ModelsOverview& overview)
{
    m_pending.setRequests(overview.pending);
    const int count = m_pending.rowCount();
    m_count->setVisible(count > 0);
    m_count->setContent({QLocale().toString(count), ChipKind::Accent, {}});
    m_count->setAccessibleName(tr("%Ln waiting", nullptr, count));
    m_none->setVisible(count == 0);
    m_list->setVisible(count > 0);
    fitPending();
    markCurrent();
}

void ModelsSide::fitPending()
{
    const int rows = m_pending.rowCount();
    const int row = m_list->sizeHintForRow(0);
    if (rows == 0)
        return;
    // without versions below it may take all the height
    if (m_versionsBox->isVisibleTo(this)) {
        m_list->setFixedHeight(std::min(rows, pendingInSight) * row);
    } else {
        m_list->setMinimumHeight(std::min(rows, pendingInSight) * row);
        m_list->setMaximumHeight(rows * row);
    }
}

void ModelsSide::setModel(const ModelDetails* details)
{
    m_versionsBox->setVisible(details != nullptr);
    if (details) {
        m_model = DatasetText::from(details->model.name);
        m_versionsTitle->setText(tr("Versions of %1").arg(m_model));
        m_versionsTitle->setElided(true);
        m_table->setAccessibleName(m_versionsTitle->text());
        m_versions.setVersions(details->versions);
        m_table->setMaximumHeight(std::max(1, m_versions.rowCount()) * theme::rowDense);
        fitColumns();
        showScores(*details);
    }
    fitPending();
    markCurrent();
}

/// Numbers and stages whole; where it came from takes what is left.
void ModelsSide::fitColumns()
{
    using Column = ModelVersionsModel::Column;
    for (const int column : {Column::VersionColumn, Column::RunColumn, Column::ScoreColumn})
        m_table->fitColumn(column);
    int chip = 0;
    for (int row = 0; row < m_versions.rowCount(); ++row) {
        const QString stage = m_versions.index(row, Column::StageColumn).data().toString();
        chip = std::max(chip, chipSize({stage, ChipKind::Neutral, {}}).width());
    }
    auto* header = m_table->horizontalHeader();
    const int room = sideWidth - header->sectionSize(Column::VersionColumn) -
                     header->sectionSize(Column::ScoreColumn) - chip - theme::gap8 - theme::gap16;
    header->resizeSection(Column::RunColumn, std::min(header->sectionSize(Column::RunColumn), room));
}

void ModelsSide::showScores(const ModelDetails& details)
{
    std::vector<charts::Point> points;
    for (auto version = details.versions.rbegin(); version != details.versions.rend(); ++version) {
        if (version->macroF1 && !version->isTrashed)
            points.push_back({.x = double(version->number), .y = *version->macroF1});
    }
    const bool isShown = points.size() > 1; // one point is no line
    m_chart->setVisible(isShown);
    m_chartTitle->setVisible(isShown);
    m_chart->setSeries({{.name = ModelText::testScore(), .number = 1, .hasMarks = true}});
    m_chart->setPoints(0, points);
    if (isShown)
        m_chart->setXRange(charts::Range{points.front().x, points.back().x});
}

void ModelsSide::setCurrentReview(const QString& promotion)
{
    m_review = promotion;
    markCurrent();
}

void ModelsSide::setCurrentVersion(int number)
{
    m_version = number;
    markCurrent();
}

void ModelsSide::markCurrent()
{
    const QSignalBlocker list(m_list->selectionModel());
    const int row = m_pending.rowOf(m_review);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_pending.index(row));
    if (row < 0)
        m_list->clearSelection();
    const int version = m_versions.rowOf(m_version);
    if (version >= 0)
        m_table->selectRow(version);
    else
        m_table->clearSelection();
    m_list->viewport()->update();
}

void ModelsSide::retranslate()
{
    m_pendingTitle->setText(tr("Pending reviews"));
    m_list->setAccessibleName(m_pendingTitle->text());
    m_none->setText(tr("No request waits for a decision."));
    m_chartTitle->setText(tr("%1, by version", "a metric").arg(ModelText::testScore()));
    m_chart->setTitle(m_chartTitle->text());
    m_chart->setAxisNames({}, {}); // the title says it
    m_all->setText(tr("All models"));
    if (!m_model.isEmpty())
        m_versionsTitle->setText(tr("Versions of %1").arg(m_model));
    m_list->viewport()->update();
}

QSize ModelsSide::sizeHint() const
{
    return {sideWidth, 400};
}

void ModelsSide::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitPending();
}

} // namespace lepton::ui
