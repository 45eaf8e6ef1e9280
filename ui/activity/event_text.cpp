// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_text.h"

#include "ui/activity/event_detail.h"
#include "ui/widgets/role_text.h"

namespace lepton::ui {
namespace {

QString jobState(const QString& state)
{
    if (state == QLatin1String("completed"))
        return EventText::tr("completed");
    if (state == QLatin1String("failed"))
        return EventText::tr("failed");
    if (state == QLatin1String("cancelled"))
        return EventText::tr("cancelled");
    if (state == QLatin1String("interrupted"))
        return EventText::tr("interrupted");
    return state;
}

/// Of runs and base models; nothing for another kind.
std::optional<QString> runSentence(const EventDetail& detail)
{
    const QString& kind = detail.kind();
    const QString run = detail.text("run");
    if (kind == QLatin1String("run.started"))
        return EventText::tr("Started %1 on %2 v%3", "run, data set, its version")
            .arg(run, detail.text("dataset_name"))
            .arg(detail.number("version"));
    if (kind == QLatin1String("run.resumed"))
        return EventText::tr("Resumed %1 from step %2").arg(run).arg(detail.number("from_step"));
    if (kind == QLatin1String("run.completed"))
        return EventText::tr("Finished %1", "a run").arg(run);
    if (kind == QLatin1String("run.stopped"))
        return EventText::tr("Stopped %1", "a run").arg(run);
    if (kind == QLatin1String("run.failed"))
        return EventText::tr("%1 failed: %2", "run, reason").arg(run, detail.text("message"));
    if (kind == QLatin1String("run.renamed"))
        return detail.text("name").isEmpty()
                   ? EventText::tr("Removed the name of %1", "a run").arg(run)
                   : EventText::tr("Renamed %1 to %2", "a run").arg(run, detail.text("name"));
    if (kind == QLatin1String("run.noted"))
        return detail.text("note").isEmpty() ? EventText::tr("Removed the note on %1", "a run").arg(run)
                                             : EventText::tr("Wrote a note on %1", "a run").arg(run);
    if (kind == QLatin1String("run.tagged"))
        return EventText::tr("Tagged %1", "a run").arg(run);
    if (kind == QLatin1String("run.trashed"))
        return EventText::tr("Moved %1 to the trash").arg(run);
    if (kind == QLatin1String("run.restored"))
        return EventText::tr("Restored %1").arg(run);
    const QString name = detail.text("name");
    if (kind == QLatin1String("basemodel.imported"))
        return EventText::tr("Imported the base model %1").arg(name);
    if (kind == QLatin1String("basemodel.trashed"))
        return EventText::tr("Moved the base model %1 to the trash").arg(name);
    if (kind == QLatin1String("basemodel.restored"))
        return EventText::tr("Restored the base model %1").arg(name);
    return std::nullopt;
}

/// Of members and roles; nothing for another kind.
std::optional<QString> memberSentence(const EventDetail& detail)
{
    const QString& kind = detail.kind();
    const QString reason = detail.text("reason");
    if (kind == QLatin1String("member.added"))
        return EventText::tr("Added the member %1").arg(detail.text("name"));
    if (kind == QLatin1String("member.revoked"))
        return reason.isEmpty() ? EventText::tr("Revoked the key of %1", "a member").arg(detail.object())
                                : EventText::tr("Revoked the key of %1: “%2”", "a member, reason")
                                      .arg(detail.object(), reason);
    if (kind == QLatin1String("member.key_replaced"))
        return reason.isEmpty() ? EventText::tr("Gave %1 another key", "a member").arg(detail.object())
                                : EventText::tr("Gave %1 another key: “%2”", "a member, reason")
                                      .arg(detail.object(), reason);
    if (kind == QLatin1String("role.given"))
        return EventText::tr("Gave %1 the role %2", "a member, role")
            .arg(detail.object(), RoleText::name(detail.text("role")));
    if (kind == QLatin1String("role.taken"))
        return EventText::tr("Took the role %2 from %1", "a member, role")
            .arg(detail.object(), RoleText::name(detail.text("role")));
    return std::nullopt;
}

std::optional<QString> datasetSentence(const EventDetail& detail)
{
    const QString& kind = detail.kind();
    const QString name = detail.text("name");
    if (kind == QLatin1String("dataset.imported")) {
        const int version = detail.number("version");
        return version > 0 ? EventText::tr("Imported %1 v%2").arg(name).arg(version)
                           : EventText::tr("Imported %1").arg(name);
    }
    if (kind == QLatin1String("dataset.edited"))
        return EventText::tr("Edited %1").arg(name);
    if (kind == QLatin1String("dataset.trashed"))
        return EventText::tr("Moved %1 to the trash").arg(name);
    if (kind == QLatin1String("dataset.restored"))
        return EventText::tr("Restored %1").arg(name);
    if (kind == QLatin1String("dataset.removed"))
        return EventText::tr("Removed %1 for good").arg(name);
    return std::nullopt;
}

/// @p name may be of a version, "tone@3".
std::pair<QString, int> splitVersion(const QString& name)
{
    const auto at = name.lastIndexOf(QLatin1Char('@'));
    return at < 0 ? std::pair(name, 0) : std::pair(name.left(at), name.mid(at + 1).toInt());
}

Route routeTo(const char* page, const QString& object, int version = 0, const char* part = "")
{
    return {.page = QLatin1String(page),
            .object = object,
            .version = version,
            .part = QLatin1String(part),
            .query = {}};
}

/// No page where the event does not say which object.
Route objectRoute(const char* page, const QString& object, int version = 0)
{
    return object.isEmpty() ? Route() : routeTo(page, object, version);
}

Route modelRoute(const EventDetail& detail)
{
    const QString& kind = detail.kind();
    if (kind == QLatin1String("model.registered") || kind == QLatin1String("model.described") ||
        kind.startsWith(QLatin1String("model.alias")))
        return detail.isKnown() ? routeTo("model", detail.object()) : Route();
    const auto [name, version] = detail.version();
    return objectRoute("model", name, version);
}

} // namespace

EventDetail::EventDetail(const store::Event& event, const EventNames& names)
    : m_names(names)
    , m_kind(QString::fromStdString(event.kind))
    , m_object(QString::fromStdString(event.object))
    , m_detail(nlohmann::json::parse(event.detail, nullptr, false))
{
    if (!m_detail.is_object())
        m_detail = nlohmann::json::object();
}

QString EventDetail::text(const char* key) const
{
    const auto found = m_detail.find(key);
    return found != m_detail.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                         : QString();
}

int EventDetail::number(const char* key) const
{
    const auto found = m_detail.find(key);
    return found != m_detail.end() && found->is_number_integer() ? found->get<int>() : 0;
}

double EventDetail::figure(const char* key) const
{
    const auto found = m_detail.find(key);
    return found != m_detail.end() && found->is_number() ? found->get<double>() : 0;
}

bool EventDetail::flag(const char* key) const
{
    const auto found = m_detail.find(key);
    return found != m_detail.end() && found->is_boolean() && found->get<bool>();
}

std::size_t EventDetail::size(const char* key) const
{
    const auto found = m_detail.find(key);
    return found != m_detail.end() && found->is_array() ? found->size() : 0;
}

bool EventDetail::isKnown() const
{
    return m_names.contains(m_object.toStdString());
}

QString EventDetail::object() const
{
    return nameOf(m_object);
}

QString EventDetail::nameOf(const QString& id) const
{
    const auto found = m_names.find(id.toStdString());
    if (found == m_names.end())
        return id;
    const auto [name, version] = splitVersion(QString::fromStdString(found->second));
    return version > 0 ? EventText::tr("%1 v%2", "name and version").arg(name).arg(version) : name;
}

std::pair<QString, int> EventDetail::version() const
{
    const auto found = m_names.find(m_object.toStdString());
    return found == m_names.end() ? std::pair<QString, int>()
                                  : splitVersion(QString::fromStdString(found->second));
}

QString eventAuthor(const store::Event& event, const EventNames& names)
{
    const std::string id = event.member.toString();
    const auto found = names.find(id);
    return QString::fromStdString(found == names.end() ? id : found->second);
}

QStringList eventGroups()
{
    return {QStringLiteral("dataset"),  QStringLiteral("basemodel"),  QStringLiteral("run"),
            QStringLiteral("job"),      QStringLiteral("model"),      QStringLiteral("promotion"),
            QStringLiteral("standard"), QStringLiteral("prediction"), QStringLiteral("member"),
            QStringLiteral("workspace")};
}

QString eventGroup(const QString& kind)
{
    const QString group = kind.section(QLatin1Char('.'), 0, 0);
    return group == QLatin1String("role") ? QStringLiteral("member") : group;
}

QString eventGroupName(const QString& group)
{
    if (group == QLatin1String("dataset"))
        return EventText::tr("Data sets");
    if (group == QLatin1String("job"))
        return EventText::tr("Jobs");
    if (group == QLatin1String("member"))
        return EventText::tr("Members and roles");
    if (group == QLatin1String("workspace"))
        return EventText::tr("Workspace");
    if (group == QLatin1String("run"))
        return EventText::tr("Runs");
    if (group == QLatin1String("basemodel"))
        return EventText::tr("Base models");
    if (group == QLatin1String("model"))
        return EventText::tr("Models");
    if (group == QLatin1String("standard"))
        return EventText::tr("Standards");
    if (group == QLatin1String("promotion"))
        return EventText::tr("Promotions and reviews");
    return group == QLatin1String("prediction") ? EventText::tr("Predictions") : group;
}

QString eventIcon(const QString& kind)
{
    static const std::pair<const char*, const char*> icons[] = {{"promotion.approved", "check-circle"},
                                                                {"promotion.rejected", "error"},
                                                                {"promotion.withdrawn", "undo"},
                                                                {"promotion.", "shield"},
                                                                {"member.key_replaced", "key"},
                                                                {"member.revoked", "lock"},
                                                                {"member.", "user"},
                                                                {"role.", "users"},
                                                                {"dataset.", "datasets"},
                                                                {"job.", "activity"},
                                                                {"run.", "training"},
                                                                {"basemodel.", "models"},
                                                                {"model.", "models"},
                                                                {"standard.", "rule"},
                                                                {"prediction.", "play"},
                                                                {"workspace.", "folder"}};
    for (const auto& [begin, icon] : icons) {
        if (kind.startsWith(QLatin1String(begin)))
            return QLatin1String(icon);
    }
    return QStringLiteral("log");
}

QString eventSentence(const store::Event& event, const EventNames& names)
{
    const EventDetail detail(event, names);
    const QString& kind = detail.kind();
    if (kind == QLatin1String("job.queued"))
        return EventText::tr("Queued: %1").arg(detail.text("title"));
    if (kind == QLatin1String("job.ended"))
        return EventText::tr("%1: %2", "title of a job and its final state")
            .arg(detail.text("title"), jobState(detail.text("state")));
    if (kind == QLatin1String("workspace.created"))
        return EventText::tr("Created the workspace %1").arg(detail.text("name"));
    for (const auto& sentenceOf : {datasetSentence, runSentence, memberSentence, registrySentence}) {
        if (const auto sentence = sentenceOf(detail))
            return *sentence;
    }
    return kind; // of a later version
}

Route eventRoute(const store::Event& event, const EventNames& names)
{
    const EventDetail detail(event, names);
    const QString& kind = detail.kind();
    const QString group = eventGroup(kind);
    const bool isGone = kind.endsWith(QLatin1String(".trashed")) || kind.endsWith(QLatin1String(".removed"));
    if (group == QLatin1String("dataset"))
        return isGone ? Route() : objectRoute("dataset", detail.text("name"), detail.number("version"));
    if (group == QLatin1String("run"))
        return isGone ? Route() : objectRoute("run", detail.text("run"));
    if (group == QLatin1String("job"))
        return detail.text("kind") == QLatin1String("train") ? objectRoute("run", detail.text("subject"))
                                                             : Route();
    if (group == QLatin1String("basemodel"))
        return routeTo("training", {}, 0, "models");
    if (group == QLatin1String("member"))
        return routeTo("settings", {}, 0, "members");
    if (group == QLatin1String("standard"))
        return routeTo("settings", {}, 0, "standards");
    if (group == QLatin1String("workspace"))
        return routeTo("settings", {}, 0, "workspace");
    if (group == QLatin1String("model") || group == QLatin1String("prediction"))
        return modelRoute(detail);
    if (kind == QLatin1String("promotion.requested"))
        return routeTo("review", QStringLiteral("P-%1").arg(detail.number("number")));
    return group == QLatin1String("promotion") ? objectRoute("review", detail.text("promotion")) : Route();
}

} // namespace lepton::ui
