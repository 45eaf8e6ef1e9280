// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry_state.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lepton::registry {

/// The figures of a version on test rows.
struct CardFigures
{
    /// The promotion that they were computed for, "P-3"; empty: the run recorded them on its test part.
    std::string promotion;
    std::int64_t rows = 0; ///< of a promotion: test rows, of @p dataset
    std::string dataset;
    int datasetNumber = 0;
    std::vector<std::pair<std::string, double>> metrics; ///< by name
};

struct CardReview
{
    std::string reviewer; ///< name
    bool approved = false;
    std::string comment;
};

struct CardDecision
{
    std::string promotion; ///< "P-3"
    Stage target = Stage::Production;
    PromotionState state = PromotionState::Waiting;
    std::string requester, reason;
    std::string standard;
    int standardVersion = 0;
    std::vector<CardReview> reviews;
};

/// The run that made a version, as its card tells of it.
struct CardRun
{
    RunFacts facts;
    std::string trainer;                        ///< name
    std::string splitColumn;                    ///< empty: by the shares
    double train = 0, validation = 0, test = 0; ///< shares of the rows
};

/// What the card of a version says, without the words: from the events, and what people typed.
struct CardFacts
{
    ModelRecord model; ///< with intended use and limits
    VersionRecord version;
    std::string author;         ///< who registered the version
    std::optional<CardRun> run; ///< nothing: imported
    CardFigures figures;
    std::vector<std::string> cautions; ///< sentences that the program found
    std::vector<CardDecision> decisions;
};

/// @p memberName gives the name for a member's id.
CardFacts cardFacts(const RegistryState& state, const VersionRecord& version,
                    const std::function<std::string(const std::string&)>& memberName);

/// @p text as it may stand in a table of Markdown, unformatted.
std::string markdownCode(const std::string& text);

/// The model card in Markdown.
std::string modelCard(const CardFacts& facts);
std::string modelCard(const RegistryState& state, const VersionRecord& version,
                      const std::function<std::string(const std::string&)>& memberName);

} // namespace lepton::registry
