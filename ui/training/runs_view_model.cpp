// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/runs_view_model.h"

#include "ui/training/poll_time.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace lepton::ui {

namespace {

/// A filter is applied when nothing was typed for so long.
constexpr std::chrono::milliseconds typingTime{200};

bool isOfFilter(const base::Error& error)
{
    return error.code() == base::ErrorCode::BadFilter || error.code() == base::ErrorCode::UnknownColumn;
}

} // namespace

RunsViewModel::RunsViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_rights(m_backend)
    , m_model(m_ticks)
{
    m_poll.setInterval(pollTime);
    m_typed.setSingleShot(true);
    m_typed.setInterval(typingTime);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!m_readOrder.isRunning())
            readOrder();
    });
    connect(&m_typed, &QTimer::timeout, this, &RunsViewModel::readOrder);
    connect(&m_rights, &Rights::changed, this, &RunsViewModel::changed);
    connect(&m_model, &RunListModel::wanted, this, &RunsViewModel::readRows);
}

bool RunsViewModel::isBusy() const
{
    return m_readOrder.isRunning() || m_readRows.isRunning() || m_readChoices.isRunning() ||
           m_readEdited.isRunning() || m_typed.isActive() || m_commands.isRunning() || m_rights.isAsking();
}

void RunsViewModel::setRequest(RunListRequest request)
{
    if (request == m_request)
        return;
    const bool isTyping = request.filter != m_request.filter;
    if (request.shelf != m_request.shelf)
        m_ticks.clear();
    m_request = std::move(request);
    if (isTyping)
        m_typed.start();
    else
        readOrder();
    Q_EMIT requestChanged();
    Q_EMIT changed();
}

void RunsViewModel::refresh()
{
    m_rights.refresh();
    readOrder();
}

void RunsViewModel::readOrder()
{
    m_typed.stop();
    m_readOrder.run([backend = m_backend, request = m_request] { return backend->runOrder(request); },
                    [this, request = m_request](const train::RunOrder& order) { takeOrder(order, request); },
                    [this](const base::Error& error) {
                        if (isOfFilter(error)) {
                            m_filterError = error; // what was shown stays
                            m_error.reset();
                        } else {
                            m_state = State::Failed;
                            m_error = error;
                        }
                        m_poll.stop();
                        Q_EMIT changed();
                    });
}

void RunsViewModel::takeOrder(const train::RunOrder& order, const RunListRequest& request)
{
    m_total = int(order.total);
    m_open = int(order.open);
    m_answered = request;
    m_model.setOrder(order.numbers);
    m_model.setStale();
    if (!request.isFiltered() && !m_ticks.runs().empty()) {
        // A run that someone put into the trash is no longer there to be compared.
        const std::set<std::int64_t> here(order.numbers.begin(), order.numbers.end());
        std::vector<std::int64_t> gone;
        std::ranges::copy_if(m_ticks.runs(), std::back_inserter(gone),
                             [&here](std::int64_t run) { return !here.contains(run); });
        m_ticks.remove(gone);
    }
    m_state = State::Ready;
    m_error.reset();
    m_filterError.reset();
    if (m_open > 0)
        m_poll.start();
    else
        m_poll.stop();
    Q_EMIT changed();
}

void RunsViewModel::readRows()
{
    if (m_readRows.isRunning())
        return; // what is wanted meanwhile is asked for again when it is done
    const auto numbers = m_model.takeWanted();
    if (numbers.empty())
        return;
    train::RunRowWish wish;
    for (const train::RunField& field : m_model.extras())
        (field.fact == train::RunFact::Metric ? wish.metrics : wish.recipeKeys).push_back(field.key);
    m_readRows.run([backend = m_backend, numbers, wish] { return backend->runItems(numbers, wish); },
                   [this](std::vector<RunListItem> items) {
                       m_model.setItems(std::move(items));
                       Q_EMIT changed();
                   },
                   [this](const base::Error& error) {
                       m_error = error;
                       Q_EMIT changed();
                   });
}

void RunsViewModel::readChoices()
{
    m_readChoices.run([backend = m_backend] { return backend->runChoices(); },
                      [this](RunListChoices choices) {
                          m_choices = std::move(choices);
                          Q_EMIT choicesChanged();
                      },
                      [](const base::Error&) {}); // the list itself tells what cannot be read
}

std::function<void(const base::Error&)> RunsViewModel::failure(const QString& title)
{
    return [this, title](const base::Error& error) {
        Q_EMIT commandFailed(title, error);
        refresh();
    };
}

void RunsViewModel::askToEdit(const std::vector<std::int64_t>& runs)
{
    m_readEdited.run(
        [backend = m_backend, runs] {
            if (const auto refusal = backend->whyNot(train::TrainAction::EditRuns))
                throw base::Error(*refusal); // before a person fills in what cannot be saved
            return backend->runItems(runs, {});
        },
        [this](const std::vector<RunListItem>& items) {
            std::vector<train::RunRow> rows;
            for (const RunListItem& item : items)
                rows.push_back(item.row);
            if (!rows.empty())
                Q_EMIT editReady(rows);
        },
        failure(tr("The runs cannot be changed.")));
}

void RunsViewModel::rename(const train::RunId& id, const QString& name)
{
    m_commands.run([backend = m_backend, id, name = name.toStdString()] { backend->renameRun(id, name); },
                   [this] { refresh(); }, failure(tr("The run was not renamed.")));
}

void RunsViewModel::tag(const std::vector<std::int64_t>& runs, const train::TagChange& change)
{
    m_commands.run([backend = m_backend, runs, change] { backend->tagRuns(runs, change); },
                   [this] {
                       refresh();
                       readChoices();
                   },
                   failure(tr("The tags were not changed.")));
}

void RunsViewModel::trash(const std::vector<std::int64_t>& runs)
{
    m_commands.run([backend = m_backend, runs] { backend->trashRuns(runs); },
                   [this, runs] {
                       m_ticks.remove(runs);
                       refresh();
                       Q_EMIT trashed(runs);
                   },
                   failure(tr("Nothing was moved to the trash.")));
}

void RunsViewModel::restore(const std::vector<std::int64_t>& runs)
{
    m_commands.run([backend = m_backend, runs] { backend->restoreRuns(runs); },
                   [this, runs] {
                       refresh();
                       Q_EMIT restored(runs);
                   },
                   failure(tr("Nothing was restored.")));
}

} // namespace lepton::ui
