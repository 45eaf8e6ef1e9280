// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_strip.h"

#include "ui/shell/job_item.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr std::size_t shownAtMost = 3;
constexpr int widthForThree = 1200;
constexpr int widthForTwo = 900;

} // namespace

JobStrip::JobStrip(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("activity"), theme::Role::Text2, 14, this))
    , m_count(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_paused(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_queued(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_jobs(new QHBoxLayout)
    , m_more(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_deviceIcon(new IconLabel(QStringLiteral("cpu"), theme::Role::Text2, 14, this))
    , m_device(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_savedIcon(new IconLabel(QStringLiteral("check"), theme::Role::Good, 14, this))
    , m_saved(new TextLabel(theme::Step::Small, theme::Role::Good, this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", QStringLiteral("surface"));
    setFixedHeight(theme::stripHeight);
    setObjectName(QStringLiteral("jobStrip"));
    m_device->setObjectName(QStringLiteral("jobStrip.device"));

    m_jobs->setSpacing(theme::gap8);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(theme::gap16, 0, theme::gap16, 0);
    line->setSpacing(theme::gap8);
    line->addWidget(m_icon);
    line->addWidget(m_count);
    line->addWidget(m_paused);
    line->addWidget(m_queued);
    line->addSpacing(theme::gap4);
    line->addLayout(m_jobs);
    line->addWidget(m_more);
    line->addStretch();
    line->addWidget(m_deviceIcon);
    line->addWidget(m_device);
    line->addSpacing(theme::gap4);
    line->addWidget(m_savedIcon);
    line->addWidget(m_saved);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeRule(Qt::Horizontal, this));
    layout->addLayout(line, 1);
    setDevice({});
    show();
}

void JobStrip::setJobs(const std::vector<jobs::JobInfo>& active)
{
    m_active = active;
    show();
}

void JobStrip::addFailed(const jobs::JobInfo& job)
{
    m_failed.push_back(job);
    show();
}

void JobStrip::clear()
{
    m_active.clear();
    m_failed.clear();
    show();
}

void JobStrip::setDevice(const QString& text)
{
    m_device->setText(text);
    m_device->setVisible(!text.isEmpty());
    m_deviceIcon->setVisible(!text.isEmpty());
}

void JobStrip::setWorkspaceOpen(bool open)
{
    m_open = open;
    show();
}

void JobStrip::setReachable(bool reachable)
{
    m_reachable = reachable;
    show();
}

void JobStrip::focusFirst()
{
    if (!m_items.empty())
        m_items.front()->setFocus(Qt::ShortcutFocusReason);
}

void JobStrip::retranslate()
{
    show();
}

void JobStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    show();
}

void JobStrip::show()
{
    showCounts();
    showJobs();
    showSaved();
    makeRoom();
}

/// Names are to be read: counts of what is shown give way first, then the bars.
void JobStrip::makeRoom()
{
    for (TextLabel* label : findChildren<TextLabel*>())
        label->ensurePolished(); // its font comes from the style sheet
    const auto fits = [this] {
        layout()->activate(); // layouts inside it remember their sizes until then
        return layout()->sizeHint().width() <= width();
    };
    for (JobItem* item : m_items)
        item->setBarWanted(true);
    if (fits())
        return;
    if (m_more->isHidden()) {
        m_paused->hide();
        m_queued->hide();
    }
    if (fits())
        return;
    for (JobItem* item : m_items)
        item->setBarWanted(false);
}

void JobStrip::showCounts()
{
    const auto count = [this](jobs::JobState state) {
        return static_cast<int>(std::count_if(m_active.begin(), m_active.end(),
                                              [&](const jobs::JobInfo& job) { return job.state == state; }));
    };
    const int queued = count(jobs::JobState::Queued);
    const int paused = count(jobs::JobState::Paused);
    const int running = static_cast<int>(m_active.size()) - queued - paused;
    if (m_active.empty() && m_failed.empty())
        m_count->setText(tr("No jobs. What runs is always shown here."));
    else if (m_active.empty())
        m_count->setText(tr("%Ln failed", nullptr, static_cast<int>(m_failed.size())));
    else
        m_count->setText(tr("%Ln running", nullptr, running));
    m_count->setVisible(running > 0 || m_active.empty());
    m_count->setTone(m_active.empty() ? theme::Role::Text2 : theme::Role::Text);
    m_paused->setText(tr("%Ln paused", nullptr, paused));
    m_paused->setVisible(paused > 0);
    m_queued->setText(tr("%Ln queued", nullptr, queued));
    m_queued->setVisible(queued > 0);
}

void JobStrip::showJobs()
{
    std::vector<jobs::JobInfo> shown = m_failed;
    shown.insert(shown.end(), m_active.begin(), m_active.end());
    const std::size_t room = width() >= widthForThree ? shownAtMost : width() >= widthForTwo ? 2 : 1;
    const std::size_t fits = std::min(shown.size(), room);
    while (m_items.size() > fits) {
        m_items.back()->deleteLater();
        m_jobs->removeWidget(m_items.back());
        m_items.back()->hide();
        m_items.pop_back();
    }
    while (m_items.size() < fits)
        addItem();
    for (std::size_t i = 0; i < fits; ++i)
        m_items[i]->setJob(shown[i]);
    m_more->setText(tr("+%1", "further jobs").arg(QLocale().toString(static_cast<int>(shown.size() - fits))));
    m_more->setVisible(shown.size() > fits);
}

void JobStrip::addItem()
{
    auto* item = new JobItem(this);
    connect(item, &JobItem::openRequested, this, &JobStrip::openRequested);
    connect(item, &JobItem::asked, this,
            [this](const jobs::JobInfo& job, jobs::StopRequest stop) { Q_EMIT asked(job.id, stop); });
    connect(item, &JobItem::dismissRequested, this, [this](const jobs::JobInfo& job) {
        std::erase_if(m_failed, [&](const jobs::JobInfo& failed) { return failed.id == job.id; });
        // the item lives in the list that show() makes anew
        QMetaObject::invokeMethod(
            this, [this] { show(); }, Qt::QueuedConnection);
    });
    m_jobs->addWidget(item);
    item->show(); // at once, so that its room is reckoned with
    m_items.push_back(item);
}

void JobStrip::showSaved()
{
    if (!m_open) {
        m_saved->setText(tr("Lepton Workbench %1").arg(QCoreApplication::applicationVersion()));
        m_saved->setTone(theme::Role::Text2);
    } else if (m_reachable) {
        m_saved->setText(tr("All saved"));
        m_saved->setTone(theme::Role::Good);
        m_savedIcon->setIcon(QStringLiteral("check"), theme::Role::Good);
    } else {
        m_saved->setText(tr("The workspace cannot be reached"));
        m_saved->setTone(theme::Role::BadText);
        m_savedIcon->setIcon(QStringLiteral("error"), theme::Role::Bad);
    }
    m_savedIcon->setVisible(m_open);
}

} // namespace lepton::ui
