// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::train {

/// What a notice speaks of: which number and names go with each kind stands beside it.
enum class NoticeKind
{
    MissingTexts,      ///< number of rows left out
    MissingLabels,     ///< number of rows left out
    SmallClasses,      ///< number of classes that are in train alone, names of all
    UnseenClasses,     ///< number of classes without a row in train, names of all
    SimilarLabels,     ///< number of groups of labels that differ by case or blanks alone, names of one
    ConflictingLabels, ///< number of texts with more than one label
    Leaks,             ///< number of rows of validation and test that are in another part, too
    BatchAboveRows,    ///< number of rows in train
    AccumulationAboveBatches, ///< number of batches of an epoch
    MissingWeights,           ///< number of weights, names of all
    UnknownWeights            ///< number of weights, names of all
};
/// The word for @p kind in JSON: "missing_texts", ...
std::string_view noticeName(NoticeKind kind) noexcept;

/// Something about data or model that a person should know, and that stops nothing.
struct Notice
{
    NoticeKind kind = NoticeKind::MissingTexts;
    std::string message; ///< a sentence
    std::int64_t number = 0;
    std::vector<std::string> names;
};
/// {"kind","message","number"} and "names" where there are some.
void to_json(nlohmann::json& json, const Notice& notice);

} // namespace lepton::train
