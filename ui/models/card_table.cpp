// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/card_table.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/training/report/report_text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {
namespace {

struct CardTable
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::CardTable)
};

} // namespace

DataTable* makeCardTable(const QString& name, QAbstractItemModel* model, QWidget* parent)
{
    auto* table = new DataTable(parent);
    table->setObjectName(name);
    table->setModel(model);
    table->setRowHeight(theme::rowNormal);
    table->setProperty("noEndLine", true);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->horizontalHeader()->setSectionsClickable(false);
    return table;
}

void fillBody(Card& card, QWidget* content)
{
    card.body()->setContentsMargins(0, 0, 0, theme::gap4);
    card.body()->setSpacing(0);
    card.body()->addWidget(content);
}

void fitHeight(DataTable& table, int mostRows)
{
    const int rows = std::min(mostRows, table.model()->rowCount());
    int height = table.horizontalHeader()->isHidden() ? 0 : theme::tableHeaderHeight;
    if (rows > 0)
        height += rows * table.rowHeight(0);
    table.setFixedHeight(height);
}

TableCell scoreCell(std::optional<double> value, const std::string& label, bool isStrong, int classWidth)
{
    const QString figure = ModelText::score(value);
    if (label.empty())
        return {
            .text = figure, .tone = isStrong ? theme::Role::Text : theme::Role::Text2, .isStrong = isStrong};
    // the figure is what is compared: of a long name the beginning has to do
    const QString name = ReportText::label(DatasetText::from(label));
    const QFontMetrics metrics(theme::font(theme::Step::Body));
    const auto both = [&](const QString& shown) {
        return CardTable::tr("%1 %2", "a class and its F1").arg(shown, figure);
    };
    return {.text = classWidth > 0 ? both(metrics.elidedText(name, Qt::ElideRight, classWidth)) : figure,
            .tone = isStrong ? theme::Role::Text : theme::Role::Text2,
            .isStrong = isStrong,
            .toolTip = both(name)};
}

TableCell changeCell(std::optional<double> before, std::optional<double> after, bool isHigherBetter)
{
    if (!before || !after)
        return {.text = QStringLiteral("–"), .tone = theme::Role::Text3};
    return {.text = ReportText::change(*after - *before),
            .tone = ReportText::changeTone(*after - *before, isHigherBetter)};
}

} // namespace lepton::ui
