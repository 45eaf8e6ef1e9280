// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_store.h"

#include <string>
#include <utility>
#include <vector>

namespace lepton::train {

struct MetricPoint;

/// The recipe's keys with their values as JSON, without version and ids; in the order of recipeKeys().
std::vector<std::pair<std::string, nlohmann::json>> recipeValues(const Run& run);
/// A value of a recipe as --set takes it: texts bare, "model" for what the model's config decides.
std::string recipeText(const nlohmann::json& value);

/// Where the run comes from, as names and values for a person: "state", "data set", "recipe hash", ...
std::vector<std::pair<std::string, std::string>> originOf(const Run& run);

/// So many points of a metric are in memory.
inline constexpr std::int64_t pointsAtATime = 20'000;
/// Final metrics that have no points, such as tokens_per_second, as points at the end of the run.
std::vector<MetricPoint> closingPoints(const Run& run, const std::vector<std::string>& keysWithPoints);

/// The moment at which the run began, and the one at which it ended or was last heard of.
base::UtcTime startOf(const Run& run);
base::UtcTime endOf(const Run& run);

/// The report as Markdown; empty where there is none.
std::string reportMarkdown(const Run& run);
/// A table of two columns as Markdown.
std::string markdownTable(const std::string& first, const std::string& second,
                          const std::vector<std::pair<std::string, std::string>>& rows);

} // namespace lepton::train
