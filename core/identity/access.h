// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace lepton::identity {

/// What a member is in the workspace; mayDo() says which rights that gives.
enum class Role
{
    Analyst,
    Engineer,
    Reviewer,
    Admin
};
using Roles = std::set<Role>;

/// The word that stands in the catalog and on the command line: "analyst", "engineer", "reviewer", "admin".
std::string_view roleName(Role role) noexcept;
/// @throw Error InvalidArgument with a sentence that lists the roles
Role parseRole(std::string_view name);

/// What somebody may be allowed to do.
enum class Right
{
    Read,
    Comment,
    Predict,
    Import, ///< also change and trash data sets
    Train,
    EditRuns, ///< name, tag, trash and restore runs
    Register,
    RequestPromotion,
    Review,     ///< approve and reject; never an own request
    EmptyTrash, ///< remove data sets for good
    ManageMembers,
    ManageStandards,
    Acknowledge, ///< take note of refused events in the audit log
};

/// The one place that says which role may do what.
bool mayDo(const Roles& roles, Right right) noexcept;

/// The right that the author of an event of this kind must have had at its place in the chain; nothing where
/// none is asked for, or where the state decides, as for the move at the end of a promotion.
std::optional<Right> rightOfEvent(std::string_view kind) noexcept;

/// @throw Error NotAllowed (for Right::Review NotReviewer) with a sentence that says which role it takes
void requireRight(const Roles& roles, Right right);

} // namespace lepton::identity
