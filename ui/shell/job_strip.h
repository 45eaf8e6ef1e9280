// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_queue.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace lepton::ui {

class IconLabel;
class JobItem;
class TextLabel;

/// 36 high, never hidden: how many jobs, up to three of them with progress and cancel, the device, and
/// whether all is saved. A failed job stays until it is dismissed.
class JobStrip : public QWidget
{
    Q_OBJECT

public:
    explicit JobStrip(QWidget* parent = nullptr);

    void setJobs(const std::vector<jobs::JobInfo>& active);
    void addFailed(const jobs::JobInfo& job);
    void clear();
    /// "CPU, 8 threads"; empty while it is not known.
    void setDevice(const QString& text);
    /// Without a workspace the strip tells the program's version instead of "All saved".
    void setWorkspaceOpen(bool open);
    /// False when the workspace cannot be reached: the strip then says so.
    void setReachable(bool reachable);
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    /// What is asked of a job that has not ended; StopRequest::None resumes it.
    void asked(const lepton::base::JobId& id, lepton::jobs::StopRequest stop);
    /// The job was clicked.
    void openRequested(const lepton::jobs::JobInfo& job);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void show();
    void showCounts();
    void showJobs();
    void addItem();
    void showSaved();
    void makeRoom();

    std::vector<jobs::JobInfo> m_active;
    std::vector<jobs::JobInfo> m_failed;
    bool m_open = false;
    bool m_reachable = true;
    IconLabel* m_icon;
    TextLabel* m_count;
    TextLabel* m_paused;
    TextLabel* m_queued;
    QHBoxLayout* m_jobs;
    std::vector<JobItem*> m_items;
    TextLabel* m_more;
    IconLabel* m_deviceIcon;
    TextLabel* m_device;
    IconLabel* m_savedIcon;
    TextLabel* m_saved;
};

} // namespace lepton::ui
