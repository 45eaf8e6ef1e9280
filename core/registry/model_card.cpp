// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/model_card.h"

#include "registry/evidence.h"

#include <fmt/format.h>

namespace lepton::registry {
namespace {

std::string code(const std::string& text)
{
    const bool plain = text.find_first_of("`\n\r|") == std::string::npos;
    return plain ? "`" + text + "`" : nlohmann::json(text).dump();
}

std::string labels(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 50;
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        list += (i ? ", " : "") + code(names[i]);
    return names.size() > most ? list + fmt::format(" and {} more", names.size() - most) : list;
}

class Card
{
public:
    void heading(const std::string& text) { m_text += "\n## " + text + "\n\n"; }
    void table(const char* left, const char* right)
    {
        m_text += fmt::format("| {} | {} |\n| --- | --- |\n", left, right);
    }
    void row(std::string_view left, const std::string& right)
    {
        m_text += fmt::format("| {} | {} |\n", left, right);
    }
    void line(const std::string& text) { m_text += text + "\n"; }
    std::string& text() { return m_text; }

private:
    std::string m_text;
};

/// The latest promotion of the version that holds figures.
const PromotionRecord* latest(const RegistryState& state, const VersionRecord& version)
{
    const PromotionRecord* found = nullptr;
    for (const auto& [id, promotion] : state.promotions()) {
        if (promotion.version == version.id && (!found || promotion.number > found->number))
            found = &promotion;
    }
    return found;
}

void writeData(Card& card, const RegistryState& state, const VersionRecord& version,
               const std::function<std::string(const std::string&)>& memberName)
{
    card.heading("Where it comes from");
    card.table("what", "value");
    card.row("registered by", memberName(version.author) + ", " + version.created.toString());
    card.row("model hash", code(version.hash));
    const RunFacts* run = state.run(version.run);
    if (!run) {
        card.row("source", "imported from the folder " + code(version.source) +
                               "; how it was trained is not recorded here");
        return;
    }
    card.row("run", run->name + ", started by " + memberName(run->trainer));
    card.row("data", fmt::format("{} version {}", run->datasetName, run->datasetNumber));
    card.row("data hash", code(run->datasetHash));
    card.row("base model", run->baseModelName);
    card.row("base model hash", code(run->baseModelHash));
    card.row("recipe hash", code(run->recipeHash));
    const auto share = [&](const char* key) {
        const auto found = run->recipe.find(key);
        return found != run->recipe.end() && found->is_number() ? found->get<double>() : 0.0;
    };
    const auto split = run->recipe.find("split_column");
    const std::string column =
        split != run->recipe.end() && split->is_string() ? split->get<std::string>() : std::string();
    card.row("split", column.empty()
                          ? fmt::format("{:g} train, {:g} validation, {:g} test", share("split_train"),
                                        share("split_validation"), share("split_test"))
                          : "by the column " + code(column));
}

void writeFigures(Card& card, const RegistryState& state, const VersionRecord& version)
{
    card.heading("Figures");
    const PromotionRecord* promotion = latest(state, version);
    const bool scored = promotion && promotion->evidence.at("candidate").at("scored").get<bool>();
    nlohmann::json metrics = nlohmann::json::object();
    if (scored) {
        const auto& test = promotion->evidence.at("test");
        metrics = promotion->evidence.at("candidate").at("metrics");
        card.line(fmt::format("Computed for {} on the {} test rows of {} version {}.\n", promotion->name(),
                              test.at("rows").get<std::int64_t>(), test.at("dataset").get<std::string>(),
                              test.at("version").get<int>()));
    } else if (const RunFacts* run = state.run(version.run)) {
        for (const auto& [key, value] : run->metrics.items()) {
            if (key.starts_with("test/") && value.is_number())
                metrics[key.substr(5)] = value;
        }
        card.line("As the run recorded them on its test part.\n");
    }
    if (metrics.empty()) {
        card.line("None are recorded.");
        return;
    }
    card.table("metric", "value");
    for (const auto& [key, value] : metrics.items())
        card.row(key, fmt::format("{:.4f}", value.get<double>()));
}

void writeDecisions(Card& card, const RegistryState& state, const VersionRecord& version,
                    const std::function<std::string(const std::string&)>& memberName)
{
    bool any = false;
    for (int number = 1; number < state.nextPromotionNumber(); ++number) {
        const PromotionRecord* promotion = state.findPromotion(std::to_string(number));
        if (!promotion || promotion->version != version.id)
            continue;
        if (!any)
            card.heading("Decisions");
        any = true;
        card.line(fmt::format("- {} to {}: {}, asked by {} ({}). Standard {} version {}.", promotion->name(),
                              stageName(promotion->target), promotionStateName(promotion->state),
                              memberName(promotion->requester), promotion->reason, promotion->standard,
                              promotion->standardVersion));
        for (const ReviewRecord& review : promotion->reviews)
            card.line(fmt::format("  - {} {}: {}", memberName(review.reviewer),
                                  review.approved ? "approved" : "rejected", review.comment));
    }
}

} // namespace

std::string modelCard(const RegistryState& state, const VersionRecord& version,
                      const std::function<std::string(const std::string&)>& memberName)
{
    const ModelRecord& model = state.model(version.model);
    Card card;
    card.text() = fmt::format("# {} version {}\n\n", model.name, version.number);
    card.line(fmt::format("Of {}, in stage {}. Classifies a text as one of {} labels: {}.", model.department,
                          stageName(version.stage), version.labels.size(), labels(version.labels)));
    card.heading("Intended use");
    card.line(model.intendedUse.empty() ? "Nobody has written it down yet." : model.intendedUse);
    writeData(card, state, version, memberName);
    writeFigures(card, state, version);
    card.heading("Limits");
    card.line(fmt::format("- Reads at most {} of a text; what follows is not seen.",
                          version.maxLength > 0 ? fmt::format("{} tokens", version.maxLength)
                                                : std::string("the model's limit of tokens")));
    if (const PromotionRecord* promotion = latest(state, version)) {
        for (const auto& caution : promotion->evidence.at("cautions"))
            card.line("- " + caution.get<std::string>());
    }
    if (!model.limits.empty())
        card.line("\n" + model.limits);
    writeDecisions(card, state, version, memberName);
    return card.text();
}

} // namespace lepton::registry
