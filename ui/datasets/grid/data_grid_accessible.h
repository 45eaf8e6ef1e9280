// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lepton::ui {

/// Has screen readers see a DataGrid as a table whose cells can be read. Does nothing from the second call
/// on.
void installGridAccessibility();

} // namespace lepton::ui
