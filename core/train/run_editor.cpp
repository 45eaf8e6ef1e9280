// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_editor.h"

#include "base/error.h"
#include "base/text.h"
#include "store/workspace.h"
#include "train/required.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;

/// Tags by the key that tells them apart.
using Tags = std::map<std::string, std::string>;

Tags checkedTags(const std::vector<std::string>& tags)
{
    Tags result;
    for (const std::string& tag : tags) {
        const std::string checked = base::checkedName(tag, "tag");
        result.try_emplace(base::caseFoldKey(checked), checked);
    }
    return result;
}

std::string checkedNote(const std::string& note)
{
    std::string checked = base::toNfc(note);
    std::erase(checked, '\r');
    checked.erase(checked.find_last_not_of(" \t\n") + 1);
    if (const std::size_t count = base::codePointCount(checked); count > RunEditor::mostOfNote)
        throw Error(ErrorCode::InvalidArgument, "The note has " + std::to_string(count) +
                                                    " characters, and at most " +
                                                    std::to_string(RunEditor::mostOfNote) + " are allowed.");
    const auto isControl = [](unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f; };
    if (std::ranges::any_of(checked, isControl))
        throw Error(ErrorCode::InvalidArgument,
                    "The note has a control character. Line ends and tabs are the only ones a note takes.");
    return checked;
}

std::vector<std::string> valuesOf(const Tags& tags)
{
    std::vector<std::string> values;
    std::ranges::transform(tags, std::back_inserter(values), &Tags::value_type::second);
    return values;
}

} // namespace

RunEditor::RunEditor(store::Workspace& workspace, TrainAccess access)
    : m_workspace(workspace)
    , m_runs(workspace)
    , m_access(std::move(access))
{}

Run RunEditor::found(store::Transaction& transaction, const RunId& id)
{
    auto run = m_runs.find(transaction, id);
    if (!run)
        throw goneRun();
    return *std::move(run);
}

void RunEditor::rename(const RunId& id, const std::string& title)
{
    m_access(TrainAction::EditRuns);
    const std::string checked = title.empty() ? title : base::checkedName(title, "run");
    m_workspace.write([&](store::Transaction& transaction) {
        const Run run = found(transaction, id);
        if (run.title == checked)
            return;
        m_entries.setTitle(transaction, run.number, checked);
        transaction.append({"run.renamed",
                            id.toString(),
                            {{"run", run.name()}, {"name", checked}, {"name_before", run.title}}});
    });
}

void RunEditor::setNote(const RunId& id, const std::string& note)
{
    m_access(TrainAction::EditRuns);
    const std::string checked = checkedNote(note);
    m_workspace.write([&](store::Transaction& transaction) {
        const Run run = found(transaction, id);
        if (run.note == checked)
            return;
        m_entries.setNote(transaction, run.number, checked);
        transaction.append({"run.noted",
                            id.toString(),
                            {{"run", run.name()}, {"note", checked}, {"note_before", run.note}}});
    });
}

void RunEditor::tag(std::span<const RunId> ids, const TagChange& change)
{
    m_access(TrainAction::EditRuns);
    const Tags add = checkedTags(change.add);
    Tags remove = checkedTags(change.remove);
    std::erase_if(remove, [&add](const auto& tag) { return add.contains(tag.first); });
    m_workspace.write([&](store::Transaction& transaction) {
        for (const RunId& id : ids) {
            const Run run = found(transaction, id);
            Tags tags = checkedTags(run.tags);
            Tags added, removed;
            for (const auto& tag : add) {
                if (tags.insert(tag).second)
                    added.insert(tag);
            }
            for (const auto& tag : remove) {
                if (const auto gone = tags.extract(tag.first))
                    removed.emplace(gone.key(), gone.mapped());
            }
            if (added.empty() && removed.empty())
                continue;
            m_entries.setTags(transaction, run.number, valuesOf(tags));
            transaction.append(
                {"run.tagged",
                 id.toString(),
                 {{"run", run.name()}, {"added", valuesOf(added)}, {"removed", valuesOf(removed)}}});
        }
    });
}

void RunEditor::trash(std::span<const RunId> ids)
{
    m_access(TrainAction::EditRuns);
    m_workspace.write([&](store::Transaction& transaction) {
        for (const RunId& id : ids) {
            const Run run = found(transaction, id);
            if (!jobs::isFinal(run.state))
                throw Error(ErrorCode::Busy,
                            run.name() + " has not ended. Stop it before it goes to the trash.");
            if (run.trashed)
                continue;
            m_entries.setTrashed(transaction, run.number, transaction.now());
            transaction.append({"run.trashed", id.toString(), {{"run", run.name()}}});
        }
    });
}

void RunEditor::restore(std::span<const RunId> ids)
{
    m_access(TrainAction::EditRuns);
    m_workspace.write([&](store::Transaction& transaction) {
        for (const RunId& id : ids) {
            const Run run = found(transaction, id);
            if (!run.trashed)
                continue;
            m_entries.setTrashed(transaction, run.number, std::nullopt);
            transaction.append({"run.restored", id.toString(), {{"run", run.name()}}});
        }
    });
}

} // namespace lepton::train
