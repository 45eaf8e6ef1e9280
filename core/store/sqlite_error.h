// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <filesystem>

namespace SQLite {
class Database;
class Exception;
} // namespace SQLite

namespace lepton::store {

/// Whether somebody else's lock is the reason, so that it helps to try again.
bool isBusy(const SQLite::Exception& error) noexcept;
/// The file is damaged, or is no catalog.
bool isDamage(const SQLite::Exception& error) noexcept;

/// The Error for what SQLite says about the catalog in @p folder. @p database, where given, still knows the
/// errno of the failure: call before any other use of the connection.
base::Error errorFromSqlite(const SQLite::Exception& error, const std::filesystem::path& folder,
                            const SQLite::Database* database = nullptr);

} // namespace lepton::store
