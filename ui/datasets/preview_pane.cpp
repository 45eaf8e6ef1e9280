// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/preview_pane.h"

#include "ui/datasets/column_list_model.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/grid/column_chart.h"
#include "ui/datasets/histogram_view.h"
#include "ui/datasets/preview_view_model.h"
#include "ui/datasets/sample_model.h"
#include "ui/datasets/sample_table.h"
#include "ui/datasets/value_bars.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr std::size_t shownValues = 5;
constexpr std::size_t sampleColumns = 4;

} // namespace

PreviewPane::PreviewPane(PreviewViewModel& viewModel, QWidget* parent)
    : SideSheet(parent)
    , m_viewModel(viewModel)
{
    setObjectName(QStringLiteral("datasets.preview"));
    auto* layout = body();
    m_open = new Button(ButtonKind::Secondary);
    m_open->setObjectName(QStringLiteral("datasets.preview.open"));
    m_open->setIconName(QStringLiteral("arrow-right"));
    m_export = new Button(ButtonKind::Secondary);
    m_export->setObjectName(QStringLiteral("datasets.preview.export"));
    m_export->setIconName(QStringLiteral("download"));
    m_more = new IconButton(QStringLiteral("more"), 30);
    m_more->setObjectName(QStringLiteral("datasets.preview.more"));
    m_more->setFramed(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_moreMenu = new QMenu(m_more);
    m_more->setMenu(m_moreMenu);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(theme::gap8);
    actions->addWidget(m_open);
    actions->addWidget(m_export);
    actions->addWidget(m_more);
    actions->addStretch();
    layout->addLayout(actions);

    m_description = new TextLabel(theme::Step::Small, theme::Role::Text2);
    m_description->setWordWrap(true);
    layout->addWidget(m_description);
    layout->addWidget(makeTiles());

    m_banner = new InlineBanner(BannerKind::Error);
    layout->addWidget(m_banner);

    m_values = addSection(layout);
    m_valueBars = new ValueBars;
    m_values.layout->addWidget(m_valueBars);
    m_histogram = addSection(layout);
    m_histogramView = new HistogramView;
    m_histogram.layout->addWidget(m_histogramView);
    m_sample = addSection(layout);
    m_sampleTable = new SampleTable;
    m_sample.layout->addWidget(m_sampleTable);

    m_latestLabel = new TextLabel(theme::Step::Small, theme::Role::Text2);
    m_latest = new TextLabel(theme::Step::Small);
    m_latest->setElided(true);
    m_latest->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* latest = new QHBoxLayout;
    latest->setSpacing(theme::gap16);
    latest->addWidget(m_latestLabel);
    latest->addWidget(m_latest, 1);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addLayout(latest);
    layout->addStretch();

    connect(m_open, &QPushButton::clicked, this, &PreviewPane::openRequested);
    connect(m_export, &QPushButton::clicked, this, &PreviewPane::exportRequested);
    connect(&m_viewModel, &PreviewViewModel::changed, this, &PreviewPane::update);
    retranslate();
}

QWidget* PreviewPane::makeTiles()
{
    auto* tiles = new QWidget;
    tiles->setAttribute(Qt::WA_StyledBackground);
    tiles->setProperty("surface", "sunken");
    auto* layout = new QGridLayout(tiles);
    layout->setContentsMargins(theme::gap12, theme::gap8, theme::gap12, theme::gap8);
    layout->setHorizontalSpacing(theme::gap12);
    layout->setVerticalSpacing(0);
    for (int i = 0; i < 4; ++i) {
        m_tileLabels[i] = new TextLabel(theme::Step::Caption, theme::Role::Text2);
        m_tileValues[i] = new TextLabel(theme::Step::CardTitle);
        layout->addWidget(m_tileLabels[i], 0, i);
        layout->addWidget(m_tileValues[i], 1, i);
        layout->setColumnStretch(i, 1);
    }
    return tiles;
}

PreviewPane::Section PreviewPane::addSection(QVBoxLayout* layout)
{
    Section section{};
    section.box = new QWidget;
    section.layout = new QVBoxLayout(section.box);
    section.layout->setContentsMargins(0, theme::gap4, 0, 0);
    section.layout->setSpacing(theme::gap4);
    section.title = new TextLabel(theme::Step::Small);
    setStyleProperty(section.title, "step", "smallStrong");
    section.title->setElided(true);
    section.title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    section.title->setTextFormat(Qt::PlainText);
    section.note = new TextLabel(theme::Step::Caption, theme::Role::Text2);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::gap8);
    head->addWidget(section.title, 1);
    head->addWidget(section.note);
    section.layout->addLayout(head);
    layout->addWidget(section.box);
    return section;
}

void PreviewPane::retranslate()
{
    SideSheet::retranslate();
    m_open->setText(tr("Open"));
    m_export->setText(tr("Export…"));
    m_more->setLabel(tr("More"));
    m_latestLabel->setText(tr("Latest version"));
    m_banner->clearActions();
    m_banner->addAction(tr("Try again"), [this] { m_viewModel.retry(); });
    const QString labels[] = {tr("Rows"), tr("Columns"), tr("Missing"), tr("Size")};
    for (int i = 0; i < 4; ++i)
        m_tileLabels[i]->setText(labels[i]);
    update();
}

void PreviewPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SideSheet::changeEvent(event);
}

