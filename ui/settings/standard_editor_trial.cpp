// SPDX-License-Identifier: GPL-3.0-or-later
// What StandardEditor does with a standard that is written: tries it, and publishes it.
#include "ui/settings/standard_editor.h"
#include "ui/settings/trial_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int mostTrialRows = 10; // of a trial, shown without scrolling

} // namespace

void StandardEditor::tryOut()
{
    const QString tried = text();
    m_refusal.reset();
    m_try.run(
        [backend = m_backend, json = tried.toStdString(),
         tell = m_progress.begin()](const base::Cancellation& cancellation) {
            base::Progress progress(tell);
            return backend->tryOut(json, cancellation, progress);
        },
        [this, tried, standard = *m_standard](const StandardTrial& trial) {
            m_progress.end();
            m_tried = tried;
            m_refusal = trial.refusal;
            m_trial->setTrial(standard, trial.checks);
            const int rows = m_trial->rowCount();
            const int failed = m_trial->failedCount();
            m_banner->setKind(failed > 0 ? BannerKind::Caution : BannerKind::Fits);
            if (trial.checks.empty())
                m_banner->setText({}, tr("There is no version of a model that this standard is for."));
            else if (rows == 0)
                m_banner->setText({}, tr("The standard has no gates: approvals alone decide."));
            else if (failed > 0)
                m_banner->setText(
                    tr("%Ln gate(s) would fail.", nullptr, failed),
                    tr("What is in production stays there: the standard is asked of what comes."));
            else
                m_banner->setText(tr("Every gate passes."), {});
            update();
            m_banner->show();
            m_table->setFixedHeight(theme::tableHeaderHeight +
                                    std::min(rows, mostTrialRows) * theme::rowTwoLines);
            m_table->setVisible(rows > 0);
            QTimer::singleShot(0, this, &StandardEditor::showTrial); // once it has its place
        },
        [this](const base::Error& error) {
            m_progress.end();
            m_banner->setKind(BannerKind::Error);
            m_banner->setError(tr("The standard could not be tried."), error);
            update();
            m_banner->show();
        });
    m_progressText->setText(tr("The versions are being scored."));
    update();
}

void StandardEditor::showTrial()
{
    for (QWidget* above = parentWidget(); above; above = above->parentWidget()) {
        if (auto* scroll = qobject_cast<QScrollArea*>(above)) {
            scroll->ensureWidgetVisible(m_table->isVisible() ? static_cast<QWidget*>(m_table) : m_banner, 0,
                                        theme::gap24);
            return;
        }
    }
}

void StandardEditor::stopTrying()
{
    m_try.cancel();
    m_progress.end();
    update();
}

void StandardEditor::publish()
{
    if (!m_publishButton->isEnabled())
        return;
    m_publishing.run([backend = m_backend, json = text().toStdString()] { return backend->publish(json); },
                     [this](const registry::StandardRecord& record) {
                         Q_EMIT published(tr("%1 v%2 is in force", "a standard")
                                              .arg(QString::fromStdString(record.standard.name))
                                              .arg(record.standard.version));
                     },
                     [this](const base::Error& error) {
                         update();
                         m_banner->setKind(BannerKind::Error);
                         m_banner->setError(tr("The standard was not published."), error);
                         m_banner->show();
                     });
    update();
}

} // namespace lepton::ui
