// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/batch_pump.h"

#include <utility>

namespace lepton::data {

BatchPump::BatchPump(RecordSource& source)
    : m_queue(2)
    , m_thread([this, &source] { pump(source); })
{}

BatchPump::~BatchPump()
{
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

void BatchPump::pump(RecordSource& source)
{
    try {
        RecordBatch batch;
        while (source.next(batch)) {
            if (!m_queue.push(std::move(batch)))
                break;
            batch = RecordBatch();
        }
    } catch (...) {
        m_failure = std::current_exception();
    }
    m_queue.close();
}

bool BatchPump::next(RecordBatch& batch)
{
    if (auto item = m_queue.pop()) {
        batch = std::move(*item);
        return true;
    }
    if (m_thread.joinable())
        m_thread.join();
    if (m_failure)
        std::rethrow_exception(std::exchange(m_failure, nullptr));
    return false;
}

} // namespace lepton::data
