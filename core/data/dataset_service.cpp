// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/dataset_service.h"

#include "base/cancellation.h"
#include "base/nearest_name.h"
#include "base/progress.h"
#include "base/text.h"
#include "data/dataset_changes.h"
#include "store/workspace.h"

#include <charconv>
#include <utility>

namespace lepton::data {
namespace {

/// A sentence names so many data sets and leaves the others out.
constexpr std::size_t namesInSentence = 5;

base::Error nameTaken(const std::string& name)
{
    return {base::ErrorCode::Exists,
            "There is already a data set called \"" + name +
                "\" with other content. Choose another name, or add this as a new version "
                "of it."};
}

/// What @p name may have been meant to be, or else which data sets there are.
std::string whatThereIs(const std::string& name, const std::vector<Dataset>& all)
{
    if (all.empty())
        return "There are no data sets yet.";
    std::vector<std::string> names;
    for (const Dataset& dataset : all)
        names.push_back(dataset.name);
    if (const auto nearest = base::didYouMean(name, names))
        return *nearest;
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < namesInSentence; ++i)
        list += (i ? ", " : "") + names[i];
    if (names.size() > namesInSentence)
        list += " and " + std::to_string(names.size() - namesInSentence) + " more";
    return "There are: " + list + ".";
}

/// What an import asks for beyond the rows, as far as it is stated.
DatasetEdit statedFacts(const ImportRequest& request)
{
    DatasetEdit edit;
    edit.sensitivity = request.sensitivity;
    if (!request.department.empty())
        edit.department = request.department;
    if (!request.description.empty())
        edit.description = request.description;
    if (!request.tags.empty())
        edit.tags = request.tags;
    return checkedEdit(std::move(edit));
}

/// A file name for the catalog: any bytes that are not UTF-8 become the replacement character.
std::string shownFileName(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    std::string shown;
    std::string_view rest = name;
    while (const auto bad = base::firstInvalidUtf8(rest)) {
        shown += rest.substr(0, *bad);
        shown += "\xEF\xBF\xBD";
        rest.remove_prefix(*bad + 1);
    }
    return shown.append(rest);
}

Provenance provenanceOf(const ImportRequest& request, const ImportedTable& table)
{
    Provenance provenance;
    provenance.fileName = shownFileName(request.file);
    provenance.fileBytes = table.fileBytes;
    provenance.fileHash = table.fileHash;
    provenance.options = request.options;
    provenance.detected = table.detected;
    provenance.csvStyle = table.csvStyle;
    provenance.skippedRowCount = table.skippedRowCount;
    provenance.skippedRows = table.skippedRows;
    provenance.notices = table.notices;
    return provenance;
}

/// The version that @p table becomes; its data set and number are not told yet.
DatasetVersion newVersionOf(const ImportRequest& request, const ImportedTable& table,
                            const store::ObjectRef& object)
{
    DatasetVersion version;
    version.id = base::DatasetVersionId::generate();
    version.schema = table.schema;
    version.rows = table.rows;
    version.bytes = object.bytes;
    version.contentHash = table.contentHash;
    version.objectHash = object.hash;
    version.note = request.note;
    version.provenance = provenanceOf(request, table);
    return version;
}

/// What the event of an import says. @p changes: of the facts of a data set that was there.
nlohmann::json importedJson(const Dataset& dataset, const DatasetVersion& version, nlohmann::json changes)
{
    nlohmann::json detail{{"name", dataset.name},
                          {"version", version.number},
                          {"version_id", version.id.toString()},
                          {"content_hash", version.contentHash},
                          {"object_hash", version.objectHash},
                          {"rows", version.rows},
                          {"columns", version.schema.size()},
                          {"skipped_rows", version.provenance.skippedRowCount},
                          {"file", version.provenance.fileName},
                          {"file_hash", version.provenance.fileHash},
                          {"file_bytes", version.provenance.fileBytes}};
    if (version.number == 1) {
        detail["department"] = dataset.department;
        detail["sensitivity"] = sensitivityName(dataset.sensitivity);
    }
    if (!version.note.empty())
        detail["note"] = version.note;
    if (!changes.empty())
        detail["changes"] = std::move(changes);
    return detail;
}

} // namespace

/// What a transaction of an import came to.
struct DatasetService::Recorded
{
    base::DatasetId dataset;
    int version = 0;
    bool unchanged = false;
};

DatasetService::DatasetService(store::Workspace& workspace, std::string department, DatasetAccess access)
    : m_workspace(workspace)
    , m_store(workspace)
    , m_department(std::move(department))
    , m_access(std::move(access))
{}

