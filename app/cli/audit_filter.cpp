// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_filter.h"

#include "context.h"

#include "app/session/registry_of.h"
#include "base/id.h"
#include "base/nearest_name.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace lepton::cli {
namespace {

constexpr std::array kinds{"audit.acknowledged",
                           "basemodel.imported",
                           "basemodel.restored",
                           "basemodel.trashed",
                           "dataset.edited",
                           "dataset.imported",
                           "dataset.removed",
                           "dataset.restored",
                           "dataset.trashed",
                           "job.ended",
                           "job.queued",
                           "member.added",
                           "member.key_replaced",
                           "member.revoked",
                           "model.alias_removed",
                           "model.alias_set",
                           "model.described",
                           "model.registered",
                           "model.scored",
                           "model.version_added",
                           "model.version_restored",
                           "model.version_trashed",
                           "prediction.made",
                           "promotion.approved",
                           "promotion.decided",
                           "promotion.rejected",
                           "promotion.requested",
                           "promotion.withdrawn",
                           "role.given",
                           "role.taken",
                           "run.completed",
                           "run.failed",
                           "run.noted",
                           "run.renamed",
                           "run.restored",
                           "run.resumed",
                           "run.started",
                           "run.stopped",
                           "run.tagged",
                           "run.trashed",
                           "standard.published",
                           "workspace.created"};

/// "dataset" of "dataset.imported".
std::string groupOf(const std::string& kind)
{
    return kind.substr(0, kind.find('.'));
}

/// Things that have names, and what they are called.
class Named
{
public:
    explicit Named(const std::string& wanted)
        : m_key(base::firstInvalidUtf8(wanted) ? std::string() : base::caseFoldKey(wanted))
    {}

    template <class Id>
    void add(const std::string& name, const Id& id)
    {
        names.push_back(name);
        if (base::caseFoldKey(name) == m_key)
            found.insert(id.toString());
    }

    std::vector<std::string> names;
    std::set<std::string> found;

private:
    std::string m_key;
};

bool isNumber(const std::string& text, char letter)
{
    return text.size() > 2 && (text[0] == letter || text[0] == letter - 'A' + 'a') && text[1] == '-' &&
           std::all_of(text.begin() + 2, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

void requireKind(const std::string& beginning, const std::set<std::string>& kindsInLog)
{
    std::set<std::string> known(kinds.begin(), kinds.end());
    known.insert(kindsInLog.begin(), kindsInLog.end());
    std::set<std::string> words = known;
    std::string groups;
    for (const std::string& kind : known) {
        if (kind.starts_with(beginning))
            return;
        const std::string group = groupOf(kind);
        if (words.insert(group).second)
            groups += (groups.empty() ? "" : ", ") + group;
    }
    const std::vector<std::string> all(words.begin(), words.end());
    throw UsageError("--kind: no kind of event begins with \"" + beginning + "\". " +
                     base::didYouMean(beginning, all).value_or("There are: " + groups + "."));
}

std::set<std::string> objectsCalled(app::Session& session, const std::string& text)
{
    if (const auto id = base::Uuid::parse(text))
        return {id->toString()};
    if (isNumber(text, 'R'))
        return {session.training().runs().resolve(text).id.toString()};
    const auto registry = app::registryOf(session);
    if (isNumber(text, 'P'))
        return {registry->resolvePromotion(text).id.toString()};
    Named named(text);
    data::DatasetQuery trashed;
    trashed.trashed = true;
    for (const data::DatasetQuery& query : {data::DatasetQuery(), trashed}) {
        for (const data::Dataset& dataset : session.datasets().store().list(query))
            named.add(dataset.name, dataset.id);
    }
    for (const train::BaseModel& model : session.baseModels().store().list())
        named.add(model.name, model.id);
    for (const identity::Member& member : session.members().list())
        named.add(member.name, member.id);
    const auto state = registry->state();
    for (const auto& [id, model] : state->models())
        named.add(model.name, id);
    if (!named.found.empty())
        return named.found;
    throw base::Error(base::ErrorCode::NotFound,
                      "--object: there is no data set, model, base model or member called \"" + text +
                          "\". " +
                          base::didYouMean(text, named.names)
                              .value_or("Runs are named R-1, promotions P-1; an id works, too."));
}

} // namespace lepton::cli
