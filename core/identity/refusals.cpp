// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/refusals.h"

namespace lepton::identity {

using base::ErrorCode;

base::Error notAMember()
{
    return {ErrorCode::NoMember, "Only a member of the workspace can do this. Ask an admin to enrol you."};
}

base::Error revokedKey()
{
    return {ErrorCode::RevokedKey,
            "Your key for this workspace was revoked. Ask an admin of it for a new one."};
}

base::Error lockedKey()
{
    return {ErrorCode::KeyLocked, "Your key for this workspace is locked with a passphrase. Give the "
                                  "passphrase, or set LEPTON_PASSPHRASE, and try again."};
}

base::Error damagedLog(const std::string& what)
{
    return {ErrorCode::Damaged, "Nothing can be decided in this workspace: " + what +
                                    " Run lepton audit verify to see all that is wrong."};
}

} // namespace lepton::identity
