// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/notice.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::data {
class Table;
}

namespace lepton::train {

/// Which columns a training reads.
struct TrainingColumns
{
    std::string text;
    std::string label;
    std::string split; ///< empty: none
};

/// The rows of a table that a training can use: those with a text that is not blank and a label.
struct TrainingData
{
    std::vector<std::string> classes;     ///< that occur, sorted by code point
    std::vector<std::string> texts;       ///< one a row
    std::vector<std::int32_t> labels;     ///< position in classes, one a row
    std::vector<std::int64_t> rows;       ///< from 0 in the table, ascending
    std::vector<std::string> splitValues; ///< of the split column, one a row; empty without one

    std::int64_t tableRows = 0;
    std::int64_t missingTexts = 0;  ///< rows left out for it, empty and blank texts included
    std::int64_t missingLabels = 0; ///< rows left out for it alone
    std::vector<Notice> notices;    ///< of what was left out

    std::size_t size() const noexcept { return texts.size(); }
    std::vector<std::int64_t> classCounts() const; ///< rows of each class
};

/// Reads the columns page by page, as progress in the phase "reading". Holds the texts that it gives in
/// memory, and of the table no more than a page. Labels are text, whole numbers or true/false, as
/// data::formatCell writes them.
/// @throw base::Error UnknownColumn (with the nearest one); UnsuitableData for a column of another type, the
/// same column twice, or no row that can be used; or on cancellation
TrainingData readTrainingData(data::Table& table, const TrainingColumns& columns,
                              const base::Cancellation& cancellation, base::Progress& progress);

/// Where there are more texts, what is told of their tokens before a training is that of an even sample of so
/// many.
inline constexpr std::int64_t mostSampledTexts = 50'000;

/// The classes that differ from each other only by case, by blanks or in how their characters are composed;
/// each group has at least two.
std::vector<std::vector<std::string>> similarLabels(const std::vector<std::string>& classes);

} // namespace lepton::train
