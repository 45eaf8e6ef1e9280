// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_text.h"

#include <QCoreApplication>

#include <optional>

namespace lepton::ui {
namespace {

struct EventText
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::EventText)
};

QString text(const nlohmann::json& detail, const char* key)
{
    const auto found = detail.find(key);
    return found != detail.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                       : QString();
}

int number(const nlohmann::json& detail, const char* key)
{
    const auto found = detail.find(key);
    return found != detail.end() && found->is_number_integer() ? found->get<int>() : 0;
}

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
std::optional<QString> runSentence(const QString& kind, const nlohmann::json& detail)
{
    const QString run = text(detail, "run");
    if (kind == QLatin1String("run.started"))
        return EventText::tr("Started %1 on %2 v%3", "run, data set, its version")
            .arg(run, text(detail, "dataset_name"))
            .arg(number(detail, "version"));
    if (kind == QLatin1String("run.resumed"))
        return EventText::tr("Resumed %1 from step %2").arg(run).arg(number(detail, "from_step"));
    if (kind == QLatin1String("run.completed"))
        return EventText::tr("Finished %1", "a run").arg(run);
    if (kind == QLatin1String("run.stopped"))
        return EventText::tr("Stopped %1", "a run").arg(run);
    if (kind == QLatin1String("run.failed"))
        return EventText::tr("%1 failed: %2", "run, reason").arg(run, text(detail, "message"));
    if (kind == QLatin1String("run.renamed"))
        return text(detail, "name").isEmpty()
                   ? EventText::tr("Removed the name of %1", "a run").arg(run)
                   : EventText::tr("Renamed %1 to %2", "a run").arg(run, text(detail, "name"));
    if (kind == QLatin1String("run.tagged"))
        return EventText::tr("Tagged %1", "a run").arg(run);
    if (kind == QLatin1String("run.trashed"))
        return EventText::tr("Moved %1 to the trash").arg(run);
    if (kind == QLatin1String("run.restored"))
        return EventText::tr("Restored %1").arg(run);
    const QString name = text(detail, "name");
    if (kind == QLatin1String("basemodel.imported"))
        return EventText::tr("Imported the base model %1").arg(name);
    if (kind == QLatin1String("basemodel.trashed"))
        return EventText::tr("Moved the base model %1 to the trash").arg(name);
    if (kind == QLatin1String("basemodel.restored"))
        return EventText::tr("Restored the base model %1").arg(name);
    return std::nullopt;
}

} // namespace

QString eventGroup(const QString& kind)
{
    return kind.section(QLatin1Char('.'), 0, 0);
}

QString eventGroupName(const QString& group)
{
    if (group == QLatin1String("dataset"))
        return EventText::tr("Data sets");
    if (group == QLatin1String("job"))
        return EventText::tr("Jobs");
    if (group == QLatin1String("member"))
        return EventText::tr("Members");
    if (group == QLatin1String("role"))
        return EventText::tr("Roles");
    if (group == QLatin1String("workspace"))
        return EventText::tr("Workspace");
    if (group == QLatin1String("run"))
        return EventText::tr("Runs");
    if (group == QLatin1String("basemodel"))
        return EventText::tr("Base models");
    return group;
}

QString eventIcon(const QString& kind)
{
    const QString group = eventGroup(kind);
    if (group == QLatin1String("dataset"))
        return QStringLiteral("datasets");
    if (group == QLatin1String("job"))
        return QStringLiteral("activity");
    if (group == QLatin1String("member"))
        return QStringLiteral("user");
    if (group == QLatin1String("role"))
        return QStringLiteral("shield");
    if (group == QLatin1String("run"))
        return QStringLiteral("training");
    if (group == QLatin1String("basemodel"))
        return QStringLiteral("models");
    return group == QLatin1String("workspace") ? QStringLiteral("folder") : QStringLiteral("log");
}

QString eventSentence(const store::Event& event)
{
    const nlohmann::json parsed = nlohmann::json::parse(event.detail, nullptr, false);
    const nlohmann::json detail = parsed.is_object() ? parsed : nlohmann::json::object();
    const QString kind = QString::fromStdString(event.kind);
    const QString name = text(detail, "name");
    if (kind == QLatin1String("dataset.imported")) {
        const int version = number(detail, "version");
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
    if (kind == QLatin1String("job.queued"))
        return EventText::tr("Queued: %1").arg(text(detail, "title"));
    if (kind == QLatin1String("job.ended"))
        return EventText::tr("%1: %2", "title of a job and its final state")
            .arg(text(detail, "title"), jobState(text(detail, "state")));
    if (kind == QLatin1String("member.added"))
        return EventText::tr("Added the member %1").arg(name);
    if (kind == QLatin1String("member.revoked"))
        return EventText::tr("Revoked a key: %1").arg(text(detail, "reason"));
    if (kind == QLatin1String("role.given"))
        return EventText::tr("Gave the role %1").arg(text(detail, "role"));
    if (kind == QLatin1String("role.taken"))
        return EventText::tr("Took the role %1").arg(text(detail, "role"));
    if (kind == QLatin1String("workspace.created"))
        return EventText::tr("Created the workspace %1").arg(name);
    return runSentence(kind, detail).value_or(kind);
}

} // namespace lepton::ui
