// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_queue.h"

#include <QWidget>

class QPushButton;

namespace lepton::ui {

class Bar;
class IconButton;
class IconLabel;
class TextLabel;

/// One job in the strip: icon, name, bar, progress, time left, and cancel (or dismiss, where it failed). A
/// job that can be paused has pause, or resume, and stop instead of cancel: nothing that it did is lost.
class JobItem : public QWidget
{
    Q_OBJECT

public:
    explicit JobItem(QWidget* parent = nullptr);

    void setJob(const jobs::JobInfo& job);
    const jobs::JobInfo& job() const noexcept { return m_job; }
    /// Without its bar a job takes less room.
    void setBarWanted(bool wanted);

Q_SIGNALS:
    void openRequested(const lepton::jobs::JobInfo& job);
    /// What is asked of a job that has not ended; StopRequest::None resumes it.
    void asked(const lepton::jobs::JobInfo& job, lepton::jobs::StopRequest stop);
    /// Of a failed one.
    void dismissRequested(const lepton::jobs::JobInfo& job);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setTitle(const QString& title);
    void showButtons();
    void pauseOrResume();
    void close();

    jobs::JobInfo m_job;
    bool m_hasShare = false;
    IconLabel* m_icon;
    TextLabel* m_name;
    Bar* m_bar;
    TextLabel* m_progress;
    TextLabel* m_left;
    IconButton* m_pause;
    IconButton* m_close;
};

} // namespace lepton::ui
