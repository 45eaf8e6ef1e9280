// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/background_thread.h"

#include "base/thread_priority.h"

#include <exception>
#include <thread>

namespace lepton::train {

void runInBackground(const std::function<void()>& work)
{
    std::exception_ptr failure;
    std::thread thread([&] {
        base::yieldToOthers();
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
