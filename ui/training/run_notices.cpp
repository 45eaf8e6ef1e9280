// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_notices.h"

#include "ui/theme/tokens.h"
#include "ui/training/run_banner.h"
#include "ui/training/run_view_model.h"
#include "ui/training/training_routes.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/navigator.h"

#include <QVBoxLayout>

namespace lepton::ui {

RunNotices::RunNotices(RunViewModel& viewModel, Navigator& navigator, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_navigator(navigator)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_ask(new InlineBanner(BannerKind::Caution))
{
    m_banner->setObjectName(QStringLiteral("run.banner"));
    m_ask->setObjectName(QStringLiteral("run.ask"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    for (InlineBanner* banner : {m_banner, m_ask}) {
        banner->hide();
        layout->addWidget(banner);
    }
}

void RunNotices::update()
{
    if (m_asksToStop && !m_viewModel.canStop())
        forgetQuestion(); // it ended meanwhile
    if (m_viewModel.isGone()) {
        tellGone();
        return;
    }
    if (m_viewModel.state() == RunViewModel::State::Failed && m_viewModel.error()) {
        tellUnreadable();
        return;
    }
    const auto told = bannerOf(m_viewModel);
    m_banner->setVisible(told.has_value());
    if (told)
        tell(*told);
}

void RunNotices::tell(const RunBanner& told)
{
    if (m_told == told.title + told.sentence)
        return; // and the focus stays where it is
    m_told = told.title + told.sentence;
    m_banner->setKind(told.kind);
    m_banner->setText(told.title, told.sentence);
    m_banner->clearActions();
    for (std::size_t i = 0; i < told.remedies.size(); ++i) {
        const RunRemedy& remedy = told.remedies[i];
        auto* button = m_banner->addAction(remedy.text, [this, remedy] {
            switch (remedy.kind) {
            case RunRemedy::Kind::Resume:
                m_viewModel.resume();
                break;
            case RunRemedy::Kind::NewRun:
                m_navigator.go(newRunFromRoute(TrainingText::runName(m_viewModel.run()), remedy.changes));
                break;
            case RunRemedy::Kind::AllRuns:
                m_navigator.go(trainingRoute());
                break;
            }
        });
        button->setObjectName(QStringLiteral("run.banner.remedy%1").arg(i + 1));
        button->show(); // at once, in a banner that is visible already
    }
}

void RunNotices::tellGone()
{
    forgetQuestion();
    m_banner->setKind(BannerKind::Caution);
    m_banner->setText(tr("%1 is not there any more.").arg(m_viewModel.name()),
                      tr("Someone deleted it while it was shown here."));
    m_banner->clearActions();
    m_banner->addAction(tr("All runs"), [this] { m_navigator.go(trainingRoute()); });
    m_told.clear();
    m_banner->show();
}

void RunNotices::tellUnreadable()
{
    m_banner->setKind(BannerKind::Error);
    m_banner->setError(tr("The run cannot be shown."), *m_viewModel.error());
    m_banner->clearActions();
    m_banner->addAction(tr("Try again"), [this] { Q_EMIT readAgainWanted(); });
    m_told.clear();
    m_banner->show();
}

void RunNotices::askToStop()
{
    m_asksToStop = true;
    m_ask->setKind(BannerKind::Caution);
    m_ask->setText(tr("Stop %1? Keep the last checkpoint?").arg(m_viewModel.name()),
                   tr("With a checkpoint of where it stands, the run can be resumed later."));
    m_ask->clearActions();
    const auto stop = [this](train::RunStop how) {
        Q_EMIT stopChosen(); // while the button is there that has the focus
        forgetQuestion();
        m_viewModel.stop(how);
        Q_EMIT changed();
    };
    auto* keep = m_ask->addAction(tr("Keep it and stop", "the checkpoint"),
                                  [stop] { stop(train::RunStop::KeepCheckpoint); });
    keep->setObjectName(QStringLiteral("run.ask.stop"));
    auto* drop = m_ask->addAction(tr("Stop without it", "the checkpoint"),
                                  [stop] { stop(train::RunStop::DropCheckpoint); });
    drop->setObjectName(QStringLiteral("run.ask.drop"));
    const bool isPaused = m_viewModel.run().state == jobs::JobState::Paused;
    auto* stay = m_ask->addAction(isPaused ? tr("Leave it paused") : tr("Keep running"), [this] {
        forgetQuestion();
        Q_EMIT changed();
        Q_EMIT stopRefused();
    });
    stay->setObjectName(QStringLiteral("run.ask.stay"));
    m_ask->show();
    Q_EMIT changed();
    keep->setFocus(Qt::OtherFocusReason);
}

void RunNotices::showFailure(const QString& title, const base::Error& error)
{
    m_asksToStop = false;
    m_ask->setKind(BannerKind::Error);
    m_ask->setError(title, error);
    m_ask->clearActions();
    m_ask->addAction(tr("Dismiss"), [this] {
        forgetQuestion();
        Q_EMIT changed();
    });
    m_ask->show();
    Q_EMIT changed();
}

bool RunNotices::forgetQuestion()
{
    m_asksToStop = false;
    const bool wasThere = !m_ask->isHidden();
    m_ask->hide();
    return wasThere;
}

void RunNotices::retranslate()
{
    m_told.clear();
    if (m_asksToStop)
        askToStop();
}

bool RunNotices::isEmpty() const
{
    return m_banner->isHidden() && m_ask->isHidden();
}

} // namespace lepton::ui
