// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/route.h"

namespace lepton::ui {

/// lepton://models: all of them.
inline Route modelsRoute()
{
    return {.page = QStringLiteral("models"), .object = {}, .version = 0, .part = {}, .query = {}};
}

/// lepton://model/news-topics@7; @p version 0: the newest.
inline Route modelRoute(const QString& name, int version = 0)
{
    return {.page = QStringLiteral("model"), .object = name, .version = version, .part = {}, .query = {}};
}

/// lepton://review/P-3
inline Route reviewRoute(const QString& promotion)
{
    return {.page = QStringLiteral("review"), .object = promotion, .version = 0, .part = {}, .query = {}};
}

} // namespace lepton::ui
