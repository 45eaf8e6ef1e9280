// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "registry/records.h"

#include <optional>
#include <string>
#include <vector>

namespace lepton::registry {
class Ledger;
}

namespace lepton::ui {

/// A promotion as Home tells of it.
struct HomePromotion
{
    std::string name; ///< "P-3"
    std::string model;
    int version = 0;
    registry::Stage target = registry::Stage::Production;
    bool rollback = false;
    std::string reason;
    std::string requester; ///< name
    base::UtcTime asked, decided;
    registry::PromotionState state = registry::PromotionState::Waiting;
    int approvals = 0, needed = 0;
    std::vector<std::string> approvedBy;      ///< names
    std::optional<registry::Gate> failedGate; ///< the first one; nothing: all passed
    std::string rejectedBy, comment;          ///< of a rejected one
};

/// Promotions that concern a person.
struct HomePromotions
{
    std::vector<HomePromotion> toReview; ///< which the person may decide on, newest first
    std::vector<HomePromotion> mine;     ///< own requests that wait, newest first
    std::vector<HomePromotion> answered; ///< own requests that others decided, last decided first; a few
    std::vector<HomePromotion> decided;  ///< anybody's, last decided first; a few
};

/// What the proven log tells the person @p me, who is no member where it is unset. Names are those of the
/// log, too: the tables may be anybody's.
HomePromotions homePromotions(const registry::Ledger& ledger, const std::optional<base::MemberId>& me);

} // namespace lepton::ui
