// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "identity/membership.h"
#include "registry/records.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::registry {
class RegistryState;
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

/// What @p state tells; @p member: the person, none for one who is no member. @p names: of members, by id.
HomePromotions homePromotions(const registry::RegistryState& state, const identity::Member* member,
                              const std::map<std::string, std::string>& names);

} // namespace lepton::ui
