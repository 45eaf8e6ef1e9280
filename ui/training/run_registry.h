// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/ids.h"
#include "ui/widgets/route.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>

class QWidget;

namespace lepton::ui {

/// A version of a model that was made of a run.
struct RunVersion
{
    QString name; ///< "news-topics v7"
    Route route;  ///< where it is shown
};

/// What the page of a run knows of models, which stand above training.
struct RunRegistry
{
    /// Registers the model of the run named so, such as by a dialog over a widget. Empty: there is no such
    /// thing.
    std::function<void(QWidget* over, const QString& run)> registerRun{};
    /// The newest version of a run, nothing where there is none. On a worker. @throw base::Error
    std::function<std::optional<RunVersion>(const train::RunId& run)> versionOf{};
    /// What a version has to reach in a metric ("macro_f1") to go into production; nothing where nobody asks
    /// for it. On a worker. @throw base::Error
    std::function<std::optional<double>(const std::string& metric)> gateOf{};
};

} // namespace lepton::ui
