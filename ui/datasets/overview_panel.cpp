// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/overview_panel.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/detail_view_model.h"
#include "ui/datasets/distribution_delegate.h"
#include "ui/datasets/provenance_card.h"
#include "ui/datasets/sample_delegate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/plural.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int sideWidth = 308;
constexpr int listedColumns = 11;
constexpr int shownRows = 6;
constexpr int shownVersions = 4;
constexpr int versionWidth = 40;
constexpr int leastNameWidth = 160;
constexpr int mostNameWidth = 260;
constexpr int leastFactWidth = 72;
constexpr int mostFactWidth = 136; // an estimated count of millions

} // namespace

OverviewPanel::OverviewPanel(DetailViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_side(new QWidget)
    , m_source(new ProvenanceCard)
{
    auto* main = new QVBoxLayout;
    main->setSpacing(theme::gap12);
    main->addWidget(makeTiles());
    main->addWidget(makeColumns());
    main->addWidget(makeSample());
    main->addStretch();
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(theme::gap12);
    side->addWidget(m_source, 0, Qt::AlignTop); // as high as its wrapped notices are at this width
    side->addWidget(makeVersions());
    side->addStretch();

    m_layout->addLayout(main, 1);
    m_layout->addWidget(m_side);
    auto* scroll = new PageScroll(m_layout);
    for (auto* card : scroll->findChildren<Card*>())
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(&m_viewModel, &DetailViewModel::changed, this, &OverviewPanel::update);
    retranslate();
}

Card* OverviewPanel::makeTiles()
{
    auto* card = new Card;
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    for (auto& tile : m_tiles) {
        if (row->count() > 0)
            row->addWidget(makeRule(Qt::Vertical));
        tile = new StatTile;
        row->addWidget(tile, 1);
    }
    card->body()->setContentsMargins(0, 0, 0, 0);
    card->body()->addLayout(row);
    return card;
}

Card* OverviewPanel::makeColumns()
{
    m_columnsCard = new Card(tr("Columns"));
    m_allColumns = new Button(ButtonKind::Link);
    m_allColumns->setObjectName(QStringLiteral("dataset.overview.allColumns"));
    m_allColumns->setSmall(true);
    m_columnsCard->addToHeader(m_allColumns);
    m_columnsTable = new DataTable;
    m_columnsTable->setObjectName(QStringLiteral("dataset.overview.columns"));
    m_columnsTable->setModel(&m_columns);
    m_columnsTable->setRowHeight(theme::rowDense);
    m_columnsTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_columnsTable->setItemDelegateForColumn(ColumnListModel::DistributionColumn,
                                             new DistributionDelegate(m_columnsTable));
    auto* header = m_columnsTable->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(ColumnListModel::SummaryColumn, QHeaderView::Stretch);
    header->resizeSection(ColumnListModel::DistributionColumn, 124);
    m_columnsCard->body()->setContentsMargins(0, 0, 0, theme::gap4);
    m_columnsCard->body()->addWidget(m_columnsTable);
    connect(m_columnsTable, &DataTable::activated, this,
            [this](const QModelIndex& index) { Q_EMIT columnRequested(index.row()); });
    connect(m_allColumns, &QPushButton::clicked, this, [this] { Q_EMIT columnRequested(-1); });
    return m_columnsCard;
}

Card* OverviewPanel::makeSample()
{
    m_sampleCard = new Card(tr("Sample rows"));
    m_openTable = new Button(ButtonKind::Link);
    m_openTable->setObjectName(QStringLiteral("dataset.overview.openTable"));
    m_openTable->setSmall(true);
    m_sampleCard->addToHeader(m_openTable);
    m_sampleTable = new DataTable;
    m_sampleTable->setObjectName(QStringLiteral("dataset.overview.sample"));
    m_sampleTable->setModel(&m_sample);
    m_sampleTable->setRowHeight(theme::rowDense);
    m_sampleTable->setItemDelegate(new SampleDelegate(m_sampleTable));
    m_sampleTable->horizontalHeader()->setSectionsClickable(false);
    m_sampleCard->body()->setContentsMargins(0, 0, 0, theme::gap4);
    m_sampleCard->body()->addWidget(m_sampleTable);
    connect(m_openTable, &QPushButton::clicked, this, &OverviewPanel::tableRequested);
    return m_sampleCard;
}

Card* OverviewPanel::makeVersions()
{
    m_versionsCard = new Card(tr("Versions"));
    m_allVersions = new Button(ButtonKind::Link);
    m_allVersions->setObjectName(QStringLiteral("dataset.overview.allVersions"));
    m_allVersions->setSmall(true);
    m_versionsCard->addToHeader(m_allVersions);
    m_versions = new QVBoxLayout;
    m_versions->setSpacing(0);
    m_versionsCard->body()->setContentsMargins(theme::gap16, 0, theme::gap16, theme::gap12);
    m_versionsCard->body()->addLayout(m_versions);
    connect(m_allVersions, &QPushButton::clicked, this, &OverviewPanel::versionsRequested);
    return m_versionsCard;
}

void OverviewPanel::fitHeight(DataTable& table, int rowHeight, int rows)
{
    const int bar =
        table.horizontalScrollBar()->maximum() > 0 ? table.horizontalScrollBar()->sizeHint().height() : 0;
    table.setFixedHeight(theme::tableHeaderHeight + rowHeight * rows + bar);
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void OverviewPanel::update()
{
    if (m_viewModel.state() != DetailViewModel::State::Ready)
        return;
    const auto* version = m_viewModel.version();
    const auto& facts = m_viewModel.details().shown;
    updateTiles();
    updateVersions();
    for (QWidget* card : {static_cast<QWidget*>(m_columnsCard), static_cast<QWidget*>(m_sampleCard),
                          static_cast<QWidget*>(m_source)})
        card->setVisible(version != nullptr);
    if (!version)
        return;
    m_sampleCard->setVisible(!facts.sample.cells.empty());
    // A version never changes: the tables keep what they show of it, with selection and scroll.
    if (version->id == m_shownVersion)
        return;
    m_shownVersion = version->id;

    auto schema = version->schema;
    auto profile = facts.profile;
    const auto shown = std::min<std::size_t>(listedColumns, schema.size());
    schema.columns.resize(shown);
    profile.columns.resize(std::min(shown, profile.columns.size()));
    m_columns.setColumns(std::move(schema), std::move(profile));
    m_columnsTable->fitColumn(ColumnListModel::NameColumn, leastNameWidth, mostNameWidth);
    for (const int column : {ColumnListModel::TypeColumn, ColumnListModel::ShareColumn,
                             ColumnListModel::DistinctColumn, ColumnListModel::MissingColumn})
        m_columnsTable->fitColumn(column, leastFactWidth, mostFactWidth);
    m_columnsCard->setNote(version->schema.size() > shown
                               ? tr("%1 of %2 shown")
                                     .arg(DatasetText::count(std::int64_t(shown)),
                                          DatasetText::count(std::int64_t(version->schema.size())))
                               : QString());
    fitHeight(*m_columnsTable, theme::rowDense, int(shown));

    auto page = facts.sample;
    if (page.cells.size() > shownRows) {
        page.cells.resize(shownRows);
        page.rows.resize(shownRows);
    }
    const int rows = int(page.cells.size());
    m_sample.setPage(version->schema, std::move(page), facts.profile);
    fitSampleColumns(*m_sampleTable, 176);
    fitHeight(*m_sampleTable, theme::rowDense, rows);
    m_source->setVersion(*version);
}

void OverviewPanel::updateTiles()
{
    const auto* version = m_viewModel.version();
    const auto* previous = m_viewModel.previous();
    const auto& profile = m_viewModel.details().shown.profile;
    std::int64_t missing = 0;
    std::int64_t cells = 0;
    for (const auto& column : profile.columns) {
        missing += column.missing;
        cells += column.rows;
    }
    QString change;
    if (version && previous && version->rows != previous->rows)
        change =
            version->rows > previous->rows
                ? tr("+%1", "more rows than before").arg(DatasetText::count(version->rows - previous->rows))
                : tr("−%1", "fewer rows than before").arg(DatasetText::count(previous->rows - version->rows));
    m_tiles[0]->setValue(DatasetText::count(version ? version->rows : 0), change);
    m_tiles[1]->setValue(DatasetText::count(version ? std::int64_t(version->schema.size()) : 0));
    m_tiles[2]->setValue(DatasetText::share(missing, cells),
                         missing > 0 ? DatasetText::count(missing) : QString());
    m_tiles[3]->setValue(DatasetText::size(version ? version->bytes : 0));
}

void OverviewPanel::updateVersions()
{
    while (auto* item = m_versions->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto& versions = m_viewModel.versions();
    for (std::size_t i = 0; i < std::min<std::size_t>(shownVersions, versions.size()); ++i) {
        const auto& version = versions[i];
        auto* line = new QWidget;
        line->setFixedHeight(theme::rowDense);
        auto* layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(theme::gap8);
        auto* open = new Button(tr("v%1").arg(version.number), ButtonKind::Link);
        open->setObjectName(QStringLiteral("dataset.overview.version.%1").arg(version.number));
        open->setSmall(true);
        open->setAccessibleName(tr("Show version %1").arg(version.number));
        connect(open, &QPushButton::clicked, this,
                [this, number = version.number] { Q_EMIT versionRequested(number); });
        auto* note = new TextLabel(version.note.empty() ? tr("%Ln row(s)", nullptr, plural(version.rows))
                                                        : DatasetText::from(version.note),
                                   theme::Step::Small);
        note->setTextFormat(Qt::PlainText);
        note->setElided(true);
        note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        auto* when =
            new TextLabel(DatasetText::when(version.created), theme::Step::Small, theme::Role::Text3);
        when->setToolTip(DatasetText::fullTime(version.created));
        auto* number = new QWidget; // its words begin where those of the card do
        number->setFixedWidth(versionWidth);
        auto* inNumber = new QHBoxLayout(number);
        inNumber->setContentsMargins(0, 0, 0, 0);
        inNumber->addWidget(open, 0, Qt::AlignLeft);
        layout->addWidget(number);
        layout->addWidget(note, 1);
        layout->addWidget(when);
        m_versions->addWidget(line);
    }
    m_allVersions->setVisible(versions.size() > 1);
}

void OverviewPanel::retranslate()
{
    const QString labels[] = {tr("Rows"), tr("Columns"), tr("Missing cells"), tr("Size")};
    for (int i = 0; i < 4; ++i)
        m_tiles[i]->setLabel(labels[i]);
    m_columnsCard->setTitle(tr("Columns"));
    m_sampleCard->setTitle(tr("Sample rows"));
    m_versionsCard->setTitle(tr("Versions"));
    m_allColumns->setText(tr("All columns"));
    m_openTable->setText(tr("Open table"));
    m_allVersions->setText(tr("Compare"));
    m_columnsTable->setAccessibleName(tr("Columns"));
    m_sampleTable->setAccessibleName(tr("Sample rows"));
    m_shownVersion = {};
    update();
}

void OverviewPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OverviewPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = window()->width() < theme::narrowWindow;
    m_layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumWidth(narrow ? 0 : sideWidth);
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : sideWidth);
}

} // namespace lepton::ui
