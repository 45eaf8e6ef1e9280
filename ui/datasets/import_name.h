// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lepton::ui {

/// The name of a data set proposed for a file: without its endings, and fit to be a name.
QString datasetNameFor(const QString& fileName);

} // namespace lepton::ui
