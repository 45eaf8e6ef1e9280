// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"

#include <functional>

class QScrollBar;

namespace lepton::bench {

/// Calls @p step with 0 to 1 sixty times a second for @p seconds, in a loop of its own.
void animate(double seconds, const std::function<void(double)>& step);
/// Moves @p bar to where it is after @p share of a way there and back with a hand that is not quite steady.
void swing(QScrollBar& bar, double share);
/// The statistics that a grid shows over its columns, of the first rows alone.
data::TableProfile profileOfBeginning(data::Table& table);

} // namespace lepton::bench
