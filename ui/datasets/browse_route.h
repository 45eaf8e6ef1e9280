// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/dataset_filter_model.h"
#include "ui/widgets/route.h"

namespace lepton::ui {

/// The facets that a route to the data sets asks for; words that are none are left out.
DatasetFacets facetsOf(const Route& route);
/// Writes @p facets into the query of @p route, for facetsOf().
void putFacets(Route& route, const DatasetFacets& facets);

} // namespace lepton::ui
