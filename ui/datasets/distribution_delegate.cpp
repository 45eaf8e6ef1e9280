// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/distribution_delegate.h"

#include "ui/datasets/column_list_model.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int distributionWidth = 120;

std::span<const double> spanOf(const QList<double>& list)
{
    return {list.constData(), std::size_t(list.size())};
}

} // namespace

void DistributionDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem&,
                                        const QModelIndex& index) const
{
    QRect picture = area;
    picture.setWidth(std::min(area.width(), distributionWidth));
    if (const auto bars = index.data(ColumnListModel::BarsRole).value<QList<double>>(); !bars.isEmpty())
        paintHistogram(painter, picture.adjusted(0, 4, 0, -3), spanOf(bars));
    else if (const auto parts = index.data(ColumnListModel::PartsRole).value<QList<double>>();
             !parts.isEmpty())
        paintShares(painter, QRect(picture.left(), picture.center().y() - 4, picture.width(), 10),
                    spanOf(parts));
}

int DistributionDelegate::contentWidth(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return distributionWidth;
}

} // namespace lepton::ui
