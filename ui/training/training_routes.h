// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/dataset_routes.h"
#include "ui/widgets/route.h"

namespace lepton::ui {

/// lepton://training (the runs), or lepton://training//models.
inline Route trainingRoute(const QString& part = {})
{
    return {.page = QStringLiteral("training"), .object = {}, .version = 0, .part = part, .query = {}};
}

/// lepton://run/R-12/report; @p run is a name such as R-12 or an id.
inline Route runRoute(const QString& run, const QString& tab = {})
{
    return {.page = QStringLiteral("run"), .object = run, .version = 0, .part = tab, .query = {}};
}

/// lepton://newRun?from=R-12&batch_size=8: a new run with the recipe of @p run, in which the keys of @p
/// changes (those of --set) have other values.
inline Route newRunFromRoute(const QString& run, const QMap<QString, QString>& changes = {})
{
    Route route = newRunRoute();
    route.query = changes;
    route.query[QStringLiteral("from")] = run;
    return route;
}

} // namespace lepton::ui
