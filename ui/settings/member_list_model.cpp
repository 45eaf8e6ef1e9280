// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/member_list_model.h"

#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/role_text.h"
#include "ui/widgets/string_list.h"

#include <algorithm>
#include <utility>

namespace lepton::ui {

namespace {

constexpr int shownDigits = 12;
constexpr qsizetype groupDigits = 8;

} // namespace

QStringList roleWords(const identity::Roles& roles)
{
    QStringList words;
    for (const identity::Role role : roles)
        words << fromUtf8(identity::roleName(role));
    return words;
}

QString shortKey(const std::string& key)
{
    return fromUtf8(key).left(shownDigits);
}

QString groupedKey(const std::string& key)
{
    const QString digits = fromUtf8(key);
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += groupDigits)
        groups << digits.mid(i, groupDigits);
    return groups.join(QLatin1Char(' '));
}

void MemberListModel::setMembers(std::vector<identity::Member> members,
                                 const std::optional<base::MemberId>& self)
{
    const bool isSame =
        std::ranges::equal(members, m_members, {}, &identity::Member::id, &identity::Member::id);
    m_self = self;
    if (!isSame) {
        beginResetModel();
        m_members = std::move(members);
        endResetModel();
        return;
    }
    m_members = std::move(members);
    retranslate();
}

const identity::Member* MemberListModel::at(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_members[std::size_t(index.row())] : nullptr;
}

void MemberListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_members.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int MemberListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int MemberListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString MemberListModel::text(const identity::Member& member, int column) const
{
    switch (column) {
    case MemberColumn:
        return fromUtf8(member.name);
    case RolesColumn:
        return member.roles.empty() ? tr("no role") : RoleText::list(roleWords(member.roles));
    case KeyColumn:
        return shortKey(member.key);
    case StateColumn:
        return member.revoked ? tr("Key revoked") : tr("Active");
    default:
        return {};
    }
}

QVariant MemberListModel::data(const QModelIndex& index, int role) const
{
    const auto* member = at(index);
    if (!member)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*member, column);
    case Qt::AccessibleTextRole:
        if (column == MemberColumn)
            return tr("%1, %2", "name, department").arg(fromUtf8(member->name), fromUtf8(member->department));
        return column == KeyColumn ? groupedKey(member->key) : text(*member, column);
    case Qt::ToolTipRole:
        return column == KeyColumn ? groupedKey(member->key) : text(*member, column);
    case Qt::FontRole:
        return column == KeyColumn ? QVariant(theme::font(theme::Step::Code)) : QVariant();
    case TableDelegate::SuffixRole:
        return column == MemberColumn && m_self && member->id == *m_self ? tr("you") : QString();
    case TableDelegate::SecondLineRole:
        return column == MemberColumn ? fromUtf8(member->department) : QString();
    case TableDelegate::ToneRole:
        return int(column == KeyColumn ? theme::Role::Text2 : theme::Role::Text);
    case MemberDelegate::MemberIdRole:
        return fromUtf8(member->id.toString());
    case ChipDelegate::KindRole:
        return QVariant::fromValue(member->revoked ? ChipKind::Bad : ChipKind::Good);
    case ChipDelegate::IconRole:
        return member->revoked ? QStringLiteral("lock") : QStringLiteral("check");
    default:
        return {};
    }
}

QVariant MemberListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MemberColumn:
        return tr("Member");
    case RolesColumn:
        return tr("Roles");
    case KeyColumn:
        return tr("Key");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace lepton::ui
