// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace lepton::ui {

/// Paints the cells of a DataTable: ground, line below, icon, text with a suffix, and a second line.
/// Subclasses override paintContent() for cells of their own.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Roles
    {
        ToneRole = Qt::UserRole + 100, ///< int of theme::Role for the text
        IconNameRole,                  ///< QString, an icon of the set before the text
        SuffixRole,                    ///< QString behind the text in the third colour ("v3")
        SecondLineRole,                ///< QString under the text, small
        GroundRole                     ///< int of theme::Role of a row that stands out, such as totals
    };

    /// What an icon takes before the text.
    static constexpr int iconRoom = theme::iconSide + theme::gap8 + 2;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// @p area is the cell without its padding.
    virtual void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const;
    /// The width that paintContent() would like, without padding.
    virtual int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace lepton::ui
