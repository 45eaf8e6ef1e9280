// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/split.h"

#include "base/error.h"
#include "train/recipe.h"
#include "train/split_groups.h"
#include "train/words.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::array<std::pair<std::string_view, Part>, 13> spellings{{{"train", Part::Train},
                                                                       {"training", Part::Train},
                                                                       {"trn", Part::Train},
                                                                       {"validation", Part::Validation},
                                                                       {"validate", Part::Validation},
                                                                       {"valid", Part::Validation},
                                                                       {"val", Part::Validation},
                                                                       {"dev", Part::Validation},
                                                                       {"development", Part::Validation},
                                                                       {"test", Part::Test},
                                                                       {"testing", Part::Test},
                                                                       {"tst", Part::Test},
                                                                       {"holdout", Part::Test}}};

std::optional<Part> partFromText(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return std::nullopt;
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    for (const auto& [spelling, part] : spellings) {
        if (spelling == lower)
            return part;
    }
    return std::nullopt;
}

std::vector<Part> partsByColumn(const TrainingData& data, const std::string& column)
{
    std::vector<Part> parts;
    parts.reserve(data.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto part = partFromText(data.splitValues[i]);
        if (!part) {
            base::ErrorPlace place;
            place.row = data.rows[i] + 1;
            place.column = column;
            const std::string value = data.splitValues[i];
            throw Error(ErrorCode::UnsuitableData,
                        "Row " + std::to_string(*place.row) + " of the split column \"" + column + "\" " +
                            (value.empty()
                                 ? "is empty"
                                 : "holds " + quotedList(std::span(&value, 1)) + ", which names no part") +
                            ". Write train, validation or test in each row.",
                        place);
        }
        parts.push_back(*part);
    }
    return parts;
}

/// Rows of validation and test whose text stands in another part, too.
std::int64_t countLeaks(const std::vector<Part>& parts, const TextGroups& groups)
{
    std::vector<std::uint8_t> seen(groups.count(), 0);
    for (std::size_t i = 0; i < parts.size(); ++i)
        seen[groups.groupOf[i]] |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(parts[i]));
    std::int64_t leaks = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto own = static_cast<std::uint8_t>(1U << static_cast<unsigned>(parts[i]));
        // Of a text in validation and test, but not in train, the rows of test leak.
        const auto earlier = static_cast<std::uint8_t>(own - 1U);
        leaks += (seen[groups.groupOf[i]] & earlier) != 0 ? 1 : 0;
    }
    return leaks;
}

void requireUsable(const Split& split, const TrainingData& data, const Recipe& recipe)
{
    for (std::size_t part = 0; part < partCount; ++part) {
        if (!split.positions[part].empty())
            continue;
        const std::string name(partName(static_cast<Part>(part)));
        throw Error(ErrorCode::UnsuitableData,
                    recipe.splitColumn.empty()
                        ? "The " + name + " part would be empty: of " +
                              counted(std::ssize(data.texts), "row") +
                              ", no class has three different texts. Import more rows, or split by a column."
                        : "The split column \"" + recipe.splitColumn + "\" leaves the " + name +
                              " part empty. Give some rows to it, or split by shares.");
    }
    const auto inTrain = split.countsOf(Part::Train);
    if (std::ranges::count_if(inTrain, [](std::int64_t rows) { return rows > 0; }) < 2)
        throw Error(ErrorCode::UnsuitableData, "The training part has rows of one class only. A classifier "
                                               "learns from at least two; split in another way.");
}

/// The names of the classes for which @p is holds.
template <class Predicate>
std::vector<std::string> classesWhere(const TrainingData& data, Predicate is)
{
    std::vector<std::string> names;
    for (std::size_t c = 0; c < data.classes.size(); ++c) {
        if (is(c))
            names.push_back(data.classes[c]);
    }
    return names;
}

