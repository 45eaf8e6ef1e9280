// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace lepton::store {

/// One step of the schema: resources/migrations/NNNN_name.sql.
struct Migration
{
    int version;           ///< 1, 2, 3, ...: PRAGMA user_version after it
    std::string_view name; ///< "0001_store"
    std::string_view sql;
};

/// All steps, oldest first; compiled in.
std::span<const Migration> migrations();

} // namespace lepton::store
