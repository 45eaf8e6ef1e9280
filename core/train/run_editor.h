// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_service.h"
#include "train/run_entry_store.h"
#include "train/run_store.h"

#include <span>
#include <string>
#include <vector>

namespace lepton::train {

/// Tags to add and to take away, compared by case folding; a tag in both is added.
struct TagChange
{
    std::vector<std::string> add;
    std::vector<std::string> remove;
};

/// What people do with runs that are there: name, tag, trash and restore them, and write notes on them. Each
/// call is one transaction with an event for each run that it changes (run.renamed, run.noted, run.tagged,
/// run.trashed, run.restored); all of the runs change or none. Thread-safe, synchronous.
class RunEditor
{
public:
    RunEditor(store::Workspace& workspace, TrainAccess access);

    /// Gives the run a name of its own beside its number, by the rules for names; several runs may have the
    /// same. An empty one takes the name away. @throw base::Error InvalidArgument, NotFound, NotAllowed
    void rename(const RunId& id, const std::string& title);
    /// The most characters of a note.
    static constexpr std::size_t mostOfNote = 10'000;
    /// Writes @p note on the run in place of the one before, in full in the event; an empty one takes it
    /// away. Blanks and line ends at its end are dropped. @throw base::Error InvalidArgument for a text that
    /// is not UTF-8, too long, or has control characters other than line ends and tabs; NotFound, NotAllowed
    void setNote(const RunId& id, const std::string& note);
    /// @throw base::Error InvalidArgument for what cannot be a tag, NotFound, NotAllowed
    void tag(std::span<const RunId> ids, const TagChange& change);
    /// @throw base::Error Busy for a run that has not ended, NotFound, NotAllowed
    void trash(std::span<const RunId> ids);
    void restore(std::span<const RunId> ids);

private:
    Run found(store::Transaction& transaction, const RunId& id);

    store::Workspace& m_workspace;
    RunStore m_runs;
    RunEntryStore m_entries;
    TrainAccess m_access;
};

} // namespace lepton::train
