// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "data/importer.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lepton::store {
class Transaction;
class Workspace;
} // namespace lepton::store

namespace lepton::data {

/// A label in this release: nothing is withheld by it yet.
enum class Sensitivity
{
    Public,
    Internal,
    Confidential,
    Restricted
};
std::string_view sensitivityName(Sensitivity sensitivity) noexcept;
std::optional<Sensitivity> sensitivityFromName(std::string_view name) noexcept;

/// What a data set mostly holds; decides its icon.
enum class DatasetKind
{
    Table,
    Text
};
/// Text when a column holds mostly different and long texts.
DatasetKind kindOf(const Schema& schema, const TableProfile& profile) noexcept;

/// One data set with the facts of its newest version.
struct Dataset
{
    base::DatasetId id;
    std::string name;
    std::string department;
    Sensitivity sensitivity = Sensitivity::Internal;
    std::string description;
    std::vector<std::string> tags;
    base::MemberId owner;
    std::string ownerName;
    base::UtcTime created;
    base::UtcTime updated;
    std::optional<base::UtcTime> trashed;
    DatasetKind kind = DatasetKind::Table;
    int latestVersion = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t bytes = 0;
    std::int64_t missingCells = 0;
};

/// Where a version came from.
struct Provenance
{
    std::string fileName; ///< without folders
    std::int64_t fileBytes = 0;
    std::string fileHash;
    ReadOptions options; ///< as stated
    Detected detected;   ///< as found
    std::optional<CsvStyle> csvStyle;
    std::int64_t skippedRowCount = 0;
    std::vector<BadRow> skippedRows;
    std::vector<Notice> notices;
};

void to_json(nlohmann::json& json, const Provenance& provenance);
void from_json(const nlohmann::json& json, Provenance& provenance);

/// One immutable version of a data set.
struct DatasetVersion
{
    base::DatasetVersionId id;
    base::DatasetId dataset;
    int number = 0;
    Schema schema;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    std::string contentHash;
    std::string objectHash;
    std::string note;
    Provenance provenance;
    base::MemberId author;
    std::string authorName;
    base::UtcTime created;
};

/// Which data sets to list; what is empty limits nothing.
struct DatasetQuery
{
    std::string search; ///< in name, description, tags and column names, by case folding
    std::vector<std::string> departments;
    std::vector<Sensitivity> sensitivities;
    std::vector<std::string> tags;
    bool trashed = false; ///< what is in the trash instead
};

/// What can be edited; unset members stay.
struct DatasetEdit
{
    std::optional<std::string> name;
    std::optional<std::string> description;
    std::optional<std::vector<std::string>> tags;
    std::optional<Sensitivity> sensitivity;
    std::optional<std::string> department;
};

/// The catalog's tables of data sets. Synchronous; thread-safe as the workspace is.
class DatasetStore
{
public:
    explicit DatasetStore(store::Workspace& workspace);

    /// By name, those in the trash by when they were put there, newest first.
    std::vector<Dataset> list(const DatasetQuery& query = {});
    std::optional<Dataset> find(const base::DatasetId& id);
    /// By name, case folded; trashed ones are not found.
    std::optional<Dataset> findByName(std::string_view name);
    std::vector<DatasetVersion> versions(const base::DatasetId& id); ///< newest first
    std::optional<DatasetVersion> version(const base::DatasetId& id, int number);
    std::optional<DatasetVersion> version(const base::DatasetVersionId& id);
    TableProfile profile(const base::DatasetVersionId& version);
    /// Of the data sets that are not in the trash, without repeats, by name.
    std::vector<std::string> departments();
    std::vector<std::string> tags();

    /// As the other functions of these names, but as the transaction sees them.
    std::optional<Dataset> find(store::Transaction& transaction, const base::DatasetId& id);
    std::optional<Dataset> findByName(store::Transaction& transaction, std::string_view name);
    std::string contentHash(store::Transaction& transaction, const base::DatasetId& id, int number);
    std::vector<base::DatasetVersionId> versionIds(store::Transaction& transaction,
                                                   const base::DatasetId& id);

    /// Adds a data set without a version.
    void insertDataset(store::Transaction& transaction, const Dataset& dataset);
    /// Adds @p version as the newest (the caller read the latest number in the same transaction) and brings
    /// the facts of the data set up to date.
    void insertVersion(store::Transaction& transaction, const DatasetVersion& version,
                       const TableProfile& profile);
    void update(store::Transaction& transaction, const base::DatasetId& id, const DatasetEdit& edit);
    void setTrashed(store::Transaction& transaction, const base::DatasetId& id, bool trashed);
    /// Removes a trashed data set for good.
    void remove(store::Transaction& transaction, const base::DatasetId& id);

private:
    store::Workspace& m_workspace;
};

} // namespace lepton::data
