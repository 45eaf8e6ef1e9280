// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/members_backend.h"
#include "ui/widgets/async.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace lepton::ui {

/// Who works in the workspace, and what this person may do about it.
class MembersViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };

    explicit MembersViewModel(std::shared_ptr<MembersBackend> backend, QObject* parent = nullptr);

    void refresh();
    State state() const noexcept { return m_state; }
    const std::optional<base::Error>& error() const noexcept { return m_error; }
    bool isSettled() const noexcept { return !m_read.isRunning(); }
    const MemberFacts& facts() const noexcept { return m_facts; }
    const std::shared_ptr<MembersBackend>& backend() const noexcept { return m_backend; }

    /// Whether this person signs here with a valid key.
    bool isMember() const noexcept { return m_facts.self && !m_facts.self->revoked; }
    /// Why this person cannot change members; empty: can.
    QString whyNotManage() const;

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<MembersBackend> m_backend;
    State m_state = State::Loading;
    std::optional<base::Error> m_error;
    MemberFacts m_facts;
    Async m_read;
};

} // namespace lepton::ui
