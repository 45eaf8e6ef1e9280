// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/dataset_store.h"

#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace lepton::data {

/// The catalog's tables of versions and their columns. For one thread, within one read or transaction.
class DatasetVersionStore
{
public:
    explicit DatasetVersionStore(SQLite::Database& database)
        : m_database(database)
    {}

    std::vector<DatasetVersion> all(const base::DatasetId& dataset); ///< newest first
    std::vector<base::DatasetVersionId> ids(const base::DatasetId& dataset);
    std::optional<DatasetVersion> find(const base::DatasetVersionId& id);
    std::optional<DatasetVersion> find(const base::DatasetId& dataset, int number);
    /// Empty where there is no such version.
    std::string contentHash(const base::DatasetId& dataset, int number);
    /// Of the columns of a version. @throw base::Error Damaged
    TableProfile profile(const base::DatasetVersionId& id);

    void insert(const DatasetVersion& version, const TableProfile& profile);

private:
    void insertColumns(const DatasetVersion& version, const TableProfile& profile);

    SQLite::Database& m_database;
};

} // namespace lepton::data
