// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/nav_rail.h"

#include "ui/shell/rail_parts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/nav_delegate.h"
#include "ui/widgets/role_text.h"
#include "ui/widgets/text_label.h"

#include <QFrame>
#include <QListView>
#include <QMenu>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

QListView* makeList(QWidget* parent, QStandardItemModel* model)
{
    auto* list = new QListView(parent);
    list->setModel(model);
    list->setItemDelegate(new NavDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMouseTracking(true);
    list->setTabKeyNavigation(false);
    list->setProperty("surface", QStringLiteral("rail"));
    return list;
}

} // namespace

NavRail::NavRail(QWidget* parent)
    : QWidget(parent)
    , m_menu(new QMenu(this))
    , m_workspace(new WorkspaceButton(this))
    , m_mainModel(new QStandardItemModel(this))
    , m_footModel(new QStandardItemModel(this))
    , m_member(new MemberFoot(this))
{
    m_main = makeList(this, m_mainModel);
    m_foot = makeList(this, m_footModel);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", QStringLiteral("rail"));
    setFixedWidth(wideWidth);
    m_workspace->setObjectName(QStringLiteral("rail.workspace.button"));
    m_workspace->setMenu(m_menu);
    m_main->setObjectName(QStringLiteral("rail.pages"));
    m_foot->setObjectName(QStringLiteral("rail.foot"));
    m_member->setObjectName(QStringLiteral("rail.member"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gap8, theme::gap4, theme::gap8, theme::gap4);
    layout->setSpacing(0);
    layout->addWidget(m_workspace);
    layout->addSpacing(theme::gap12);
    layout->addWidget(m_main, 1);
    layout->addWidget(m_foot);
    layout->addSpacing(theme::gap8);
    layout->addWidget(makeRule(Qt::Horizontal, this));
    layout->addSpacing(theme::gap4);
    layout->addWidget(m_member);

    for (QListView* list : {m_main, m_foot}) {
        connect(list, &QListView::clicked, this,
                [this, list](const QModelIndex& index) { choose(list, index); });
        connect(list, &QListView::activated, this,
                [this, list](const QModelIndex& index) { choose(list, index); });
    }
    retranslate();
}

void NavRail::setPages(const std::vector<PageEntry>& pages)
{
    m_pages = pages;
    fill();
}

void NavRail::setFacts(const SessionFacts& facts)
{
    m_facts = facts;
    retranslate();
}

QString NavRail::memberFacts() const
{
    if (m_facts.isRevoked)
        return tr("%1 · key revoked", "department").arg(m_facts.department);
    return m_facts.roles.isEmpty()
               ? m_facts.department
               : tr("%1 · %2", "department and roles").arg(m_facts.department, RoleText::list(m_facts.roles));
}

void NavRail::setCurrent(const QString& railId)
{
    m_current = railId;
    for (QListView* list : {m_main, m_foot}) {
        QModelIndex wanted;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data(NavDelegate::IdRole).toString() == railId)
                wanted = index;
        }
        if (wanted.isValid())
            list->setCurrentIndex(wanted);
        else
            list->clearSelection();
    }
}

void NavRail::setCounts(std::map<QString, int> counts)
{
    if (counts == m_counts)
        return;
    m_counts = std::move(counts);
    fill();
}

void NavRail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth(narrow ? narrowWidth : wideWidth);
    m_workspace->setNarrow(narrow);
    m_member->setNarrow(narrow);
    for (QListView* list : {m_main, m_foot})
        static_cast<NavDelegate*>(list->itemDelegate())->setNarrow(narrow);
    fill();
}

QString NavRail::pageAt(int position) const
{
    const QStandardItem* item = position < m_mainModel->rowCount()
                                    ? m_mainModel->item(position)
                                    : m_footModel->item(position - m_mainModel->rowCount());
    return item ? item->data(NavDelegate::IdRole).toString() : QString();
}

void NavRail::focusList()
{
    m_main->setFocus(Qt::ShortcutFocusReason);
}

void NavRail::retranslate()
{
    m_main->setAccessibleName(tr("Pages"));
    m_foot->setAccessibleName(tr("Activity and settings"));
    m_workspace->setWorkspace(m_facts.workspaceName, m_facts.journalMode == store::JournalMode::Shared
                                                         ? tr("Shared workspace")
                                                         : tr("On this computer"));
    m_member->setMember(m_facts.memberName, m_facts.memberId, memberFacts());
    fill();
}

void NavRail::choose(QListView* list, const QModelIndex& index)
{
    const QString id = index.data(NavDelegate::IdRole).toString();
    (list == m_main ? m_foot : m_main)->clearSelection();
    Q_EMIT chosen(id);
}

void NavRail::fill()
{
    m_mainModel->clear();
    m_footModel->clear();
    for (const PageEntry& page : m_pages) {
        if (page.place == RailPlace::Inside)
            continue;
        auto* item = new QStandardItem(page.title());
        item->setData(page.id, NavDelegate::IdRole);
        item->setData(page.icon, NavDelegate::IconNameRole);
        QString whole = page.title();
        if (const auto count = m_counts.find(page.id); count != m_counts.end() && count->second > 0) {
            item->setData(count->second, NavDelegate::CountRole);
            whole = tr("%1, %2 waiting for you", "page and how much").arg(whole).arg(count->second);
        }
        item->setData(whole, Qt::AccessibleTextRole);
        if (m_narrow)
            item->setToolTip(whole);
        (page.place == RailPlace::Main ? m_mainModel : m_footModel)->appendRow(item);
    }
    const int rows = m_footModel->rowCount();
    m_foot->setFixedHeight(rows * m_foot->itemDelegate()->sizeHint({}, {}).height());
    setCurrent(m_current);
}

} // namespace lepton::ui
