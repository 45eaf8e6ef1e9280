// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include <memory>
#include <string>
#include <vector>

namespace lepton::cli {

/// What the verbs of lepton model take.
struct ModelOptions
{
    std::string source, name, department, target, reason, promotion, comment, date;
    std::string alias, intendedUse, limits, text, label, remove;
    std::vector<std::string> datasets;
};

using ModelAction = int (*)(const Context&, const ModelOptions&);

/// lepton model and lepton standard.
void addModel(CLI::App& app, Context& context);
void addStandard(CLI::App& app, Context& context);

/// Adds a verb below lepton model.
CLI::App* addModelVerb(CLI::App& parent, Context& context, const std::shared_ptr<ModelOptions>& options,
                       const std::string& name, const std::string& what, const std::string& example,
                       ModelAction action);
/// register, describe, alias, trash, restore, score.
void addModelEdits(CLI::App& parent, Context& context, const std::shared_ptr<ModelOptions>& options);
/// list, show, history, card.
void addModelViews(CLI::App& parent, Context& context, const std::shared_ptr<ModelOptions>& options);
/// promote, rollback, review, approve, reject, withdraw.
void addModelDecisions(CLI::App& parent, Context& context, const std::shared_ptr<ModelOptions>& options);

} // namespace lepton::cli
