// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace_info.h"

namespace lepton::store {

std::optional<base::Error> WorkspaceInfo::whyNotWrite() const
{
    if (!readOnly)
        return std::nullopt;
    return base::Error(base::ErrorCode::ReadOnly,
                       "You can read the workspace " + folder.string() +
                           " but not change it: its folder is write-protected for you. Ask its "
                           "owner for the right to write.");
}

} // namespace lepton::store
