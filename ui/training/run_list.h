// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "train/run_list_store.h"

#include <map>
#include <string>
#include <vector>

namespace lepton::ui {

/// Which runs a person wants to see.
struct RunListRequest
{
    /// As typed: an expression of the filter language, or words that are looked for in what a list tells.
    std::string filter;
    /// What was chosen in menus: of each field, runs with one of the values.
    std::map<train::RunFact, std::vector<std::string>> chosen{};
    std::string sort = "number"; ///< a name of RunFieldNames
    train::SortDirection direction = train::SortDirection::Descending;
    train::RunShelf shelf = train::RunShelf::Listed;

    bool isFiltered() const
    {
        return !chosen.empty() || filter.find_first_not_of(" \t") != std::string::npos;
    }
    friend bool operator==(const RunListRequest&, const RunListRequest&) = default;
};

/// The request as core takes it. @throw base::Error BadFilter or UnknownColumn, whose place is that in filter
train::RunListQuery queryOf(const RunListRequest& request, const train::RunFieldNames& names);

/// A run as a list shows it.
struct RunListItem
{
    train::RunRow row;
    base::ProgressState progress; ///< empty for a run that has ended
    std::vector<double> curve;    ///< of the metric that decides, thinned; may be empty
};

/// What the menus of a list offer.
struct RunListChoices
{
    std::map<train::RunFact, std::vector<train::RunFacet>> facets;
    std::vector<std::string> metricKeys;
};

/// Of which fields RunListChoices has the values.
inline constexpr train::RunFact facetFacts[] = {train::RunFact::Dataset, train::RunFact::BaseModel,
                                                train::RunFact::State, train::RunFact::Member,
                                                train::RunFact::Tag};

} // namespace lepton::ui
