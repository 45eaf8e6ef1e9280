// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/audit.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lepton::identity {

/// A refused event that somebody has taken note of.
struct Acknowledged
{
    std::int64_t event = 0; ///< seq
    std::string hash;
};

/// What an event of the kind audit.acknowledged names; nothing for others.
std::vector<Acknowledged> acknowledgedBy(const store::RawEvent& event);

/// Signs that the refused events @p events, which @p result tells of, are known: the audit lists them apart
/// from then on. They stay refused. What somebody wrote who had no right to it would else be a problem for
/// ever, since nothing is taken out of the log. @throw base::Error NotAllowed for who is no admin, OwnRequest
/// for an event of one's own, NotFound for an event that is not refused
void acknowledge(store::Workspace& workspace, const AuditResult& result,
                 const std::vector<std::int64_t>& events, const std::string& reason);

} // namespace lepton::identity
