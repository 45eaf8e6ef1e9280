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

/// One job in the strip: icon, name, bar, progress, time left, and cancel (or dismiss, where it failed).
class JobItem : public QWidget
{
    Q_OBJECT

public:
    explicit JobItem(QWidget* parent = nullptr);

    void setJob(const jobs::JobInfo& job);
    const jobs::JobInfo& job() const noexcept { return m_job; }

Q_SIGNALS:
    void openRequested(const lepton::jobs::JobInfo& job);
    /// Cancel while it runs, dismiss after it failed.
    void closeRequested(const lepton::jobs::JobInfo& job);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    jobs::JobInfo m_job;
    IconLabel* m_icon;
    TextLabel* m_name;
    Bar* m_bar;
    TextLabel* m_progress;
    TextLabel* m_left;
    IconButton* m_close;
};

} // namespace lepton::ui
