// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell_session.h"

#include <QWidget>

#include <map>
#include <vector>

class QListView;
class QMenu;
class QStandardItemModel;

namespace lepton::ui {

class MemberFoot;
class WorkspaceButton;

/// The navigation at the left: the workspace, the pages, and who one is. 200 wide, or 56 with icons alone.
class NavRail : public QWidget
{
    Q_OBJECT

public:
    static constexpr int wideWidth = 200;
    static constexpr int narrowWidth = 56;

    explicit NavRail(QWidget* parent = nullptr);

    void setPages(const std::vector<PageEntry>& pages);
    void setFacts(const SessionFacts& facts);
    void setCurrent(const QString& railId);
    /// How much waits, by the id of a page: in a pill behind its name.
    void setCounts(std::map<QString, int> counts);
    void setNarrow(bool narrow);
    bool isNarrow() const noexcept { return m_narrow; }
    /// Shown by the button at the top.
    QMenu* workspaceMenu() const noexcept { return m_menu; }
    /// The page at @p position of the rail, from 0; empty beyond the last.
    QString pageAt(int position) const;
    void focusList();
    void retranslate();

Q_SIGNALS:
    void chosen(const QString& pageId);

private:
    void choose(QListView* list, const QModelIndex& index);
    void fill();
    /// Department and roles, or that there are none any more.
    QString memberFacts() const;

    std::vector<PageEntry> m_pages;
    std::map<QString, int> m_counts;
    SessionFacts m_facts;
    QString m_current;
    bool m_narrow = false;
    QMenu* m_menu;
    WorkspaceButton* m_workspace;
    QListView* m_main;
    QListView* m_foot;
    QStandardItemModel* m_mainModel;
    QStandardItemModel* m_footModel;
    MemberFoot* m_member;
};

} // namespace lepton::ui
