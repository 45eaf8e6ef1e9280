// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_work.h"
#include "ui/models/models_backend.h"

#include <memory>
#include <optional>

namespace lepton::ui {

/// One request for a promotion, and what else waits. Reads and decides on workers.
class ReviewViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class Verdict
    {
        Approve,
        Reject,
        Withdraw
    };

    enum class State
    {
        Loading,
        Ready,
        Failed
    };

    explicit ReviewViewModel(std::shared_ptr<ModelsBackend> backend, QObject* parent = nullptr);

    void open(const QString& name);
    void refresh();

    State state() const noexcept { return m_state; }
    const QString& name() const noexcept { return m_name; } ///< "P-3"
    const ModelsOverview& overview() const noexcept { return m_overview; }
    const ReviewDetails& details() const noexcept { return m_details; }
    const ModelDetails& model() const noexcept { return m_model; } ///< of the request
    const std::optional<base::Error>& error() const noexcept { return m_error; }
    bool isBusy() const noexcept { return m_read.isRunning() || m_work.isRunning(); }

    bool canApprove() const;
    bool canReject() const;
    bool canWithdraw() const;
    /// It was decided by somebody else while it was shown.
    bool isDecidedElsewhere() const noexcept { return m_isDecidedElsewhere; }

    void approve(const QString& comment);
    /// @p comment says what is missing; not blank.
    void reject(const QString& comment);
    void withdraw();
    void cancelWork() { m_work.cancel(); }
    const ModelWork& work() const noexcept { return m_work; }
    /// What became of the last command; unset: it went well, or none was given.
    const std::optional<base::Error>& commandError() const noexcept { return m_commandError; }

Q_SIGNALS:
    void changed();
    /// The work is further.
    void workChanged();
    /// A command of this person went through.
    void decided(Verdict verdict);

private:
    struct Read;
    void take(Read read);
    void decide(Verdict verdict, const QString& comment);

    std::shared_ptr<ModelsBackend> m_backend;
    State m_state = State::Loading;
    QString m_name;
    ModelsOverview m_overview;
    ReviewDetails m_details;
    ModelDetails m_model;
    std::optional<base::Error> m_error;
    std::optional<base::Error> m_commandError;
    bool m_isDecidedElsewhere = false;
    bool m_isOwnDecision = false; ///< this person decided since it was read last
    Async m_read;
    ModelWork m_work;
};

} // namespace lepton::ui