ImportOutcome DatasetService::import(const ImportRequest& stated, const base::Cancellation& cancellation,
                                     base::Progress& progress)
{
    m_access(DatasetAction::Import);
    if (!m_workspace.signer())
        throw base::Error(base::ErrorCode::NoMember,
                          "Only a member of the workspace can import. Ask an admin to enrol you.");
    ImportRequest request = stated;
    request.name = base::checkedName(stated.name, "data set");
    statedFacts(request); // refuses bad tags before the work, not after it

    store::ObjectDraft draft = m_workspace.objects().newDraft();
    const ImportedTable table =
        importFile(request.file, request.options, draft.path(), cancellation, progress);

    Recorded recorded;
    const std::optional<Dataset> before = m_store.findByName(request.name);
    const std::optional<DatasetVersion> newest =
        before ? m_store.version(before->id, before->latestVersion) : std::nullopt;
    if (newest && newest->contentHash == table.contentHash) {
        recorded = {before->id, newest->number, true};
    } else {
        if (before && !request.newVersion)
            throw nameTaken(before->name);
        progress.begin("saving", 0);
        const store::ObjectRef object = m_workspace.objects().keep(std::move(draft), cancellation);
        cancellation.throwIfRequested();
        m_workspace.write(
            [&](store::Transaction& transaction) { recorded = record(transaction, request, table, object); });
    }

    const auto dataset = m_store.find(recorded.dataset);
    const auto version = m_store.version(recorded.dataset, recorded.version);
    if (!dataset || !version)
        throw base::Error(base::ErrorCode::NotFound,
                          "\"" + request.name +
                              "\" was imported, and has been removed again by someone else.");
    return {*dataset, *version, recorded.unchanged};
}

/// Decides and writes, as the catalog is inside the transaction.
DatasetService::Recorded DatasetService::record(store::Transaction& transaction, const ImportRequest& request,
                                                const ImportedTable& table, const store::ObjectRef& object)
{
    std::optional<Dataset> dataset = m_store.findByName(transaction, request.name);
    if (dataset && m_store.contentHash(transaction, dataset->id, dataset->latestVersion) == table.contentHash)
        return {dataset->id, dataset->latestVersion, true};
    if (dataset && !request.newVersion)
        throw nameTaken(dataset->name);

    DatasetEdit facts = statedFacts(request);
    nlohmann::json changes = nlohmann::json::object();
    const base::MemberId member = m_workspace.signer()->member();
    if (dataset) {
        changes = changesOf(*dataset, facts);
        if (!changes.empty())
            m_store.update(transaction, dataset->id, facts);
    } else {
        dataset.emplace();
        dataset->id = base::DatasetId::generate();
        dataset->name = request.name;
        dataset->department = facts.department.value_or(m_department);
        dataset->sensitivity = facts.sensitivity.value_or(Sensitivity::Internal);
        dataset->description = facts.description.value_or("");
        dataset->tags = facts.tags.value_or(std::vector<std::string>());
        dataset->owner = member;
        dataset->created = dataset->updated = transaction.now();
        m_store.insertDataset(transaction, *dataset);
    }

    DatasetVersion version = newVersionOf(request, table, object);
    version.dataset = dataset->id;
    version.number = dataset->latestVersion + 1;
    version.author = member;
    version.created = transaction.now();
    m_store.insertVersion(transaction, version, table.profile);
    m_workspace.objects().link(transaction, object, version.id.toString());

    transaction.append(
        {"dataset.imported", dataset->id.toString(), importedJson(*dataset, version, std::move(changes))});
    return {dataset->id, version.number, false};
}

