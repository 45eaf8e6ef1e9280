// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/route.h"

namespace lepton::ui {

/// lepton://datasets, or its trash.
inline Route browseRoute(const QString& part = {})
{
    return {.page = QStringLiteral("datasets"), .object = {}, .version = 0, .part = part, .query = {}};
}

/// lepton://dataset/name@version/tab; version 0: the newest.
inline Route datasetRoute(const QString& name, int version = 0, const QString& tab = {})
{
    return {.page = QStringLiteral("dataset"), .object = name, .version = version, .part = tab, .query = {}};
}

} // namespace lepton::ui
