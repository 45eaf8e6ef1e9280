// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/command_queue.h"
#include "ui/home/dismissals.h"
#include "ui/home/home_backend.h"
#include "ui/home/home_item.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace lepton::ui {

/// What Home shows: what waits for this person, what runs, what happened, and what is new.
class HomeViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };
    /// What a workspace lacks before the first run.
    enum class NextStep
    {
        ImportData,
        ImportModel,
        StartRun,
        None
    };
    /// One of the kinds of what waits.
    struct Segment
    {
        QString id;
        QString title;
        int count = 0;
    };

    HomeViewModel(std::shared_ptr<HomeBackend> backend, std::vector<std::shared_ptr<HomeSource>> sources,
                  QObject* parent = nullptr);

    void refresh();
    /// Progress of own jobs is in memory, where the catalog does not tell of it: it is asked for twice a
    /// second while the page is seen.
    void setLive(bool live);

    State state() const { return m_state; }
    const std::optional<base::Error>& error() const { return m_error; }
    bool isSettled() const;

    const HomeFacts& facts() const { return m_facts; }
    const std::vector<RunningJob>& running() const { return m_running; }
    NextStep nextStep() const;

    /// One a source, in their order.
    std::vector<Segment> segments() const;
    /// Of one kind, or of all (empty); newest first, in the language of the moment.
    std::vector<HomeItem> waiting(const QString& segment = {}) const;
    void perform(const HomeAction& action);
    /// Where what is put aside is kept; without, nothing can be. Set before anything is shown.
    void setDismissals(std::shared_ptr<Dismissals> dismissals) { m_dismissals = std::move(dismissals); }
    bool canDismiss(const HomeItem& item) const { return m_dismissals && item.isNews; }
    void dismiss(const HomeItem& item);
    void undoDismissal(const HomeItem& item);

Q_SIGNALS:
    void changed();
    void runningChanged();
    /// An action was done: this is where it leads; no page where it leads nowhere.
    void performed(const lepton::ui::Route& route);
    void performFailed(const lepton::base::Error& error);

private:
    struct Answer
    {
        HomeFacts facts;
        std::vector<RunningJob> running;
    };
    struct Decisions
    {
        HomePromotions promotions;
        std::vector<std::shared_ptr<const HomeFindings>> findings; ///< one a source
    };

    /// What the source at @p index found and nobody put aside.
    std::vector<HomeItem> itemsOf(std::size_t index) const;
    void take(Answer answer);
    void fail(const base::Error& error);
    void readDecisions();
    void readRunning();
    void pollWhileRunning();

    std::shared_ptr<HomeBackend> m_backend;
    std::vector<std::shared_ptr<HomeSource>> m_sources;
    State m_state = State::Loading;
    std::optional<base::Error> m_error;
    HomeFacts m_facts;
    std::vector<RunningJob> m_running;
    std::vector<std::shared_ptr<const HomeFindings>> m_findings;
    std::shared_ptr<Dismissals> m_dismissals;
    bool m_live = false;
    QTimer m_poll;
    Async m_read, m_readDecisions;
    Async m_readRunning;
    CommandQueue m_commands;
};

} // namespace lepton::ui
