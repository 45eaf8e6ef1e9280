// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_store.h"
#include "train/split.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace lepton::train {

/// Why scores of runs can, cannot, or may not be compared.
enum class ComparableCause
{
    SameRows,       ///< they can: of every run, the part is the same rows with the same labels
    OtherClasses,   ///< averages over classes run over other classes
    OtherData,      ///< the part is other rows, from another data set or version
    OtherColumns,   ///< the part is other rows, since text or label come from another column
    OtherSplit,     ///< the part is other rows, parted by other shares or another column
    OtherSeed,      ///< the part is other rows, since the seed parts them, too
    OtherRows,      ///< the part is other rows though nothing above differs: another version of the program
    NothingRead,    ///< not known: a run has not read its data yet
    NothingRecorded ///< not known: a run is from before rows were recorded, and its settings differ
};

/// Whether scores on one part of the data can be compared over runs.
struct Comparability
{
    ComparableCause cause = ComparableCause::SameRows;
    std::size_t run = 0;   ///< the position of the first run that is unlike the first one, or not known
    std::int64_t rows = 0; ///< of the part; 0 where it is not the same of all

    bool isYes() const noexcept { return cause == ComparableCause::SameRows; }
    bool isKnown() const noexcept
    {
        return cause != ComparableCause::NothingRead && cause != ComparableCause::NothingRecorded;
    }
};

/// Compares each run with the first. Rows are the same when their recorded hash (see partHash()) is; where a
/// run is from before that was recorded, when everything that parts the rows is equal, the program's version
/// too.
Comparability comparability(std::span<const Run> runs, Part part);

/// A sentence for a person on the test scores of @p runs, with what holds of the validation part where that
/// differs.
std::string comparabilitySentence(std::span<const Run> runs);

} // namespace lepton::train
