// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_comparison.h"
#include "train/run_field.h"

#include <QString>

namespace lepton::ui {

/// What a setting of a recipe is called: "Learning rate" for "learning_rate"; one that is not known by its
/// key.
QString settingTitle(const std::string& key);
/// "Loss, validation" for "validation/loss".
QString metricTitle(const std::string& key);
/// The same of what TrainingText::best() gives; empty where that is nothing.
QString bestTitle(const train::Run& run);
/// What a column that shows a metric or a setting is called.
QString fieldTitle(const train::RunField& field);
/// What a line of a comparison is called.
QString differenceTitle(const train::Difference& difference);
/// Whether the numbers of the runs can be compared, or why not, in the language of the window.
QString comparabilityText(const train::RunComparison& comparison);

} // namespace lepton::ui
