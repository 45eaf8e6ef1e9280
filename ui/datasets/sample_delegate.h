// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/table_delegate.h"

namespace lepton::ui {

class DataTable;

/// Cells of a SampleModel: missing ones in grey italics.
class SampleDelegate final : public TableDelegate
{
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

/// Gives every column of @p table the width of what it shows, at most @p widest pixels.
void fitSampleColumns(DataTable& table, int widest);

} // namespace lepton::ui
