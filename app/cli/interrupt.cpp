// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include <csignal>
#include <cstdlib>

#include <pthread.h>

namespace lepton::cli {
namespace {

constexpr int failure = 1;

sigset_t endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, signal);
    return signals;
}

/// Wakes the watcher when the program ends.
constexpr int wakeSignal = SIGUSR1;

} // namespace

Interrupt::Interrupt()
{
    sigset_t signals = endingSignals();
    sigaddset(&signals, wakeSignal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_watcher = std::jthread([this, signals](const std::stop_token& stop) {
        for (;;) {
            int signal = 0;
            if (sigwait(&signals, &signal) != 0)
                continue;
            if (stop.stop_requested())
                return;
            if (signal == wakeSignal)
                continue;
            if (m_source.requested())
                std::_Exit(failure);
            m_source.request();
        }
    });
}

Interrupt::~Interrupt()
{
    m_watcher.request_stop();
    pthread_kill(m_watcher.native_handle(), wakeSignal);
}

} // namespace lepton::cli
