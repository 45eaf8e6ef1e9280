// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/metric_store.h"

#include <memory>

namespace lepton::train {

/// Saves the points of any number of runs in batches on one thread of its own. Thread-safe.
class MetricWriter
{
public:
    explicit MetricWriter(store::Workspace& workspace);
    /// Saves what is left, as far as it can be saved; call close() to know.
    ~MetricWriter();
    MetricWriter(const MetricWriter&) = delete;
    MetricWriter& operator=(const MetricWriter&) = delete;

    /// Takes a point of run number @p run. Never waits for the catalog; the point is durable within a second
    /// where nobody keeps the catalog locked. Points whose saving failed are kept and tried again.
    void add(std::int64_t run, MetricPoint point);
    /// Waits until all points added so far are durable. @throw base::Error of the attempt that failed; the
    /// points are kept. A catalog that others keep locked is waited for through several patiences.
    void flush();
    /// flush(), and no more points. @throw as flush(); the writer is closed all the same
    void close();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lepton::train
