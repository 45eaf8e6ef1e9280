// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/model_card.h"

#include <fmt/format.h>

namespace lepton::registry {
namespace {

std::string labels(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 50;
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        list += (i ? ", " : "") + markdownCode(names[i]);
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

void writeData(Card& card, const CardFacts& facts)
{
    card.heading("Where it comes from");
    card.table("what", "value");
    card.row("registered by", facts.author + ", " + facts.version.created.toString());
    card.row("model hash", markdownCode(facts.version.hash));
    if (!facts.run) {
        card.row("source", "imported from the folder " + markdownCode(facts.version.source) +
                               "; how it was trained is not recorded here");
        return;
    }
    const RunFacts& run = facts.run->facts;
    card.row("run", run.name + ", started by " + facts.run->trainer);
    card.row("data", fmt::format("{} version {}", run.datasetName, run.datasetNumber));
    card.row("data hash", markdownCode(run.datasetHash));
    card.row("base model", run.baseModelName);
    card.row("base model hash", markdownCode(run.baseModelHash));
    card.row("recipe hash", markdownCode(run.recipeHash));
    card.row("split", facts.run->splitColumn.empty()
                          ? fmt::format("{:g} train, {:g} validation, {:g} test", facts.run->train,
                                        facts.run->validation, facts.run->test)
                          : "by the column " + markdownCode(facts.run->splitColumn));
}

void writeFigures(Card& card, const CardFacts& facts)
{
    card.heading("Figures");
    const CardFigures& figures = facts.figures;
    if (!figures.promotion.empty())
        card.line(fmt::format("Computed for {} on the {} test rows of {} version {}.\n", figures.promotion,
                              figures.rows, figures.dataset, figures.datasetNumber));
    else if (facts.run)
        card.line("As the run recorded them on its test part.\n");
    if (figures.metrics.empty()) {
        card.line("None are recorded.");
        return;
    }
    card.table("metric", "value");
    for (const auto& [key, value] : figures.metrics)
        card.row(key, fmt::format("{:.4f}", value));
}

void writeDecisions(Card& card, const CardFacts& facts)
{
    if (!facts.decisions.empty())
        card.heading("Decisions");
    for (const CardDecision& one : facts.decisions) {
        card.line(fmt::format("- {} to {}: {}, asked by {} ({}). Standard {} version {}.", one.promotion,
                              stageName(one.target), promotionStateName(one.state), one.requester, one.reason,
                              one.standard, one.standardVersion));
        for (const CardReview& review : one.reviews)
            card.line(fmt::format("  - {} {}: {}", review.reviewer, review.approved ? "approved" : "rejected",
                                  review.comment));
    }
}

} // namespace

std::string markdownCode(const std::string& text)
{
    const bool plain = text.find_first_of("`\n\r|") == std::string::npos;
    return plain ? "`" + text + "`" : nlohmann::json(text).dump();
}

std::string modelCard(const CardFacts& facts)
{
    const VersionRecord& version = facts.version;
    Card card;
    card.text() = fmt::format("# {} version {}\n\n", facts.model.name, version.number);
    card.line(fmt::format("Of {}, in stage {}. Classifies a text as one of {} labels: {}.",
                          facts.model.department, stageName(version.stage), version.labels.size(),
                          labels(version.labels)));
    card.heading("Intended use");
    card.line(facts.model.intendedUse.empty() ? "Nobody has written it down yet." : facts.model.intendedUse);
    writeData(card, facts);
    writeFigures(card, facts);
    card.heading("Limits");
    card.line(fmt::format("- Reads at most {} of a text; what follows is not seen.",
                          version.maxLength > 0 ? fmt::format("{} tokens", version.maxLength)
                                                : std::string("the model's limit of tokens")));
    for (const std::string& caution : facts.cautions)
        card.line("- " + caution);
    if (!facts.model.limits.empty())
        card.line("\n" + facts.model.limits);
    writeDecisions(card, facts);
    return card.text();
}

std::string modelCard(const RegistryState& state, const VersionRecord& version,
                      const std::function<std::string(const std::string&)>& memberName)
{
    return modelCard(cardFacts(state, version, memberName));
}

} // namespace lepton::registry
