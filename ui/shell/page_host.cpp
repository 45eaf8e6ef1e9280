// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_host.h"

#include "ui/widgets/page.h"

#include <QCoreApplication>
#include <QEvent>

namespace lepton::ui {

PageHost::PageHost(QWidget* parent)
    : QStackedWidget(parent)
{
    constexpr int minuteMs = 60'000;
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        // "3 min ago" grows old without any change in the catalog.
        if (Page* page = current(); page && page->isVisible()) {
            page->refresh();
            page->QWidget::update();
        }
    });
    m_minute.start();
}

void PageHost::setPages(std::vector<PageEntry> pages)
{
    clear();
    m_entries = std::move(pages);
}

void PageHost::clear()
{
    for (const auto& [id, page] : m_pages) {
        removeWidget(page);
        delete page;
    }
    m_pages.clear();
    m_stale.clear();
    m_oldWords.clear();
    m_entries.clear();
    m_currentId.clear();
    m_history.clear();
}

void PageHost::go(const Route& route)
{
    if (!entryOf(route.page))
        return;
    if (const Page* now = current())
        m_history.replace(now->route()); // with the scroll and selection that one leaves it in
    m_history.push(route);
    show(route);
}

void PageHost::back()
{
    if (!m_history.canGoBack())
        return;
    if (const Page* now = current())
        m_history.replace(now->route());
    show(m_history.back());
}

void PageHost::forward()
{
    if (!m_history.canGoForward())
        return;
    if (const Page* now = current())
        m_history.replace(now->route());
    show(m_history.forward());
}

void PageHost::toast(const QString& text, std::function<void()> undo)
{
    Q_EMIT toastRequested(text, undo);
}

Page* PageHost::current() const
{
    const auto found = m_pages.find(m_currentId);
    return found == m_pages.end() ? nullptr : found->second;
}

const PageEntry* PageHost::currentEntry() const
{
    return entryOf(m_currentId);
}

Page* PageHost::page(const QString& id)
{
    const PageEntry* entry = entryOf(id);
    if (!entry)
        return nullptr;
    Page*& made = m_pages[id];
    if (!made) {
        made = entry->make(*this, this);
        addWidget(made);
        connect(made, &Page::titleChanged, this, [this, page = made] {
            if (page == current())
                Q_EMIT moved();
        });
        connect(made, &Page::routeChanged, this, [this, page = made] {
            if (page != current() || m_moving)
                return;
            m_history.replace(page->route());
            Q_EMIT moved();
        });
    }
    return made;
}

void PageHost::refresh()
{
    for (const auto& [id, page] : m_pages) {
        if (id == m_currentId)
            page->refresh();
        else
            m_stale.insert(id);
    }
}

bool PageHost::event(QEvent* event)
{
    if (event->type() != QEvent::LanguageChange)
        return QStackedWidget::event(event);
    // All pages at once would let the window wait: the others take their words when they are shown.
    for (const auto& [id, page] : m_pages) {
        if (id == m_currentId)
            QCoreApplication::sendEvent(page, event);
        else
            m_oldWords.insert(id);
    }
    return true;
}

void PageHost::show(const Route& route)
{
    Page* wanted = page(route.page);
    if (!wanted)
        return;
    m_moving = true;
    if (m_oldWords.erase(route.page) > 0) {
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(wanted, &change);
    }
    m_currentId = route.page;
    wanted->open(route);
    setCurrentWidget(wanted);
    m_moving = false;
    if (m_stale.erase(route.page) > 0)
        wanted->refresh();
    Q_EMIT moved();
}

const PageEntry* PageHost::entryOf(const QString& id) const
{
    for (const PageEntry& entry : m_entries) {
        if (entry.id == id)
            return &entry;
    }
    return nullptr;
}

} // namespace lepton::ui
