// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of models, standards, promotions and predictions.
#include "ui/activity/event_detail.h"

#include <QLocale>

namespace lepton::ui {

namespace {

constexpr int shownDecimals = 3;

QString stageText(const QString& stage)
{
    if (stage == QLatin1String("production"))
        return EventText::tr("production", "a stage");
    if (stage == QLatin1String("staging"))
        return EventText::tr("staging", "a stage");
    if (stage == QLatin1String("archived"))
        return EventText::tr("archived", "a stage");
    return stage;
}

std::optional<QString> modelSentence(const EventDetail& detail)
{
    const QString& kind = detail.kind();
    if (kind == QLatin1String("model.registered"))
        return EventText::tr("Made the model %1").arg(detail.text("name"));
    if (kind == QLatin1String("model.version_added"))
        return (detail.text("run").isEmpty() ? EventText::tr("Imported %1 v%2 from the folder %3", "a model")
                                             : EventText::tr("Registered %1 v%2 from %3", "a model, a run"))
            .arg(detail.text("name"))
            .arg(detail.number("number"))
            .arg(detail.text("source"));
    if (kind == QLatin1String("model.described"))
        return EventText::tr("Described the model %1").arg(detail.object());
    if (kind == QLatin1String("model.alias_set"))
        return EventText::tr("Gave %1 v%2 the alias %3", "a model")
            .arg(detail.object())
            .arg(detail.number("version"))
            .arg(detail.text("alias"));
    if (kind == QLatin1String("model.alias_removed"))
        return EventText::tr("Removed the alias %1 of %2", "alias, model")
            .arg(detail.text("alias"), detail.object());
    if (kind == QLatin1String("model.version_trashed"))
        return EventText::tr("Moved %1 to the trash").arg(detail.object());
    if (kind == QLatin1String("model.version_restored"))
        return EventText::tr("Restored %1").arg(detail.object());
    if (kind == QLatin1String("model.scored"))
        return EventText::tr("Scored %1: macro F1 %2 over %Ln data set(s)", "a version of a model",
                             int(detail.size("sources")))
            .arg(detail.object(), QLocale().toString(detail.figure("macro_f1"), 'f', shownDecimals));
    return std::nullopt;
}

QString requestSentence(const EventDetail& detail)
{
    const QString promotion = QStringLiteral("P-%1").arg(detail.number("number"));
    const QString model = detail.text("model_name");
    const int version = detail.number("version_number");
    if (detail.flag("rollback"))
        return EventText::tr("Asked to roll %1 back to v%2 (%3): “%4”", "model, version, promotion, reason")
            .arg(model)
            .arg(version)
            .arg(promotion, detail.text("reason"));
    return EventText::tr("Asked to bring %1 v%2 to %3 (%4): “%5”", "model, version, stage, promotion, reason")
        .arg(model)
        .arg(version)
        .arg(stageText(detail.text("target")), promotion, detail.text("reason"));
}

std::optional<QString> promotionSentence(const EventDetail& detail)
{
    const QString& kind = detail.kind();
    const QString promotion = detail.text("promotion");
    if (kind == QLatin1String("promotion.requested"))
        return requestSentence(detail);
    if (kind == QLatin1String("promotion.withdrawn"))
        return EventText::tr("Withdrew %1", "a promotion").arg(promotion);
    const bool isApproved = kind == QLatin1String("promotion.approved");
    if (isApproved || kind == QLatin1String("promotion.rejected")) {
        const QString version = detail.nameOf(detail.text("version"));
        const QString comment = detail.text("comment");
        if (comment.isEmpty())
            return (isApproved ? EventText::tr("Approved %1 (%2)", "version of a model, promotion")
                               : EventText::tr("Rejected %1 (%2)", "version of a model, promotion"))
                .arg(version, promotion);
        return (isApproved
                    ? EventText::tr("Approved %1 (%2): “%3”", "version of a model, promotion, comment")
                    : EventText::tr("Rejected %1 (%2): “%3”", "version of a model, promotion, comment"))
            .arg(version, promotion, comment);
    }
    if (kind == QLatin1String("promotion.decided"))
        return (detail.text("outcome") == QLatin1String("approved")
                    ? EventText::tr("%1 v%2 went to %3 (%4)", "model, version, stage, promotion")
                    : EventText::tr("%1 v%2 does not go to %3 (%4)", "model, version, stage, promotion"))
            .arg(detail.text("model_name"))
            .arg(detail.number("version_number"))
            .arg(stageText(detail.text("target")), promotion);
    return std::nullopt;
}

} // namespace

std::optional<QString> registrySentence(const EventDetail& detail)
{
    if (detail.kind() == QLatin1String("standard.published"))
        return EventText::tr("Published the standard %1 v%2")
            .arg(detail.text("name"))
            .arg(detail.number("version"));
    if (detail.kind() == QLatin1String("prediction.made"))
        return EventText::tr("Predicted %Ln row(s) with %1 v%2", "model, version", detail.number("rows"))
            .arg(detail.text("model"))
            .arg(detail.number("version"));
    if (const auto sentence = modelSentence(detail))
        return sentence;
    return promotionSentence(detail);
}

} // namespace lepton::ui
