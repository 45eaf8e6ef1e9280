// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_facts.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace lepton::ui {

/// Requests that wait, in the order of ModelsOverview.
class PendingListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        NameRole = Qt::UserRole + 1, ///< QString, "P-3"
        WhenRole,                    ///< QString
        MoveRole,                    ///< QString, "staging → production"
        TurnRole,                    ///< QString, what it is for this person
        TurnIconRole,                ///< QString, may be empty: then the avatar of who asked
        RequesterRole,               ///< QString, name
        RequesterIdRole,
        MineRole ///< bool: this person may approve it
    };

    explicit PendingListModel(QObject* parent = nullptr);

    void setRequests(std::vector<PendingReview> requests);
    const std::vector<PendingReview>& requests() const { return m_requests; }
    /// The row of the request @p name, -1: it does not wait.
    int rowOf(const QString& name) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<PendingReview> m_requests;
};

/// A request in three lines: version and age, the move, who asked and how far it is.
class PendingDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace lepton::ui
