// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/route.h"

#include <cstddef>
#include <vector>

namespace lepton::ui {

/// The places one was at, as a browser keeps them: going somewhere new drops what was ahead.
class History
{
public:
    /// Goes to @p route; the same place twice in a row is one step.
    void push(const Route& route);
    /// The current place is now told more precisely (a tab, a filter).
    void replace(const Route& route);
    bool canGoBack() const noexcept { return m_at > 0; }
    bool canGoForward() const noexcept { return m_at + 1 < m_routes.size(); }
    /// Only when canGoBack().
    const Route& back() { return m_routes[--m_at]; }
    /// Only when canGoForward().
    const Route& forward() { return m_routes[++m_at]; }
    void clear();
    /// Pages and objects newest first, each once, without the current one.
    std::vector<Route> recent(std::size_t limit) const;

private:
    std::vector<Route> m_routes;
    std::size_t m_at = 0;
};

} // namespace lepton::ui
