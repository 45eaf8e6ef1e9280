// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lepton::store {

class Workspace;

/// What SQLite says of a catalog.
struct CatalogHealth
{
    std::string sqliteVersion;
    std::string journal;      ///< "wal" or "delete": what the file has, whatever the catalog says
    std::int64_t bytes = 0;   ///< of catalog.db without its side files
    std::int64_t objects = 0; ///< that rows name
    std::int64_t objectBytes = 0;
    std::vector<std::string> problems; ///< of PRAGMA integrity_check and foreign_key_check; empty when sound
};

/// Examines the whole catalog; takes time with its size. @throw base::Error when it cannot be read at all
CatalogHealth examineCatalog(Workspace& workspace);

} // namespace lepton::store
