// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/id.h"

#include <filesystem>
#include <optional>
#include <string>

namespace lepton::store {

/// How the catalog keeps its journal; a property of the workspace, not of who opens it.
enum class JournalMode
{
    Local, ///< WAL, synchronous=FULL: one machine
    Shared ///< DELETE, synchronous=EXTRA: a folder on a share
};

/// What a workspace says of itself, as it was when it was opened.
struct WorkspaceInfo
{
    base::WorkspaceId id;
    std::string name;
    JournalMode journalMode = JournalMode::Local;
    base::UtcTime created;
    int schemaVersion = 0;
    std::filesystem::path folder; ///< absolute, normal
    bool readOnly = false;        ///< this user can read the folder but not write to it: write() is refused

    /// Why write() is refused; nothing: it is not.
    std::optional<base::Error> whyNotWrite() const;
};

} // namespace lepton::store
