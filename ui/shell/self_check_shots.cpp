// SPDX-License-Identifier: GPL-3.0-or-later
// What SelfCheck takes pictures of.
#include "ui/shell/bell.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_host.h"
#include "ui/shell/self_check.h"

#include <QAbstractButton>

namespace lepton::ui {

void SelfCheck::addWindowShots()
{
    const auto closeDialogs = [this] { hideScene(); };
    m_shots.push_back({{}, {QStringLiteral("welcome"), [] {}, {}}});
    m_shots.push_back(
        {{}, {QStringLiteral("create-dialog"), [this] { m_window.showCreateDialog(); }, closeDialogs}});
}

void SelfCheck::listFirstLooks()
{
    for (const PageEntry& entry : m_window.pages().entries()) {
        std::vector<Route> routes{{entry.id, {}, 0, {}, {}}};
        if (entry.place == RailPlace::Inside)
            routes = entry.examples ? entry.examples() : std::vector<Route>();
        for (std::size_t i = 0; i < routes.size(); ++i)
            m_firstLooks.push_back(
                {entry.id, routes[i], i == 0 ? QString() : QStringLiteral("-%1").arg(i + 1)});
    }
}

void SelfCheck::addLastShots()
{
    m_shots.push_back(
        {{}, {QStringLiteral("palette"), [this] { m_window.showPalette(); }, [this] { hideScene(); }}});
    m_shots.push_back(
        {{}, {QStringLiteral("help"), [this] { m_window.showHelp(); }, [this] { hideScene(); }}});
    m_shots.push_back({{},
                       {QStringLiteral("bell"),
                        [this] {
                            if (auto* bell = m_window.findChild<Bell*>())
                                bell->showNotices();
                        },
                        [this] { hideScene(); }}});
}

void SelfCheck::addWorkingShots()
{
    for (const ExamplePlace& place : m_places)
        m_shots.push_back({place.route.page,
                           {place.name, [this, route = place.route] { m_window.pages().go(route); }, {}}});
}

void SelfCheck::addDamagedShots()
{
    const auto verify = [this] {
        m_window.pages().go({QStringLiteral("activity"), {}, 0, {}, {}});
        if (auto* button = m_window.findChild<QAbstractButton*>(QStringLiteral("activity.verify.button")))
            button->click();
    };
    m_shots.push_back({QStringLiteral("activity"), {QStringLiteral("activity-damaged"), verify, {}}});
}

void SelfCheck::addShotsOf(const FirstLook& look)
{
    Page* page = m_window.pages().page(look.page);
    if (!page) {
        fail(QStringLiteral("%1: the page could not be made").arg(look.page));
        return;
    }
    for (Scene& scene : page->scenes()) {
        const auto show = scene.show;
        scene.name += look.suffix;
        scene.show = [this, route = look.route, show] {
            m_window.pages().go(route);
            show();
        };
        m_shots.push_back({look.page, std::move(scene)});
    }
}

} // namespace lepton::ui
