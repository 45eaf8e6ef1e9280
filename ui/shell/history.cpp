// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history.h"

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr std::size_t limit = 100;

} // namespace

void History::push(const Route& route)
{
    if (!m_routes.empty()) {
        if (m_routes[m_at] == route)
            return;
        m_routes.resize(m_at + 1);
    }
    m_routes.push_back(route);
    if (m_routes.size() > limit)
        m_routes.erase(m_routes.begin());
    m_at = m_routes.size() - 1;
}

void History::replace(const Route& route)
{
    if (m_routes.empty())
        push(route);
    else
        m_routes[m_at] = route;
}

void History::clear()
{
    m_routes.clear();
    m_at = 0;
}

std::vector<Route> History::recent(std::size_t count) const
{
    std::vector<Route> found;
    for (std::size_t i = m_routes.size(); i-- > 0 && found.size() < count;) {
        const auto samePlace = [&](const Route& other) {
            return other.page == m_routes[i].page && other.object == m_routes[i].object;
        };
        if (!samePlace(m_routes[m_at]) && std::none_of(found.begin(), found.end(), samePlace))
            found.push_back(m_routes[i]);
    }
    return found;
}

} // namespace lepton::ui