void addNotices(Split& split, const TrainingData& data, const Recipe& recipe,
                const std::vector<bool>& isTooSmall)
{
    const auto add = [&](NoticeKind kind, std::int64_t number, std::string message,
                         std::vector<std::string> names) {
        if (number > 0)
            split.notices.push_back({kind, std::move(message), number, std::move(names)});
    };
    const auto small = classesWhere(data, [&](std::size_t c) { return isTooSmall[c]; });
    add(NoticeKind::SmallClasses, std::ssize(small),
        counted(std::ssize(small), "class has", "classes have") + " fewer than three different texts and " +
            (small.size() == 1 ? "is" : "are") + " in the training part alone: " + quotedList(small) + ".",
        small);
    const auto unseen = classesWhere(data, [&](std::size_t c) { return split.classCounts[c][0] == 0; });
    add(NoticeKind::UnseenClasses, std::ssize(unseen),
        counted(std::ssize(unseen), "class has", "classes have") +
            " no row to learn from: " + quotedList(unseen) + ".",
        unseen);
    const auto similar = similarLabels(data.classes);
    const auto first = similar.empty() ? std::vector<std::string>() : similar.front();
    add(NoticeKind::SimilarLabels, std::ssize(similar),
        "These labels differ by case or blanks alone and are taken as different classes: " +
            quotedList(first) +
            (similar.size() > 1
                 ? "; so are " + counted(std::ssize(similar) - 1, "more group", "more groups") + "."
                 : "."),
        first);
    add(NoticeKind::ConflictingLabels, split.conflicts,
        counted(split.conflicts, "text stands", "texts stand") + " with more than one label.", {});
    add(NoticeKind::Leaks, split.leaks,
        counted(split.leaks, "row", "rows") +
            " of validation and test stand in another part, too, by the column \"" + recipe.splitColumn +
            "\": scores are better than they should be.",
        {});
}

} // namespace

std::string_view partName(Part part) noexcept
{
    switch (part) {
    case Part::Train:
        break;
    case Part::Validation:
        return "validation";
    case Part::Test:
        return "test";
    }
    return "train";
}

std::vector<std::int64_t> Split::countsOf(Part part) const
{
    std::vector<std::int64_t> counts;
    counts.reserve(classCounts.size());
    for (const auto& row : classCounts)
        counts.push_back(row[static_cast<std::size_t>(part)]);
    return counts;
}

Split splitRows(const TrainingData& data, const Recipe& recipe)
{
    if (data.classes.size() < 2)
        throw Error(ErrorCode::UnsuitableData,
                    "The column \"" + recipe.labelColumn + "\" has one class only, " +
                        quotedList(data.classes) +
                        ". A classifier tells at least two apart; choose another column.");
    const TextGroups groups = groupTexts(data);
    Split split;
    std::vector<bool> isTooSmall(data.classes.size(), false);
    if (recipe.splitColumn.empty()) {
        SharedParts shared =
            partByShares(groups, {recipe.splitTrain, recipe.splitValidation, recipe.splitTest},
                         static_cast<std::uint64_t>(recipe.seed));
        split.parts = std::move(shared.parts);
        isTooSmall = std::move(shared.isTooSmall);
    } else {
        split.parts = partsByColumn(data, recipe.splitColumn);
    }
    split.classCounts.resize(data.classes.size());
    for (std::size_t i = 0; i < split.parts.size(); ++i) {
        const auto part = static_cast<std::size_t>(split.parts[i]);
        split.positions[part].push_back(static_cast<std::int64_t>(i));
        ++split.classCounts[static_cast<std::size_t>(data.labels[i])][part];
    }
    split.duplicates = std::ssize(data.texts) - static_cast<std::int64_t>(groups.count());
    split.conflicts = groups.conflicts;
    split.leaks = countLeaks(split.parts, groups);
    requireUsable(split, data, recipe);
    addNotices(split, data, recipe, isTooSmall);
    return split;
}

} // namespace lepton::train
