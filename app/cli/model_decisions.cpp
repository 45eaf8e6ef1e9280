// SPDX-License-Identifier: GPL-3.0-or-later
// promote, rollback, review, approve, reject, withdraw
#include "evidence_text.h"
#include "model_json.h"
#include "model_verbs.h"
#include "progress_line.h"

#include "app/session/registry_of.h"
#include "base/progress.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lepton::cli {
namespace {

using registry::PromotionRecord;

std::string next(const PromotionRecord& promotion)
{
    switch (promotion.state) {
    case registry::PromotionState::Waiting:
        return promotion.gatesPassed
                   ? fmt::format("waits for {} of {} approvals",
                                 promotion.rules.approvals - promotion.approvals(), promotion.rules.approvals)
                   : std::string("cannot be approved: a gate failed");
    default:
        return std::string(registry::promotionStateName(promotion.state));
    }
}

int tell(const Context& context, registry::RegistryService& registry, const PromotionRecord& promotion)
{
    const nlohmann::json document = promotionJson(*registry.state(), promotion, memberNames(registry));
    if (context.json) {
        printJson(document);
        return 0;
    }
    print(fmt::format("{}: {}@{} to {}, {}.\n", promotion.name(), document.at("model").get<std::string>(),
                      document.at("version").get<int>(), registry::stageName(promotion.target),
                      next(promotion)));
    print(fmt::format("  asked by {}: {}\n", document.at("requester").get<std::string>(), promotion.reason));
    for (const auto& gate : registry::gatesOf(promotion.evidence))
        print(fmt::format("  {:<6} {}. {}\n", gate.passed ? "passed" : "FAILED", gate.name, gate.why));
    for (const auto& caution : promotion.evidence.at("cautions"))
        print(fmt::format("  caution: {}\n", caution.get<std::string>()));
    for (const auto& review : document.at("reviews"))
        print(fmt::format("  {} {}: {}\n", review.at("reviewer").get<std::string>(),
                          review.at("verdict").get<std::string>(), review.at("comment").get<std::string>()));
    return 0;
}

/// A service call with progress on the terminal.
template <class Work>
PromotionRecord withProgress(Work work)
{
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    PromotionRecord record = work(progress);
    line.clear();
    return record;
}

int promote(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    if (options.name.find('@') == std::string::npos)
        throw UsageError("Which version? Name one, such as " + options.name + "@1.");
    const auto asked = registry->resolve(options.name);
    const auto target = registry::parseStage(options.target);
    return tell(context, *registry, withProgress([&](base::Progress& progress) {
                    return registry->promote(asked.version.id, target, options.reason, context.interrupted(),
                                             progress);
                }));
}

int rollBack(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    const auto model = registry->resolveModel(options.name);
    return tell(context, *registry, withProgress([&](base::Progress& progress) {
                    return registry->rollBack(model.id, options.reason, context.interrupted(), progress);
                }));
}

int review(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    const PromotionRecord promotion = registry->resolvePromotion(options.promotion);
    const int code = tell(context, *registry, promotion);
    if (!context.json)
        print(evidenceText(promotion.evidence));
    return code;
}

int approve(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    const auto id = registry->resolvePromotion(options.promotion).id;
    return tell(context, *registry, withProgress([&](base::Progress& progress) {
                    return registry->approve(id, options.comment, context.interrupted(), progress);
                }));
}

int reject(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    return tell(context, *registry,
                registry->reject(registry->resolvePromotion(options.promotion).id, options.comment));
}

int withdraw(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    return tell(context, *registry, registry->withdraw(registry->resolvePromotion(options.promotion).id));
}

} // namespace

void addModelDecisions(CLI::App& parent, Context& context, const std::shared_ptr<ModelOptions>& options)
{
    CLI::App* ask =
        addModelVerb(parent, context, options, "promote", "Ask for a promotion",
                     "promote reviews@2 --to production --reason \"better on short texts\"", promote);
    ask->add_option("VERSION", options->name, "NAME@VERSION")->required();
    ask->add_option("--to", options->target, "staging or production")->required();
    ask->add_option("--reason", options->reason, "Why")->required();

    CLI::App* back = addModelVerb(parent, context, options, "rollback",
                                  "Ask for the version that was in production before",
                                  "rollback reviews --reason \"refunds are missed\"", rollBack);
    back->add_option("NAME", options->name, "The model")->required();
    back->add_option("--reason", options->reason, "Why")->required();

    const auto verdict = [&](const char* name, const char* what, ModelAction action) {
        CLI::App* verb = addModelVerb(parent, context, options, name, what,
                                      std::string(name) + " P-1" +
                                          (action == approve || action == reject ? " --comment \"...\"" : ""),
                                      action);
        verb->add_option("PROMOTION", options->promotion, "P-number or id of the promotion")->required();
        return verb;
    };
    verdict("review", "Show a request with its gates, cautions and reviews", review);
    verdict("approve", "Approve a request and sign it", approve)
        ->add_option("--comment", options->comment, "What you looked at")
        ->required();
    verdict("reject", "Reject a request", reject)
        ->add_option("--comment", options->comment, "What is missing")
        ->required();
    verdict("withdraw", "Take an own request back", withdraw);
}

} // namespace lepton::cli
