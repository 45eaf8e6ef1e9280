// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/access.h"

#include "base/error.h"
#include "base/nearest_name.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace lepton::identity {
namespace {

constexpr std::array allRoles = {Role::Analyst, Role::Engineer, Role::Reviewer, Role::Admin};

/// By the beginning of an event's kind; the first that fits counts. Events that tell of long work (imports,
/// trainings) are not here: the right is asked for when the work begins, and may be gone when it ends.
constexpr std::array<std::pair<std::string_view, Right>, 10> eventRights{{
    {"member.", Right::ManageMembers},
    {"role.", Right::ManageMembers},
    {"standard.", Right::ManageStandards},
    {"model.", Right::Register},
    {"promotion.requested", Right::RequestPromotion},
    {"promotion.withdrawn", Right::RequestPromotion},
    {"promotion.approved", Right::Review},
    {"promotion.rejected", Right::Review},
    {"prediction.", Right::Predict},
    {"audit.acknowledged", Right::Acknowledge},
}};

bool allows(Role role, Right right) noexcept
{
    switch (right) {
    case Right::Read:
    case Right::Comment:
    case Right::Predict:
        return true;
    case Right::Import:
    case Right::Train:
    case Right::EditRuns:
    case Right::Register:
    case Right::RequestPromotion:
        return role == Role::Engineer || role == Role::Admin;
    case Right::Review:
        return role == Role::Reviewer || role == Role::Admin;
    case Right::EmptyTrash:
    case Right::ManageMembers:
    case Right::ManageStandards:
    case Right::Acknowledge:
        return role == Role::Admin;
    }
    return false;
}

std::string_view whatFor(Right right) noexcept
{
    switch (right) {
    case Right::Read:
        return "read this workspace";
    case Right::Comment:
        return "comment";
    case Right::Predict:
        return "use models";
    case Right::Import:
        return "import or change data sets";
    case Right::Train:
        return "train models";
    case Right::EditRuns:
        return "name, tag or trash runs";
    case Right::Register:
        return "register models";
    case Right::RequestPromotion:
        return "ask for a promotion";
    case Right::Review:
        return "approve or reject";
    case Right::EmptyTrash:
        return "empty the trash";
    case Right::ManageMembers:
        return "add or change members";
    case Right::ManageStandards:
        return "publish standards";
    case Right::Acknowledge:
        return "acknowledge refused events";
    }
    return "do this";
}

} // namespace

std::string_view roleName(Role role) noexcept
{
    switch (role) {
    case Role::Analyst:
        return "analyst";
    case Role::Engineer:
        return "engineer";
    case Role::Reviewer:
        return "reviewer";
    case Role::Admin:
        return "admin";
    }
    return "analyst";
}

Role parseRole(std::string_view name)
{
    const auto found = std::ranges::find(allRoles, name, roleName);
    if (found != allRoles.end())
        return *found;
    std::vector<std::string> names;
    for (const Role role : allRoles)
        names.emplace_back(roleName(role));
    throw base::Error(
        base::ErrorCode::InvalidArgument,
        "There is no role " + std::string(name) + ". " +
            base::didYouMean(name, names).value_or("Use analyst, engineer, reviewer or admin."));
}

bool mayDo(const Roles& roles, Right right) noexcept
{
    return std::ranges::any_of(roles, [right](Role role) { return allows(role, right); });
}

std::optional<Right> rightOfEvent(std::string_view kind) noexcept
{
    for (const auto& [begin, right] : eventRights) {
        if (kind.starts_with(begin))
            return right;
    }
    return std::nullopt;
}

void requireRight(const Roles& roles, Right right)
{
    if (mayDo(roles, right))
        return;
    std::string enough;
    for (const Role role : allRoles) {
        if (allows(role, right))
            enough += (enough.empty() ? "" : " or ") + std::string(roleName(role));
    }
    throw base::Error(right == Right::Review ? base::ErrorCode::NotReviewer : base::ErrorCode::NotAllowed,
                      "To " + std::string(whatFor(right)) + " takes the role " + enough +
                          ", which you do not have here. Ask an admin of the workspace for it.");
}

} // namespace lepton::identity
