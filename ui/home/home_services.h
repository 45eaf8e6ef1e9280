// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/home_backend.h"

#include <memory>

namespace lepton::data {
class DatasetService;
}
namespace lepton::jobs {
class JobQueue;
}
namespace lepton::registry {
class RegistryService;
}
namespace lepton::store {
class Workspace;
}
namespace lepton::train {
class BaseModelService;
class TrainingService;
} // namespace lepton::train

namespace lepton::ui {

/// The services of an open workspace that Home reads.
struct HomeServices
{
    store::Workspace& workspace;
    data::DatasetService& datasets;
    train::TrainingService& training;
    train::BaseModelService& baseModels;
    jobs::JobQueue& jobs;
    registry::RegistryService& registry;
    std::optional<base::MemberId> member;
    std::shared_ptr<void> keepAlive; ///< what the services belong to
};

/// The backend on the services of an open workspace.
class ServiceHomeBackend final : public HomeBackend
{
public:
    explicit ServiceHomeBackend(HomeServices services);

    HomeFacts facts() override;
    HomePromotions promotions() override;
    std::vector<RunningJob> running() override;
    std::vector<UnfinishedRun> unfinishedRuns(base::UtcTime since) override;
    std::vector<jobs::JobInfo> failedJobs(base::UtcTime since) override;
    void resume(const train::RunId& run) override;

private:
    void takeBestScore(train::Run& run);

    HomeServices m_services;
};

} // namespace lepton::ui
