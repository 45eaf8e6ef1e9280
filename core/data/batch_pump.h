// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/bounded_queue.h"
#include "data/record_batch.h"

#include <exception>
#include <optional>
#include <thread>

namespace lepton::data {

/// Reads the batches of a source ahead, on a thread of its own. What the source throws comes after the
/// batches that were read before it.
class BatchPump
{
public:
    /// @p source is used by the pump's thread alone until next() has given false or the pump is destroyed.
    explicit BatchPump(RecordSource& source);
    ~BatchPump();
    BatchPump(const BatchPump&) = delete;
    BatchPump& operator=(const BatchPump&) = delete;

    /// The next batch; false at the end.
    bool next(RecordBatch& batch);

private:
    void pump(RecordSource& source);

    BoundedQueue<RecordBatch> m_queue;
    std::exception_ptr m_failure; ///< written before the queue is closed, read after
    std::thread m_thread;
};

} // namespace lepton::data
