// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/data_table.h"

#include <QStyledItemDelegate>

namespace lepton::ui {

/// The header of a comparison: names of runs behind the marks of their series.
class CompareHeader final : public TableHeader
{
    Q_OBJECT

public:
    using TableHeader::TableHeader;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

/// A cell of a comparison: the best with a tick, a setting unlike the first run's tinted, a change with the
/// arrow of its direction and the colour of its judgement.
class CompareDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace lepton::ui
