// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"
#include "data/diff.h"
#include "data/exporter.h"
#include "data/table.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace lepton::store {
struct ObjectRef;
}

namespace lepton::data {

/// What to import, from where, and under which name; as JSON the parameters of the job "import".
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

/// What an import came to.
struct ImportOutcome
{
    Dataset dataset;
    DatasetVersion version;
    bool unchanged = false; ///< the newest version holds the same content already; nothing was added
};

/// What someone wants to do with data sets.
enum class DatasetAction
{
    Read,
    Import,
    Edit,
    EmptyTrash
};

/// Refuses what the member who works here may not do. Declared here; app answers it by identity's access
/// decisions.
/// @throw base::Error with ErrorCode::NotAllowed
using DatasetAccess = std::function<void(DatasetAction)>;

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
    /// @p department is that of the member who works here, the default for new data sets; @p access is asked
    /// before anything is changed through the service.
    DatasetService(store::Workspace& workspace, std::string department, DatasetAccess access);

    /// The catalog as it is, for lists and pages.
    DatasetStore& store() noexcept { return m_store; }

    /// The job kind "import": reads the file, keeps it as an object, and records it in one transaction. Of
    /// two that import under one name at once, the second finds the first one's version. Content equal to the
    /// newest version's adds nothing and is no error, whatever else is asked for.
    /// @throw Error with ErrorCode::Exists when the name is taken and newVersion is not set, and what
    /// importFile throws.
    ImportOutcome import(const ImportRequest& request, const base::Cancellation& cancellation,
                         base::Progress& progress);
    /// @throw Error with ErrorCode::NotFound, naming what there is.
    VersionRef resolve(std::string_view nameAndVersion);
    /// The version of this id, with its data set, which may be in the trash; nothing when it is gone.
    std::optional<VersionRef> findVersion(const base::DatasetVersionId& id);
    std::shared_ptr<Table> open(const DatasetVersion& version);

    /// Changes what is set in @p edit and records what was there before. @throw Error with ErrorCode::Exists
    /// when another data set has the new name
    void edit(const base::DatasetId& id, const DatasetEdit& edit);
    /// The same for a person who saw the data set as @p seen: where someone else has changed what @p edit
    /// changes, nothing is written, and the data set as it is now is returned.
    std::optional<Dataset> editSeen(const Dataset& seen, const DatasetEdit& edit);
    void trash(const base::DatasetId& id);
    /// Takes a data set out of the trash, under @p newName where that is given.
    /// @throw Error with ErrorCode::Exists when its name has been taken meanwhile
    void restore(const base::DatasetId& id, const std::string& newName = {});
    /// Removes what is in the trash for good. Returns how many data sets.
    int emptyTrash();

private:
    struct Recorded;
    Recorded record(store::Transaction& transaction, const ImportRequest& request, const ImportedTable& table,
                    const store::ObjectRef& object);
    std::optional<Dataset> write(const base::DatasetId& id, const DatasetEdit& edit, const Dataset* seen);
    Dataset existing(store::Transaction& transaction, const base::DatasetId& id, bool trashed);

    store::Workspace& m_workspace;
    DatasetStore m_store;
    std::string m_department;
    DatasetAccess m_access;

    std::mutex m_tablesMutex;
    std::map<std::string, std::weak_ptr<Table>> m_tables; ///< open ones, by object
};

} // namespace lepton::data
