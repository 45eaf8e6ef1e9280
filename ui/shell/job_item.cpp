// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_item.h"

#include "ui/widgets/button.h"
#include "ui/widgets/job_text.h"
#include "ui/widgets/mini_charts.h"
#include "ui/widgets/text_label.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int barWidth = 56;
constexpr int longestName = 180;
constexpr int ruleHeight = 20;

/// Paused, or on the way there.
bool isHeld(const jobs::JobInfo& job)
{
    return job.state == jobs::JobState::Paused || job.stop == jobs::StopRequest::Pause;
}

} // namespace

JobItem::JobItem(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("activity"), theme::Role::Text2, 14, this))
    , m_name(new TextLabel(theme::Step::Small, theme::Role::Text, this))
    , m_bar(new Bar(this))
    , m_progress(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_left(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_pause(new IconButton(QStringLiteral("pause"), 24, this))
    , m_close(new IconButton(QStringLiteral("close"), 24, this))
{
    m_name->setProperty("step", QStringLiteral("smallStrong"));
    m_name->setElided(true);
    m_name->setMaximumWidth(longestName);
    m_bar->setFixedWidth(barWidth);
    m_pause->setIconSize(QSize(12, 12));
    m_close->setIconSize(QSize(12, 12));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    auto* rule = makeRule(Qt::Vertical, this);
    rule->setFixedHeight(ruleHeight);
    layout->addWidget(rule);
    layout->addSpacing(theme::gap4);
    layout->addWidget(m_icon);
    layout->addWidget(m_name);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_left);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    connect(m_pause, &QToolButton::clicked, this, &JobItem::pauseOrResume);
    connect(m_close, &QToolButton::clicked, this, &JobItem::close);
}

void JobItem::setJob(const jobs::JobInfo& job)
{
    m_job = job;
    const bool failed = job.state == jobs::JobState::Failed;
    const auto share = job.progress.share();
    m_icon->setIcon(failed ? QStringLiteral("error") : jobIcon(job),
                    failed ? theme::Role::Bad : theme::Role::Text2);
    setTitle(jobShortTitle(job));
    m_progress->setText(jobProgressText(job));
    m_progress->setTone(failed ? theme::Role::BadText : theme::Role::Text2);
    m_hasShare = !failed && share.has_value();
    m_bar->setShare(share.value_or(0), jobProgressText(job));
    m_left->setText(jobTimeLeftText(job));
    m_left->setVisible(!m_left->text().isEmpty());
    setObjectName(QStringLiteral("jobStrip.job.%1").arg(QString::fromStdString(job.id.toString())));
    showButtons();
    setAccessibleName(jobSentence(job));
    setToolTip(failed ? jobFailure(job) : jobSentence(job));
}

void JobItem::setBarWanted(bool wanted)
{
    m_bar->setVisible(m_hasShare && wanted);
    updateGeometry();
}

/// However narrow the strip is, the number of a run stays to be read: it leads its title.
void JobItem::setTitle(const QString& title)
{
    m_name->setText(title);
    const QFontMetrics metrics = m_name->fontMetrics();
    const int shortest = metrics.horizontalAdvance(QStringLiteral("R-00000…"));
    m_name->setMinimumWidth(std::min(metrics.horizontalAdvance(title), shortest));
}

void JobItem::showButtons()
{
    const bool failed = m_job.state == jobs::JobState::Failed;
    const bool ending = m_job.stop >= jobs::StopRequest::Interrupt;
    const QString title = m_name->text();
    const QString name = objectName() + QLatin1Char('.');

    const bool resumes = isHeld(m_job);
    m_pause->setVisible(m_job.pausable);
    m_pause->setEnabled(!ending);
    m_pause->setIconName(resumes ? QStringLiteral("play") : QStringLiteral("pause"));
    m_pause->setLabel(resumes ? tr("Resume “%1”").arg(title) : tr("Pause “%1”").arg(title));
    m_pause->setObjectName(name + (resumes ? QStringLiteral("resume") : QStringLiteral("pause")));

    m_close->setVisible(m_job.own || failed);
    m_close->setEnabled(!ending);
    m_close->setIconName(m_job.pausable ? QStringLiteral("stop") : QStringLiteral("close"));
    if (failed) {
        m_close->setLabel(tr("Dismiss"));
        m_close->setObjectName(name + QStringLiteral("dismiss"));
    } else if (m_job.pausable) {
        m_close->setLabel(tr("Stop “%1”: what it has done is saved").arg(title));
        m_close->setObjectName(name + QStringLiteral("stop"));
    } else {
        m_close->setLabel(tr("Cancel “%1”").arg(title));
        m_close->setObjectName(name + QStringLiteral("cancel"));
    }
}

void JobItem::pauseOrResume()
{
    Q_EMIT asked(m_job, isHeld(m_job) ? jobs::StopRequest::None : jobs::StopRequest::Pause);
}

void JobItem::close()
{
    if (jobs::isFinal(m_job.state))
        Q_EMIT dismissRequested(m_job);
    else if (m_job.own)
        Q_EMIT asked(m_job, m_job.pausable ? jobs::StopRequest::Interrupt : jobs::StopRequest::Cancel);
}

void JobItem::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT openRequested(m_job);
}

void JobItem::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT openRequested(m_job);
    else if (event->key() == Qt::Key_Delete)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace lepton::ui
