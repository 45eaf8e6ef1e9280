// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/theme/theme.h"
#include "ui/widgets/route.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace lepton::ui {

/// One line that the bell lists.
struct Notice
{
    QString id; ///< end of its objectName
    QString icon;
    theme::Role tone = theme::Role::Text2;
    QString text;
    base::UtcTime time;
    Route route{};
    /// It waits for this person until something is done; the others are news.
    bool isWaiting = true;
};

/// How the person at this computer stands in the workspace at one moment, as far as the window shows it.
struct Standing
{
    QStringList roles; ///< as SessionFacts::roles
    bool isRevoked = false;
    /// The person has become a member, or signs with another key now: the workspace must be opened again.
    bool mustReopen = false;
    std::map<QString, int> waiting; ///< how much waits, by the id of an item of the rail
    /// GUI thread: what the bell lists, in the language of the moment. May be empty.
    std::function<std::vector<Notice>()> notices;
};

} // namespace lepton::ui
