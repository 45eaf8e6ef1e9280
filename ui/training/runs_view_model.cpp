// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/runs_view_model.h"

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr std::chrono::milliseconds pollTime{500};

} // namespace

RunsViewModel::RunsViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{
    m_rows.setSourceModel(&m_model);
    m_rows.sort(RunListModel::NameColumn, Qt::DescendingOrder);
    m_poll.setInterval(pollTime);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!m_read.isRunning())
            refresh();
    });
}

int RunsViewModel::active() const
{
    return int(std::ranges::count_if(m_model.runs(),
                                     [](const ListedRun& one) { return !jobs::isFinal(one.run.state); }));
}

void RunsViewModel::refresh()
{
    m_read.run([backend = m_backend] { return backend->runs(); },
               [this](std::vector<ListedRun> runs) {
                   m_model.setRuns(std::move(runs));
                   m_state = State::Ready;
                   m_error.reset();
                   if (active() > 0)
                       m_poll.start();
                   else
                       m_poll.stop();
                   Q_EMIT changed();
               },
               [this](const base::Error& error) {
                   m_state = State::Failed;
                   m_error = error;
                   m_poll.stop();
                   Q_EMIT changed();
               });
}

} // namespace lepton::ui
