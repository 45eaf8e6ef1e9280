// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/recording_navigator.h"

#include "data/dataset_service.h"
#include "jobs/job_queue.h"
#include "store/workspace.h"
#include "ui/datasets/dataset_reader.h"

#include <QList>
#include <QTemporaryDir>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>

namespace lepton::testing {

/// A workspace of one member, Mei of Risk, with a queue that imports.
class DatasetFixture
{
public:
    DatasetFixture();
    ~DatasetFixture();

    ui::DatasetContext context();
    data::DatasetService& service() { return *m_service; }
    /// What the member has no right to, and why; to be set while nothing is being read.
    std::map<data::DatasetAction, base::Error> refusals;
    /// Why the member may not start runs; likewise.
    std::optional<base::Error> trainRefusal;
    jobs::JobQueue& jobs() { return *m_jobs; }

    /// Writes a file into a folder of its own and returns its path.
    QString write(const QString& name, const QByteArray& bytes);
    /// Imports @p file now.
    data::Dataset import(const QString& file, const std::string& name, data::ImportRequest request = {});
    /// Imports a small CSV.
    data::Dataset add(const std::string& name, const QByteArray& csv = "a,b\n1,x\n2,y\n",
                      data::ImportRequest request = {});
    /// Waits until all jobs have ended; the last one.
    jobs::JobInfo waitForJobs();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Workspace> m_workspace;
    std::unique_ptr<data::DatasetService> m_service;
    std::unique_ptr<jobs::JobQueue> m_jobs;
    int m_files = 0;
};

/// The only visible widget of that object name below @p parent, or null.
template <class Widget = QWidget>
Widget* shown(const QWidget& parent, const char* name)
{
    for (auto* widget : parent.findChildren<Widget*>(QLatin1String(name))) {
        if (widget->isVisibleTo(parent.window()))
            return widget;
    }
    return nullptr;
}

} // namespace lepton::testing
