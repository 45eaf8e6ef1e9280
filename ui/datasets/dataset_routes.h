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

/// lepton://newRun/name@version: a run on a data set; without a name, one is proposed.
inline Route newRunRoute(const QString& dataset = {}, int version = 0)
{
    return {.page = QStringLiteral("newRun"), .object = dataset, .version = version, .part = {}, .query = {}};
}

} // namespace lepton::ui
