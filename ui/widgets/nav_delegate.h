// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace lepton::ui {

/// Paints an item of the rail: 32 high, icon, text; the one that is on lies on its own ground with a line.
class NavDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Roles
    {
        IdRole = Qt::UserRole + 1,
        IconNameRole,
        CountRole ///< int: how much waits, in a pill; none for 0
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void setNarrow(bool narrow) { m_narrow = narrow; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool m_narrow = false;
};

} // namespace lepton::ui
