// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_comparability.h"

#include "train/words.h"

#include <fmt/format.h>

#include <optional>

namespace lepton::train {
namespace {

/// What run.data holds under @p group and the name of @p part.
template <class Value>
std::optional<Value> factOf(const Run& run, const char* group, Part part)
{
    const auto found = run.data.find(group);
    if (found == run.data.end() || !found->is_object())
        return std::nullopt;
    const auto value = found->find(std::string(partName(part)));
    return value == found->end() ? std::nullopt : std::optional(value->get<Value>());
}

bool isSameSplit(const Recipe& one, const Recipe& other)
{
    if (!one.splitColumn.empty() || !other.splitColumn.empty())
        return one.splitColumn == other.splitColumn;
    return one.splitTrain == other.splitTrain && one.splitValidation == other.splitValidation &&
           one.splitTest == other.splitTest;
}

/// Of what parts the rows, the first thing that differs; nothing when all is equal.
std::optional<ComparableCause> unlikeSettings(const Run& one, const Run& other)
{
    if (one.datasetHash != other.datasetHash)
        return ComparableCause::OtherData;
    if (one.recipe.textColumn != other.recipe.textColumn ||
        one.recipe.labelColumn != other.recipe.labelColumn)
        return ComparableCause::OtherColumns;
    if (!isSameSplit(one.recipe, other.recipe))
        return ComparableCause::OtherSplit;
    if (one.recipe.splitColumn.empty() && one.recipe.seed != other.recipe.seed)
        return ComparableCause::OtherSeed;
    return std::nullopt;
}

bool isSameProgram(const Run& one, const Run& other)
{
    const auto version = [](const Run& run) {
        return run.environment.is_object() ? run.environment.value("program", "") : std::string();
    };
    return version(one) == version(other);
}

ComparableCause compare(const Run& first, const Run& other, Part part)
{
    if (other.data.is_null())
        return ComparableCause::NothingRead;
    if (first.data.value("classes", nlohmann::json()) != other.data.value("classes", nlohmann::json()))
        return ComparableCause::OtherClasses;
    const auto unlike = unlikeSettings(first, other);
    const auto hash = factOf<std::string>(first, "part_hashes", part);
    const auto otherHash = factOf<std::string>(other, "part_hashes", part);
    if (hash && otherHash)
        return *hash == *otherHash ? ComparableCause::SameRows : unlike.value_or(ComparableCause::OtherRows);
    if (!unlike && isSameProgram(first, other))
        return ComparableCause::SameRows;
    const auto rows = factOf<std::int64_t>(first, "rows", part);
    const auto otherRows = factOf<std::int64_t>(other, "rows", part);
    if (rows && otherRows && *rows != *otherRows)
        return unlike.value_or(ComparableCause::OtherRows);
    return ComparableCause::NothingRecorded;
}

/// Why the test rows of @p other are not those of @p first.
std::string reason(const Run& first, const Run& other, ComparableCause cause)
{
    switch (cause) {
    case ComparableCause::OtherClasses:
        return fmt::format("{} has other classes", other.name());
    case ComparableCause::OtherData:
        return fmt::format("{} was tested on rows of {} v{}, {} on rows of {} v{}", first.name(),
                           first.datasetName, first.datasetNumber, other.name(), other.datasetName,
                           other.datasetNumber);
    case ComparableCause::OtherColumns:
        return fmt::format("{} reads other columns, so its test rows are others", other.name());
    case ComparableCause::OtherSplit:
        return fmt::format("the rows of {} are split differently, so its test rows are others", other.name());
    case ComparableCause::OtherSeed:
        return fmt::format("another seed split the rows of {}, so its test rows are others", other.name());
    default:
        return fmt::format("the test rows of {} are others", other.name());
    }
}

} // namespace

Comparability comparability(std::span<const Run> runs, Part part)
{
    Comparability result;
    if (runs.empty())
        return result;
    if (runs.front().data.is_null())
        return {ComparableCause::NothingRead, 0, 0};
    for (std::size_t i = 1; i < runs.size(); ++i) {
        const ComparableCause cause = compare(runs.front(), runs[i], part);
        if (cause == ComparableCause::SameRows)
            continue;
        // What is known to differ is worth more than what is not known.
        const Comparability found{cause, i, 0};
        if (found.isKnown())
            return found;
        if (result.isYes())
            result = found;
    }
    if (result.isYes())
        result.rows = factOf<std::int64_t>(runs.front(), "rows", part).value_or(0);
    return result;
}

std::string comparabilitySentence(std::span<const Run> runs)
{
    const Comparability test = comparability(runs, Part::Test);
    const Run& other = runs[test.run];
    switch (test.cause) {
    case ComparableCause::SameRows: {
        std::string sentence =
            fmt::format("{} have the same {}, so the numbers can be compared.",
                        runs.size() == 2 ? std::string("Both runs") : fmt::format("All {} runs", runs.size()),
                        counted(test.rows, "test row"));
        if (!comparability(runs, Part::Validation).isYes())
            sentence += " Their validation rows are not the same: compare the test scores alone.";
        return sentence;
    }
    case ComparableCause::NothingRead:
        return fmt::format(
            "{} has not read its data yet, so it is not known whether the numbers can be compared.",
            other.name());
    case ComparableCause::NothingRecorded:
        return fmt::format(
            "{} is from before test rows were recorded, so it is not known whether the numbers "
            "can be compared.",
            other.name());
    default:
        return fmt::format("The numbers of {} and {} cannot be compared: {}.", runs.front().name(),
                           other.name(), reason(runs.front(), other, test.cause));
    }
}

} // namespace lepton::train
