// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace lepton::base {
class Cancellation;
}

namespace lepton::data {

/// Runs @p work for 0 ... @p tasks - 1 on all cores, each task once, in about that order, and returns when
/// all are done. The calling thread works too. The first exception stops the rest and is thrown here.
/// @throw Error with ErrorCode::Cancelled; it is looked for before every task.
void parallelFor(std::int64_t tasks, const base::Cancellation& cancellation,
                 const std::function<void(std::int64_t task)>& work);

/// The same with state of each thread's own: @p work also learns which of workerCount(tasks) threads it runs
/// on. The tasks of one thread come in growing order.
void parallelForWorkers(std::int64_t tasks, const base::Cancellation& cancellation,
                        const std::function<void(std::int64_t task, std::size_t worker)>& work);
std::size_t workerCount(std::int64_t tasks);

} // namespace lepton::data
