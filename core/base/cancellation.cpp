// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"

#include "base/error.h"

namespace lepton::base {

void Cancellation::throwIfRequested() const
{
    if (requested())
        throw Error(ErrorCode::Cancelled, "Cancelled. Nothing was saved.");
}

} // namespace lepton::base
