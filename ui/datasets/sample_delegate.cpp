// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/sample_delegate.h"

#include "ui/datasets/sample_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/missing_font.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace lepton::ui {

void SampleDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    if (!index.data(SampleModel::MissingRole).toBool()) {
        TableDelegate::paintContent(painter, area, option, index);
        return;
    }
    painter.setFont(missingFont(theme::Step::Small));
    painter.setPen(theme::color(theme::Role::Text3));
    paintText(painter, area, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()),
              index.data().toString());
}

void fitSampleColumns(DataTable& table, int widest)
{
    constexpr int narrowest = 72;
    const QAbstractItemView& view = table;                 // QTableView hides the function
    table.horizontalHeader()->setStretchLastSection(true); // few columns fill the width
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        const int wanted =
            std::max(view.sizeHintForColumn(column), table.horizontalHeader()->sectionSizeHint(column));
        table.setColumnWidth(column, std::clamp(wanted, narrowest, widest));
    }
}

} // namespace lepton::ui
