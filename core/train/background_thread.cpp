// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/background_thread.h"

#include <exception>
#include <thread>

#include <sys/resource.h>

namespace lepton::train {

void runInBackground(const std::function<void()>& work)
{
    constexpr int lowPriority = 10;
    std::exception_ptr failure;
    std::thread thread([&] {
        // On Linux a thread has its own nice value, and 0 stands for the calling one. Where it is refused,
        // the work is done all the same.
        ::setpriority(PRIO_PROCESS, 0, lowPriority);
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
        }
    });
    thread.join();
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace lepton::train
