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
    /// @param importAgain  asks for the files of an import; GUI thread
    FailedJobSource(std::shared_ptr<HomeBackend> backend, std::function<void(QWidget* over)> importAgain);

    QString id() const override { return QStringLiteral("jobs"); }
    QString title() const override;
    std::shared_ptr<const HomeFindings> find(const base::Cancellation& cancellation) override;

private:
    std::shared_ptr<HomeBackend> m_backend;
    std::function<void(QWidget*)> m_importAgain;
};

} // namespace lepton::ui
