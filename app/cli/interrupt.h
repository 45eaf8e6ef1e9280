// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"

#include <thread>

namespace lepton::cli {

/// Turns SIGINT, SIGTERM and SIGHUP into a cancellation, so that what is half done is cleaned up; a second
/// signal ends the program at once. Make it before any other thread, since threads inherit the blocked
/// signals.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    base::Cancellation token() const { return m_source.token(); }

private:
    base::CancellationSource m_source;
    std::jthread m_watcher;
};

} // namespace lepton::cli
