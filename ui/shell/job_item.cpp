// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_item.h"

#include "ui/shell/job_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/mini_charts.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>

namespace lepton::ui {
namespace {

constexpr int barWidth = 56;
constexpr int longestName = 180;

} // namespace

JobItem::JobItem(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("activity"), theme::Role::Text2, 14, this))
    , m_name(new TextLabel(theme::Step::Small, theme::Role::Text, this))
    , m_bar(new Bar(this))
    , m_progress(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_left(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_close(new IconButton(QStringLiteral("close"), 24, this))
{
    m_name->setProperty("step", QStringLiteral("smallStrong"));
    m_name->setElided(true, Qt::ElideMiddle);
    m_name->setMaximumWidth(longestName);
    m_bar->setFixedWidth(barWidth);
    m_close->setIconSize(QSize(12, 12));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    layout->addWidget(m_icon);
    layout->addWidget(m_name);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_left);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] { Q_EMIT closeRequested(m_job); });
}

void JobItem::setJob(const jobs::JobInfo& job)
{
    m_job = job;
    const bool failed = job.state == jobs::JobState::Failed;
    const auto share = job.progress.share();
    m_icon->setIcon(failed ? QStringLiteral("error") : jobIcon(job),
                    failed ? theme::Role::Bad : theme::Role::Text2);
    m_name->setText(QString::fromStdString(job.title));
    m_progress->setText(jobProgressText(job));
    m_progress->setTone(failed ? theme::Role::BadText : theme::Role::Text2);
    m_bar->setVisible(!failed && share.has_value());
    m_bar->setShare(share.value_or(0), jobProgressText(job));
    m_left->setText(jobTimeLeftText(job));
    m_left->setVisible(!m_left->text().isEmpty());
    m_close->setVisible(job.own || failed);
    m_close->setEnabled(job.state != jobs::JobState::Cancelling);
    const QString id = QString::fromStdString(job.id.toString());
    setObjectName(QStringLiteral("jobStrip.job.%1").arg(id));
    m_close->setObjectName(QStringLiteral("jobStrip.job.%1.%2")
                               .arg(id, failed ? QStringLiteral("dismiss") : QStringLiteral("cancel")));
    m_close->setLabel(failed ? tr("Dismiss") : tr("Cancel “%1”").arg(m_name->text()));
    setAccessibleName(jobSentence(job));
    setToolTip(failed ? jobFailure(job) : jobSentence(job));
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
        Q_EMIT closeRequested(m_job);
    else
        QWidget::keyPressEvent(event);
}

} // namespace lepton::ui
