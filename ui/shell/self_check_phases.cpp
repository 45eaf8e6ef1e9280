// SPDX-License-Identifier: GPL-3.0-or-later
// How SelfCheck goes on from one set of pictures to the next.
#include "ui/shell/job_strip.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_host.h"
#include "ui/shell/self_check.h"
#include "ui/shell/session_controller.h"
#include "ui/widgets/stall_watch.h"

#include <QJsonObject>

namespace lepton::ui {

void SelfCheck::closeShots()
{
    for (const Shot& shot : m_shots)
        m_pages.append(QJsonObject{{QStringLiteral("name"), shot.scene.name},
                                   {QStringLiteral("page"), shot.page},
                                   {QStringLiteral("pictures"), QJsonArray::fromStringList(shot.files)}});
    m_shots.clear();
}

void SelfCheck::nextPhase()
{
    m_waited = 0;
    m_quiet = 0;
    switch (m_phase) {
    case Phase::Welcome:
        closeShots();
        m_phase = Phase::Opening;
        apply(m_variants.front());
        m_window.session().openSample();
        break;
    case Phase::Opening:
        m_phase = Phase::Examples;
        m_examples.run([session = m_window.session().session()] { session->addExamples(); }, [] {},
                       [this](const base::Error& error) {
                           fail(QString::fromStdString("the examples: " + error.message()));
                       });
        break;
    case Phase::Examples:
        m_window.strip().clear(); // some examples failed, which a person has seen by now
        m_phase = Phase::FirstLook;
        listFirstLooks();
        break;
    case Phase::FirstLook:
        m_phase = Phase::Pages;
        addLastShots();
        break;
    case Phase::Pages:
        closeShots();
        m_phase = Phase::BeginningWork;
        m_examples.run([session = m_window.session().session()] { return session->beginWork(); },
                       [this](const std::vector<ExamplePlace>& places) { m_places = places; },
                       [this](const base::Error& error) {
                           fail(QString::fromStdString("the work: " + error.message()));
                       });
        break;
    case Phase::BeginningWork:
        m_phase = Phase::Working;
        addWorkingShots();
        if (!m_shots.empty())
            break;
        [[fallthrough]];
    case Phase::Working:
        closeShots();
        m_phase = Phase::EndingWork;
        m_examples.run([session = m_window.session().session()] { session->endWork(); }, [] {},
                       [this](const base::Error& error) {
                           fail(QString::fromStdString("the end of the work: " + error.message()));
                       });
        break;
    case Phase::EndingWork:
        m_phase = Phase::Damaging;
        m_examples.run([session = m_window.session().session()] { return session->damageExamples(); },
                       [this](bool isDone) { m_isDamaged = isDone; },
                       [this](const base::Error& error) {
                           fail(QString::fromStdString("the damage: " + error.message()));
                       });
        break;
    case Phase::Damaging:
        m_phase = Phase::Damaged;
        if (m_isDamaged)
            addDamagedShots();
        if (!m_shots.empty())
            break;
        [[fallthrough]];
    case Phase::Damaged:
        closeShots();
        finish();
        break;
    }
}

void SelfCheck::tellActivity()
{
    switch (m_phase) {
    case Phase::Opening:
        m_stall.setActivity(QStringLiteral("opening the sample workspace"));
        return;
    case Phase::Examples:
        m_stall.setActivity(QStringLiteral("%1, while the examples are trained")
                                .arg(m_window.pages().current() ? m_window.pages().current()->title()
                                                                : QStringLiteral("welcome")));
        return;
    case Phase::FirstLook:
    case Phase::BeginningWork:
    case Phase::EndingWork:
    case Phase::Damaging:
        return; // told where the page is opened
    case Phase::Welcome:
    case Phase::Pages:
    case Phase::Working:
    case Phase::Damaged:
        break;
    }
    const QString& variant = m_variants[m_variant].name;
    const QString& scene = m_shots[m_shot].scene.name;
    switch (m_step) {
    case Step::Vary:
        m_stall.setActivity(QStringLiteral("switching to %1").arg(variant));
        return;
    case Step::Show:
        m_stall.setActivity(QStringLiteral("opening %1 (%2)").arg(scene, variant));
        return;
    case Step::Settle:
    case Step::Picture:
        m_stall.setActivity(QStringLiteral("showing %1 (%2)").arg(scene, variant));
        return;
    case Step::Hide:
        m_stall.setActivity(QStringLiteral("leaving %1 (%2)").arg(scene, variant));
        return;
    }
}

} // namespace lepton::ui