VersionRef DatasetService::resolve(std::string_view nameAndVersion)
{
    m_access(DatasetAction::Read);
    const auto at = nameAndVersion.rfind('@');
    const std::string name(nameAndVersion.substr(0, at));
    const auto dataset = m_store.findByName(name);
    if (!dataset) {
        throw base::Error(base::ErrorCode::NotFound, "There is no data set called \"" + name + "\". " +
                                                         whatThereIs(name, m_store.list()));
    }
    int number = dataset->latestVersion;
    if (at != std::string_view::npos) {
        const std::string_view digits = nameAndVersion.substr(at + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
            throw base::Error(base::ErrorCode::InvalidArgument,
                              "\"" + std::string(digits) +
                                  "\" is no version number. Write the data set as \"" + dataset->name + "@" +
                                  std::to_string(dataset->latestVersion) + "\".");
    }
    auto version = m_store.version(dataset->id, number);
    if (!version)
        throw base::Error(base::ErrorCode::NotFound, "\"" + dataset->name + "\" has no version " +
                                                         std::to_string(number) + ". Its newest version is " +
                                                         std::to_string(dataset->latestVersion) + ".");
    return {*dataset, *std::move(version)};
}

std::optional<VersionRef> DatasetService::findVersion(const base::DatasetVersionId& id)
{
    m_access(DatasetAction::Read);
    const auto version = m_store.version(id);
    const auto dataset = version ? m_store.find(version->dataset) : std::nullopt;
    return dataset ? std::optional(VersionRef{*dataset, *version}) : std::nullopt;
}

std::shared_ptr<Table> DatasetService::open(const DatasetVersion& version)
{
    m_access(DatasetAction::Read);
    const std::lock_guard lock(m_tablesMutex);
    std::erase_if(m_tables, [](const auto& entry) { return entry.second.expired(); });
    if (auto table = m_tables[version.objectHash].lock())
        return table;
    auto table = Table::open(m_workspace.objects().path(version.objectHash));
    m_tables[version.objectHash] = table;
    return table;
}

/// The data set, as long as it is where it is expected to be.
Dataset DatasetService::existing(store::Transaction& transaction, const base::DatasetId& id, bool trashed)
{
    auto dataset = m_store.find(transaction, id);
    if (!dataset)
        throw base::Error(base::ErrorCode::NotFound,
                          "The data set is not there any more: it has been removed.");
    if (trashed && !dataset->trashed)
        throw base::Error(base::ErrorCode::NotFound, "\"" + dataset->name + "\" is not in the trash.");
    if (!trashed && dataset->trashed)
        throw base::Error(base::ErrorCode::NotFound,
                          "\"" + dataset->name + "\" is in the trash. Restore it first.");
    return *std::move(dataset);
}

void DatasetService::edit(const base::DatasetId& id, const DatasetEdit& edit)
{
    write(id, edit, nullptr);
}

std::optional<Dataset> DatasetService::editSeen(const Dataset& seen, const DatasetEdit& edit)
{
    return write(seen.id, edit, &seen);
}

std::optional<Dataset> DatasetService::write(const base::DatasetId& id, const DatasetEdit& stated,
                                             const Dataset* seen)
{
    m_access(DatasetAction::Edit);
    const DatasetEdit checked = checkedEdit(stated);
    std::optional<Dataset> changed;
    m_workspace.write([&](store::Transaction& transaction) {
        changed.reset();
        const Dataset dataset = existing(transaction, id, false);
        DatasetEdit edit = checked;
        const nlohmann::json changes = changesOf(dataset, edit);
        if (changes.empty())
            return;
        if (seen && isOverwritten(dataset, *seen, edit)) {
            changed = dataset;
            return;
        }
        if (edit.name) {
            const auto other = m_store.findByName(transaction, *edit.name);
            if (other && other->id != id)
                throw base::Error(base::ErrorCode::Exists, "There is already a data set called \"" +
                                                               other->name + "\". Choose another name.");
        }
        m_store.update(transaction, id, edit);
        transaction.append({"dataset.edited", id.toString(), {{"name", dataset.name}, {"changes", changes}}});
    });
    return changed;
}

void DatasetService::trash(const base::DatasetId& id)
{
    m_access(DatasetAction::Edit);
    m_workspace.write([&](store::Transaction& transaction) {
        const Dataset dataset = existing(transaction, id, false);
        m_store.setTrashed(transaction, id, true);
        transaction.append({"dataset.trashed", id.toString(), {{"name", dataset.name}}});
    });
}

void DatasetService::restore(const base::DatasetId& id, const std::string& newName)
{
    m_access(DatasetAction::Edit);
    const std::string checked = newName.empty() ? std::string() : base::checkedName(newName, "data set");
    m_workspace.write([&](store::Transaction& transaction) {
        const Dataset dataset = existing(transaction, id, true);
        const std::string& name = checked.empty() ? dataset.name : checked;
        if (const auto other = m_store.findByName(transaction, name))
            throw base::Error(base::ErrorCode::Exists,
                              "\"" + dataset.name + "\" cannot come back under the name \"" + name +
                                  "\": another data set has it now. Restore it under another name.");
        if (name != dataset.name) {
            DatasetEdit edit;
            edit.name = name;
            m_store.update(transaction, id, edit);
        }
        m_store.setTrashed(transaction, id, false);
        transaction.append(
            {"dataset.restored", id.toString(), {{"name", name}, {"name_before", dataset.name}}});
    });
}

int DatasetService::emptyTrash()
{
    m_access(DatasetAction::EmptyTrash);
    DatasetQuery trashed;
    trashed.trashed = true;
    int removed = 0;
    for (const Dataset& listed : m_store.list(trashed)) {
        bool done = false;
        m_workspace.write([&](store::Transaction& transaction) {
            done = false;
            const auto dataset = m_store.find(transaction, listed.id);
            if (!dataset || !dataset->trashed)
                return; // restored or removed by someone else meanwhile
            for (const base::DatasetVersionId& version : m_store.versionIds(transaction, listed.id))
                m_workspace.objects().unlink(transaction, version.toString());
            m_store.remove(transaction, listed.id);
            transaction.append({"dataset.removed",
                                listed.id.toString(),
                                {{"name", dataset->name}, {"versions", dataset->latestVersion}}});
            done = true;
        });
        removed += done ? 1 : 0;
    }
    return removed;
}

} // namespace lepton::data
