// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"
#include "data/diff.h"
#include "data/exporter.h"
#include "data/table.h"

#include <filesystem>
#include <memory>
#include <string>

namespace lepton::data {

struct ImportRequest
{
    std::filesystem::path file;
    std::string name;       ///< of the data set
    std::string department; ///< empty: the member's
    std::optional<Sensitivity> sensitivity;
    std::string description;
    std::vector<std::string> tags;
    std::string note;        ///< of the version
    bool newVersion = false; ///< allow other content under an existing name
    ReadOptions options;
};
void to_json(nlohmann::json& json, const ImportRequest& request);
void from_json(const nlohmann::json& json, ImportRequest& request);

struct ImportOutcome
{
    Dataset dataset;
    DatasetVersion version;
    bool unchanged = false; ///< the newest version holds the same content already; nothing was added
};

/// A data set and one of its versions, as "name" (newest) or "name@3" says.
struct VersionRef
{
    Dataset dataset;
    DatasetVersion version;
};

/// What can be done with data sets; every change is one transaction with its event. Thread-safe, synchronous.
class DatasetService
{
public:
    /// @p department is that of the member who works here, the default for new data sets.
    DatasetService(store::Workspace& workspace, std::string department);

    DatasetStore& store() noexcept { return m_store; }

    /// The job kind "import". @throw Error with ErrorCode::Exists when the name is taken and newVersion is
    /// not set.
    ImportOutcome import(const ImportRequest& request, const base::Cancellation& cancellation,
                         base::Progress& progress);
    /// @throw Error with ErrorCode::NotFound, naming what there is.
    VersionRef resolve(std::string_view nameAndVersion);
    std::shared_ptr<Table> open(const DatasetVersion& version);

    void edit(const base::DatasetId& id, const DatasetEdit& edit);
    void trash(const base::DatasetId& id);
    void restore(const base::DatasetId& id);
    /// Removes what is in the trash for good. Returns how many data sets.
    int emptyTrash();

private:
    store::Workspace& m_workspace;
    DatasetStore m_store;
    std::string m_department;
};

} // namespace lepton::data
