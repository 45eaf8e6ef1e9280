// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/audit_text.h"

#include "ui/widgets/core_text.h"
#include "ui/widgets/relative_time.h"

#include <QDateTime>
#include <QLocale>

namespace lepton::ui {

QString AuditText::meaning(const identity::Problem& problem)
{
    const QString event = QLocale().toString(qlonglong(problem.event));
    const std::string& kind = problem.kind;
    if (kind == "bad_hash")
        return tr("Event %1 was changed after it was signed.").arg(event);
    if (kind == "bad_signature")
        return problem.event > 0 ? tr("The signature of event %1 is not genuine.").arg(event)
                                 : tr("The checkpoint was changed after it was signed.");
    if (kind == "broken_chain")
        return tr("Event %1 does not follow the event before it.").arg(event);
    if (kind == "missing_event")
        return tr("Events are missing at place %1 of the chain.").arg(event);
    if (kind == "unknown_key")
        return problem.event > 0 ? tr("Event %1 was signed with a key that was nobody's then.").arg(event)
                                 : tr("The checkpoint was signed by nobody who is a member here.");
    if (kind == "revoked_key")
        return tr("Event %1 was signed with a key that was revoked then.").arg(event);
    if (kind == "own_request")
        return tr("In event %1 somebody decided on an own request.").arg(event);
    if (kind == "not_allowed" || kind == "not_reviewer")
        return tr("The author of event %1 did not have the right to it.").arg(event);
    if (kind == "projection")
        return tr("A table of the catalog is not what the events tell.");
    if (kind == "rolled_back")
        return tr("The log lacks events that were in it before: an older catalog was put back.");
    if (kind == "untrusted")
        return tr("The log is of another workspace, or of one with another root.");
    if (kind == "bad_object")
        return tr("A file that a decision names is not what was kept.");
    return problem.event > 0 ? tr("Event %1 is not in order.").arg(event) : tr("Something is not in order.");
}

QString AuditText::problem(const identity::Problem& problem)
{
    const QString words = QString::fromStdString(problem.message);
    const QString said = CoreText::said(problem.message);
    if (CoreText::isCoreLanguage() || said != words)
        return said;
    return tr("%1 (%2)", "what is wrong, the same in the English words of the program")
        .arg(meaning(problem), words);
}

QString AuditText::title(const Verification& verification)
{
    const auto& result = verification.result;
    if (!result.ok)
        return tr("%Ln problem(s) in the chain.", nullptr, int(result.problems.size()));
    return verification.checkpoint ? tr("The chain is intact and goes on from the checkpoint.")
                                   : tr("Chain intact.");
}

QString AuditText::sentence(const Verification& verification)
{
    const auto& result = verification.result;
    if (!result.ok)
        return result.problems.empty() ? QString() : problem(result.problems.front());
    const QString verified =
        tr("%Ln event(s) verified, every hash and every signature.", nullptr, int(result.events));
    if (!verification.checkpoint)
        return verified;
    const QLocale locale;
    return tr("%1 The checkpoint was signed at event %2 on %3.",
              "what was verified, place in the chain, date")
        .arg(verified, locale.toString(qlonglong(verification.checkpoint->head.seq)),
             fullTime(QDateTime::fromMSecsSinceEpoch(verification.checkpoint->time.milliseconds)));
}

QString AuditText::progress(const base::ProgressState& state)
{
    const auto share = state.share();
    if (!share)
        return tr("The chain is being verified: every hash and every signature.");
    const QString percent = QLocale().toString(int(*share * 100));
    return state.phase == "hashing"
               ? tr("The files that decisions name are being read: %1 %", "share").arg(percent)
               : tr("The chain is being verified, every hash and every signature: %1 %", "share")
                     .arg(percent);
}

} // namespace lepton::ui
