// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/route.h"

namespace lepton::ui {

/// lepton://activity: all events, or those of one of eventGroups().
inline Route activityRoute(const QString& group = {})
{
    Route route{.page = QStringLiteral("activity"), .object = {}, .version = 0, .part = {}, .query = {}};
    if (!group.isEmpty())
        route.query.insert(QStringLiteral("group"), group);
    return route;
}

} // namespace lepton::ui
