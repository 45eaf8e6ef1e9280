// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/models_backend.h"
#include "ui/widgets/async.h"

#include <functional>
#include <memory>
#include <optional>

namespace lepton::ui {

/// One model with its versions, and what waits. Reads and writes on workers.
class ModelViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };

    explicit ModelViewModel(std::shared_ptr<ModelsBackend> backend, QObject* parent = nullptr);

    /// @p version 0: the one in production, else the newest.
    void open(const QString& name, int version);
    void refresh();

    State state() const noexcept { return m_state; }
    const QString& name() const noexcept { return m_name; }
    const ModelsOverview& overview() const noexcept { return m_overview; }
    const ModelDetails& details() const noexcept { return m_details; }
    const std::optional<base::Error>& error() const noexcept { return m_error; }
    bool isBusy() const noexcept;
    /// The version that is shown; null while there is none.
    const VersionSummary* version() const;
    void select(int number);
    /// What its card says; nothing before that is read.
    const std::optional<registry::CardFacts>& card() const noexcept { return m_card; }

    void setTrashed(int number, bool trashed);
    void setAlias(const QString& alias, int number);
    void removeAlias(const QString& alias);
    void describe(const QString& intendedUse, const QString& limits);
    /// @p text: the card, as it is shown.
    void saveCard(const QString& file, const QString& text);
    /// Asks what was in production at @p time; productionFound() tells.
    void findProduction(base::UtcTime time);

Q_SIGNALS:
    void changed();
    void trashed(int number);
    void restored(int number);
    void described();
    void cardSaved(const QString& file);
    void productionFound(std::optional<int> number);
    /// @p title says what was not done.
    void commandFailed(const QString& title, const lepton::base::Error& error);

private:
    struct Read;

    void take(Read read);
    void readCard();
    void command(const QString& title, std::function<void(ModelsBackend&)> work, std::function<void()> done);

    std::shared_ptr<ModelsBackend> m_backend;
    State m_state = State::Loading;
    QString m_name;
    int m_wanted = 0;
    ModelsOverview m_overview;
    ModelDetails m_details;
    std::optional<registry::CardFacts> m_card;
    std::optional<base::Error> m_error;
    Async m_read;
    Async m_readCard;
    Async m_find;
    Async m_command;
};

} // namespace lepton::ui
