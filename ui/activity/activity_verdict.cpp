// SPDX-License-Identifier: GPL-3.0-or-later
// What ActivityPage says of the chain: whether it is intact, and how it finds out.
#include "ui/activity/activity_page.h"
#include "ui/activity/audit_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"

#include <QAction>

namespace lepton::ui {

void ActivityPage::verify(Verify how, const QString& checkpoint)
{
    if (how == Verify::Anew || !checkpoint.isEmpty()) {
        m_result.reset();
        m_verifyError.reset();
    }
    const VerifyRequest request{how == Verify::Anew, std::filesystem::path(checkpoint.toStdString())};
    m_prove.run(
        [backend = m_backend, request, tell = m_progress.begin()](const base::Cancellation& cancellation) {
            base::Progress progress(tell);
            return backend->verify(request, cancellation, progress);
        },
        [this](Verification result) {
            m_progress.end();
            m_result = std::move(result);
            m_verifyError.reset();
            showVerdict();
        },
        [this](const base::Error& error) {
            m_progress.end();
            m_verifyError = error;
            showVerdict();
        });
    showVerdict();
}

void ActivityPage::showVerdict()
{
    const bool isRunning = m_prove.isRunning();
    const QString busy = isRunning ? tr("The chain is being verified.") : QString();
    m_verify->setDisabledReason(busy);
    m_checkAgainst->setEnabled(!isRunning);
    m_checkAgainst->setToolTip(isRunning ? busy : QString());
    m_verdict->clearActions();
    if (m_verifyError) {
        m_verdict->setKind(BannerKind::Error);
        m_verdict->setError(tr("The chain could not be verified."), *m_verifyError);
    } else if (!m_result) {
        m_verdict->setKind(BannerKind::Fact);
        m_verdict->setText({}, AuditText::progress(m_progress.state()));
    } else {
        const auto& result = m_result->result;
        m_verdict->setKind(result.ok ? BannerKind::Fits : BannerKind::Error);
        m_verdict->setText(AuditText::title(*m_result), AuditText::sentence(*m_result));
        if (!result.problems.empty() && result.problems.front().event > 0)
            m_verdict->addAction(tr("Show the event"),
                                 [this, seq = result.problems.front().event] { showEvent(seq); });
    }
}

} // namespace lepton::ui
