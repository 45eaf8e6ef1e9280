// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/members_backend.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace lepton::ui {

/// Members with department, roles, key and whether the key is valid. Holds a snapshot.
class MemberListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        MemberColumn, ///< name, department below it
        RolesColumn,
        KeyColumn, ///< the first digits of the fingerprint
        StateColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the rows where the same people are there. @p self: marked as you.
    void setMembers(std::vector<identity::Member> members, const std::optional<base::MemberId>& self);
    const identity::Member* at(const QModelIndex& index) const;
    /// Another language: the texts are others.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const identity::Member& member, int column) const;

    std::vector<identity::Member> m_members;
    std::optional<base::MemberId> m_self;
};

/// The words of the catalog for @p roles: "analyst", ...
QStringList roleWords(const identity::Roles& roles);
/// The first digits of a key.
QString shortKey(const std::string& key);
/// A key in groups of eight digits, as people compare it.
QString groupedKey(const std::string& key);

} // namespace lepton::ui
