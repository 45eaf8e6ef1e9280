// SPDX-License-Identifier: GPL-3.0-or-later
#include "model_verbs.h"

#include <CLI/CLI.hpp>

namespace lepton::cli {

CLI::App* addModelVerb(CLI::App& parent, Context& context, const std::shared_ptr<ModelOptions>& options,
                       const std::string& name, const std::string& what, const std::string& example,
                       ModelAction action)
{
    CLI::App* verb = parent.add_subcommand(name, what);
    verb->footer("Example:\n  lepton model " + example);
    context.whenChosen(*verb, [options, &context, action] { return action(context, *options); });
    return verb;
}

void addModel(CLI::App& app, Context& context)
{
    CLI::App* parent = app.add_subcommand("model", "Register models, and decide what goes into production");
    parent->require_subcommand(1);
    parent->footer("Example:\n  lepton model register R-1 --name reviews --workspace team\n"
                   "  lepton model promote reviews@1 --to production --reason \"first version\"");
    const auto options = std::make_shared<ModelOptions>();
    addModelEdits(*parent, context, options);
    addModelViews(*parent, context, options);
    addModelDecisions(*parent, context, options);
}

} // namespace lepton::cli
