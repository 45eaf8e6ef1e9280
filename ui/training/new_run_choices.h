// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;

namespace lepton::ui {

class NewRunViewModel;

// What the lists of the New run page offer, and what stands under them. Each fills the list where it differs
// and chooses what the view-model has chosen.

void fillDatasets(QComboBox& combo, const NewRunViewModel& viewModel);
void fillVersions(QComboBox& combo, const NewRunViewModel& viewModel);
void fillTextColumns(QComboBox& combo, const NewRunViewModel& viewModel);
void fillLabelColumns(QComboBox& combo, const NewRunViewModel& viewModel);
void fillSplit(QComboBox& combo, const NewRunViewModel& viewModel);

QString datasetHint(const NewRunViewModel& viewModel); ///< "27,481 rows"
QString textHint(const NewRunViewModel& viewModel);    ///< "median length 64 characters"
QString labelHint(const NewRunViewModel& viewModel);   ///< "3 classes"

} // namespace lepton::ui