void PreviewPane::update()
{
    if (m_viewModel.state() == PreviewViewModel::State::Empty)
        return;
    const auto& facts = m_viewModel.facts();
    const auto& dataset = facts.dataset;
    setTitle(DatasetText::kindIcon(dataset.kind), DatasetText::from(dataset.name),
             dataset.latestVersion > 0 ? tr("v%1").arg(dataset.latestVersion) : QString());
    m_description->setText(DatasetText::from(dataset.description));
    m_description->setVisible(!dataset.description.empty());
    m_banner->setVisible(m_viewModel.state() == PreviewViewModel::State::Failed);
    if (m_viewModel.error() && m_viewModel.state() == PreviewViewModel::State::Failed)
        m_banner->setError(tr("The content cannot be shown."), *m_viewModel.error());
    updateTiles();
    updateValues();
    updateHistogram();
    updateSample();
    if (facts.version)
        m_latest->setText(tr("v%1, %2 by %3", "number, time, person")
                              .arg(QString::number(facts.version->number),
                                   DatasetText::whenInside(facts.version->created),
                                   DatasetText::from(facts.version->authorName)));
    else
        m_latest->setText(DatasetText::when(dataset.updated));
}

void PreviewPane::updateTiles()
{
    const auto& dataset = m_viewModel.facts().dataset;
    const QString values[] = {DatasetText::count(dataset.rows), DatasetText::count(dataset.columns),
                              DatasetText::share(dataset.missingCells, dataset.rows * dataset.columns),
                              DatasetText::size(dataset.bytes)};
    for (int i = 0; i < 4; ++i) {
        m_tileValues[i]->setText(values[i]);
        m_tileValues[i]->setAccessibleName(
            tr("%1: %2", "a label and its value").arg(m_tileLabels[i]->text(), values[i]));
    }
}

void PreviewPane::updateValues()
{
    const auto& facts = m_viewModel.facts();
    const int index = m_viewModel.categoryColumn();
    m_values.box->setVisible(index >= 0);
    if (index < 0)
        return;
    const auto& profile = facts.profile.columns[std::size_t(index)];
    m_values.title->setText(DatasetText::from(facts.version->schema.columns[std::size_t(index)].name));
    m_values.note->setText(tr("%Ln value(s)", nullptr, int(profile.distinct)));
    std::vector<ValueBars::Item> items;
    std::int64_t listed = 0;
    for (const auto& [value, count] : profile.top) {
        if (items.size() == shownValues)
            break;
        items.push_back({.label = DatasetText::from(value), .count = count});
        listed += count;
    }
    if (const auto rest = profile.rows - profile.missing - listed; rest > 0)
        items.push_back({.label = tr("others", "less frequent values"), .count = rest});
    m_valueBars->setItems(std::move(items), profile.rows - profile.missing);
}

void PreviewPane::updateHistogram()
{
    const auto& facts = m_viewModel.facts();
    const int index = m_viewModel.histogramColumn();
    m_histogram.box->setVisible(index >= 0);
    if (index < 0)
        return;
    const auto& column = facts.version->schema.columns[std::size_t(index)];
    const auto& profile = facts.profile.columns[std::size_t(index)];
    const bool isText = column.type == data::ColumnType::Text;
    const auto name = DatasetText::from(column.name);
    const auto valueOf = [&](double value) {
        return isText ? DatasetText::number(value) : DatasetText::value(column, value);
    };
    const auto median = profile.quantiles.size() >= 3 ? valueOf(profile.quantiles[2]) : QString();
    m_histogram.title->setText(isText ? tr("Length of %1", "name of a column").arg(name) : name);
    m_histogram.note->setText(isText ? tr("characters, median %1").arg(median) : tr("median %1").arg(median));
    const auto [smallest, largest] = histogramEnds(profile);
    const auto low = valueOf(smallest);
    const auto high = valueOf(largest);
    m_histogramView->setBars(histogramBars(profile, 24), low, high,
                             tr("%1 from %2 to %3, median %4", "column, smallest, largest, median")
                                 .arg(m_histogram.title->text(), low, high, median));
}

void PreviewPane::updateSample()
{
    const auto& facts = m_viewModel.facts();
    const auto& page = facts.sample;
    m_sample.box->setVisible(facts.version && !page.cells.empty());
    if (!facts.version || page.cells.empty())
        return;
    m_sample.title->setText(tr("Sample"));
    m_sampleTable->setAccessibleName(tr("First rows"));
    SampleModel written;
    written.setPage(facts.version->schema, page, facts.profile);
    const auto cellOf = [&](std::size_t row, std::size_t position) {
        const auto index = written.index(int(row), int(position));
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        return SampleTable::Cell{.text = index.data().toString(),
                                 .missing = index.data(SampleModel::MissingRole).toBool(),
                                 .rightAligned = alignment.testFlag(Qt::AlignRight)};
    };
    std::vector<SampleTable::Row> rows;
    const int text = m_viewModel.histogramColumn();
    const int label = m_viewModel.categoryColumn();
    if (facts.dataset.kind == data::DatasetKind::Text && text >= 0 &&
        std::size_t(text) < page.columns.size()) {
        for (std::size_t row = 0; row < page.cells.size(); ++row) {
            SampleTable::Row cells{cellOf(row, std::size_t(text))};
            if (label >= 0 && std::size_t(label) < page.columns.size())
                cells.push_back(cellOf(row, std::size_t(label)));
            rows.push_back(std::move(cells));
        }
        m_sampleTable->setTexts(std::move(rows));
        return;
    }
    const auto columns = std::min(sampleColumns, page.columns.size());
    QStringList names;
    for (std::size_t i = 0; i < columns; ++i)
        names << DatasetText::from(facts.version->schema.columns[page.columns[i]].name);
    for (std::size_t row = 0; row < page.cells.size(); ++row) {
        SampleTable::Row cells;
        for (std::size_t i = 0; i < columns; ++i)
            cells.push_back(cellOf(row, i));
        rows.push_back(std::move(cells));
    }
    m_sampleTable->setColumns(names, std::move(rows));
}

} // namespace lepton::ui
