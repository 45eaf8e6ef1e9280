// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/registry.

#include "base/text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace lepton::registry {

/// Whether @p department is one of @p departments, by case folding; of none at all every one is.
inline bool isOf(const std::string& department, const std::vector<std::string>& departments)
{
    return departments.empty() || std::ranges::any_of(departments, [&](const std::string& one) {
               return base::caseFoldKey(one) == base::caseFoldKey(department);
           });
}

} // namespace lepton::registry
