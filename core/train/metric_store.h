// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lepton::store {
class Transaction;
class Workspace;
} // namespace lepton::store

namespace lepton::train {

/// One value of one metric at one step. A later point of the same run, key and step replaces it.
struct MetricPoint
{
    std::string key;       ///< "train/loss", "validation/macro_f1", ...
    std::int64_t step = 0; ///< optimiser steps done
    double epoch = 0;      ///< epochs done, with a fraction
    base::UtcTime time;
    double value = 0; ///< any, NaN and infinities included
};

/// Points read, and where to read on.
struct MetricPage
{
    std::vector<MetricPoint> points; ///< in the order in which they were saved
    std::int64_t cursor = 0;         ///< to be given to the next read
    bool startsAnew = false; ///< points that were read before are gone: these are the first of all there are
};

/// The catalog's metric points. A run is named by its number. Synchronous; thread-safe as the workspace is.
class MetricStore
{
public:
    explicit MetricStore(store::Workspace& workspace);

    /// Points saved after @p cursor (0: all), at most @p limit. Points that came out of order or replace
    /// others are among those that come after. All come again where forgetAfter() took some away since.
    MetricPage after(std::int64_t run, std::int64_t cursor, std::int64_t limit = 100'000);
    /// All points of one metric, by step.
    std::vector<MetricPoint> series(std::int64_t run, const std::string& key);
    /// The first points of one metric behind step @p after (unset: from the beginning), by step, at most @p
    /// limit.
    std::vector<MetricPoint> seriesAfter(std::int64_t run, const std::string& key,
                                         std::optional<std::int64_t> after, std::int64_t limit);
    std::vector<std::string> keys(std::int64_t run); ///< sorted
    /// The point with the highest step of each metric.
    std::map<std::string, MetricPoint> last(std::int64_t run);

    /// Adds points, replacing those of the same key and step.
    void add(store::Transaction& transaction, std::int64_t run, std::span<const MetricPoint> points);
    /// Takes the points behind @p step away, as if they had never been. Readers learn of it by startsAnew.
    void forgetAfter(store::Transaction& transaction, std::int64_t run, std::int64_t step);
    /// Puts the final values of a completed run in the place of the last ones.
    void setFinal(store::Transaction& transaction, std::int64_t run,
                  const std::map<std::string, double>& metrics);

private:
    store::Workspace& m_workspace;
};

} // namespace lepton::train
