// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <string>

namespace lepton::identity {

/// Of somebody who has no key in this workspace.
base::Error notAMember();
base::Error revokedKey();
base::Error lockedKey();
/// Of a log that proves nothing any more. @p what: a sentence.
base::Error damagedLog(const std::string& what);

} // namespace lepton::identity
