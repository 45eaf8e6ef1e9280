// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/history.h"
#include "ui/shell/shell_session.h"
#include "ui/widgets/navigator.h"

#include <QStackedWidget>
#include <QTimer>

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace lepton::ui {

class Page;

/// The pages of the window, made when first shown, and the history of where one was.
class PageHost : public QStackedWidget, public Navigator
{
    Q_OBJECT

public:
    explicit PageHost(QWidget* parent = nullptr);

    void setPages(std::vector<PageEntry> pages);
    /// Destroys the pages and forgets the history.
    void clear();

    void go(const Route& route) override;
    void back() override;
    void toast(const QString& text, std::function<void()> undo) override;
    void forward();

    Page* current() const;
    const PageEntry* currentEntry() const;
    const std::vector<PageEntry>& entries() const noexcept { return m_entries; }
    const History& history() const noexcept { return m_history; }
    /// The page of @p id, made if need be; null when there is none of that id.
    Page* page(const QString& id);
    /// The catalog changed: the page shown reads again now, the others when they are shown.
    void refresh();

Q_SIGNALS:
    /// Another page or place, or the current one is called otherwise now.
    void moved();
    void toastRequested(const QString& text, const std::function<void()>& undo);

protected:
    bool event(QEvent* event) override;

private:
    void show(const Route& route);
    const PageEntry* entryOf(const QString& id) const;

    QTimer m_minute;
    std::vector<PageEntry> m_entries;
    std::map<QString, Page*> m_pages;
    std::set<QString> m_stale;
    std::set<QString> m_oldWords; ///< pages that the language was changed without
    QString m_currentId;
    History m_history;
    bool m_moving = false;
};

} // namespace lepton::ui
