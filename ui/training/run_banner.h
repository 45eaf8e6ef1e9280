// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/inline_banner.h"

#include <QString>

#include <optional>

namespace lepton::ui {

class RunViewModel;

/// What is to be told of a run that did not go through: what happened, and what to do.
struct RunBanner
{
    BannerKind kind = BannerKind::Error;
    QString title;
    QString sentence;
    bool offersNewRun = false;
};

/// Nothing for a run that goes on or is complete.
std::optional<RunBanner> bannerOf(const RunViewModel& viewModel);

} // namespace lepton::ui
