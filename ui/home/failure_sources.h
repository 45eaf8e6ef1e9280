// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/home_backend.h"
#include "ui/home/home_item.h"

namespace lepton::ui {

/// Runs of this person that failed or were stopped in the last two weeks: See why, Resume.
class UnfinishedRunSource final : public HomeSource
{
public:
    explicit UnfinishedRunSource(std::shared_ptr<HomeBackend> backend);

    QString id() const override { return QStringLiteral("runs"); }
    QString title() const override;
    std::shared_ptr<const HomeFindings> find(const base::Cancellation& cancellation) override;

private:
    std::shared_ptr<HomeBackend> m_backend;
};

/// Imports and other jobs of this person that failed in the last two weeks, each with its reason.
class FailedJobSource final : public HomeSource
{
public:
    /// Begins the import of a job once more; GUI thread.
    using ImportAgain = std::function<void(QWidget* over, const jobs::JobInfo& job)>;
    FailedJobSource(std::shared_ptr<HomeBackend> backend, ImportAgain importAgain);

    QString id() const override { return QStringLiteral("jobs"); }
    QString title() const override;
    std::shared_ptr<const HomeFindings> find(const base::Cancellation& cancellation) override;

private:
    std::shared_ptr<HomeBackend> m_backend;
    ImportAgain m_importAgain;
};

} // namespace lepton::ui
