// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/comparison_view.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/detail_view_model.h"
#include "ui/datasets/sample_delegate.h"
#include "ui/datasets/schema_fit.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

void fit(DataTable& table, const SampleModel& model)
{
    fitSampleColumns(table, 280);
    const int rows = std::clamp(model.rowCount(), 1, 8);
    table.setFixedHeight(theme::tableHeaderHeight + theme::rowDense * rows + theme::gap12);
}

} // namespace

ComparisonView::ComparisonView(DetailViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_running(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_error(new InlineBanner(BannerKind::Error))
    , m_figures(new Card)
    , m_schema(new InlineBanner(BannerKind::Fits))
{
    setObjectName(QStringLiteral("dataset.comparison"));
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(0);
    for (auto& tile : m_tiles) {
        if (tiles->count() > 0)
            tiles->addWidget(makeRule(Qt::Vertical));
        tile = new StatTile;
        tiles->addWidget(tile, 1);
    }
    m_tiles[0]->setObjectName(QStringLiteral("dataset.comparison.added"));
    m_tiles[1]->setObjectName(QStringLiteral("dataset.comparison.removed"));
    m_tiles[2]->setObjectName(QStringLiteral("dataset.comparison.kept"));
    m_tiles[3]->setObjectName(QStringLiteral("dataset.comparison.inPlace"));
    m_schema->setObjectName(QStringLiteral("dataset.comparison.schema"));
    m_figures->body()->setContentsMargins(0, 0, 0, 0);
    m_figures->body()->addLayout(tiles);
    m_added = makeRows(QStringLiteral("dataset.comparison.addedRows"), m_addedModel, m_addedTable);
    m_removed = makeRows(QStringLiteral("dataset.comparison.removedRows"), m_removedModel, m_removedTable);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
    for (QWidget* part :
         {static_cast<QWidget*>(m_running), static_cast<QWidget*>(m_error), static_cast<QWidget*>(m_figures),
          static_cast<QWidget*>(m_schema), static_cast<QWidget*>(m_added), static_cast<QWidget*>(m_removed)})
        layout->addWidget(part);
    layout->addStretch();
    connect(&m_viewModel, &DetailViewModel::comparisonChanged, this, &ComparisonView::update);
    update();
}

Card* ComparisonView::makeRows(const QString& objectName, SampleModel& model, DataTable*& table)
{
    auto* card = new Card(QStringLiteral(" "));
    table = new DataTable;
    table->setObjectName(objectName);
    table->setModel(&model);
    table->setRowHeight(theme::rowDense);
    table->setItemDelegate(new SampleDelegate(table));
    table->horizontalHeader()->setSectionsClickable(false);
    card->body()->setContentsMargins(0, 0, 0, theme::gap4);
    card->body()->addWidget(table);
    return card;
}

void ComparisonView::update()
{
    using Comparison = DetailViewModel::Comparison;
    const auto state = m_viewModel.comparisonState();
    m_running->setVisible(state == Comparison::Running);
    m_running->setText(tr("The rows of both versions are compared."));
    m_error->setVisible(state == Comparison::Failed);
    if (state == Comparison::Failed && m_viewModel.comparisonError())
        m_error->setError(tr("The versions cannot be compared."), *m_viewModel.comparisonError());
    const bool ready = state == Comparison::Ready;
    for (QWidget* part : {static_cast<QWidget*>(m_figures), static_cast<QWidget*>(m_schema),
                          static_cast<QWidget*>(m_added), static_cast<QWidget*>(m_removed)})
        part->setVisible(ready);
    if (!ready)
        return;
    showFigures();
    showSchema();
    showRows();
}

void ComparisonView::showFigures()
{
    const auto& diff = m_viewModel.comparison().diff;
    const std::pair<QString, std::int64_t> figures[] = {{tr("Rows added"), diff.rowsAdded},
                                                        {tr("Rows removed"), diff.rowsRemoved},
                                                        {tr("Rows kept"), diff.rowsKept},
                                                        {tr("Changed in place"), diff.rowsChangedInPlace}};
    for (int i = 0; i < 4; ++i) {
        m_tiles[i]->setLabel(figures[i].first);
        m_tiles[i]->setValue(DatasetText::count(figures[i].second));
    }
}

void ComparisonView::showSchema()
{
    const auto& comparison = m_viewModel.comparison();
    const auto fit = compareSchemas(comparison.before.schema, comparison.after.schema);
    m_schema->setKind(fit.fits() ? BannerKind::Fits : BannerKind::Caution);
    m_schema->setText({}, fit.sentence(comparison.before.number, std::nullopt));
}

void ComparisonView::showRows()
{
    const auto& comparison = m_viewModel.comparison();
    const auto show = [](Card& card, DataTable& table, SampleModel& model, const data::Schema& schema,
                         const data::Page& page, const QString& title, const QString& note) {
        card.setVisible(!page.cells.empty());
        card.setTitle(title);
        card.setNote(note);
        model.setPage(schema, page);
        table.setAccessibleName(title);
        fit(table, model);
    };
    const auto note = [](std::size_t shown, std::int64_t all) {
        return std::int64_t(shown) < all
                   ? tr("first %1 of %2")
                         .arg(DatasetText::count(std::int64_t(shown)), DatasetText::count(all))
                   : QString();
    };
    show(*m_added, *m_addedTable, m_addedModel, comparison.after.schema, comparison.added,
         tr("Rows only in v%1").arg(comparison.after.number),
         note(comparison.added.cells.size(), comparison.diff.rowsAdded));
    show(*m_removed, *m_removedTable, m_removedModel, comparison.before.schema, comparison.removed,
         tr("Rows only in v%1").arg(comparison.before.number),
         note(comparison.removed.cells.size(), comparison.diff.rowsRemoved));
}

} // namespace lepton::ui
