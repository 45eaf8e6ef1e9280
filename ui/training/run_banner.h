// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/inline_banner.h"

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace lepton::ui {

class RunViewModel;

/// What a banner offers to do.
struct RunRemedy
{
    enum class Kind
    {
        Resume,
        NewRun, ///< with the recipe of this one, and the changes
        AllRuns ///< shows the list
    };
    Kind kind = Kind::NewRun;
    QString text;                     ///< of the button
    QMap<QString, QString> changes{}; ///< keys and values of the new recipe
};

/// What is to be told of a run that did not go through: what happened, and what to do.
struct RunBanner
{
    BannerKind kind = BannerKind::Error;
    QString title;
    QString sentence;
    std::vector<RunRemedy> remedies{}; ///< at most two, the likeliest first
};

/// Nothing for a run that goes on in this window or is complete.
std::optional<RunBanner> bannerOf(const RunViewModel& viewModel);

} // namespace lepton::ui
