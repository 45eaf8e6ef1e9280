// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lepton::ui {

/// The runs that are ticked. The first six of them have a series each, which they keep while they are ticked:
/// colour and mark in lists, legends, charts and tables. Runs are named by their number.
class RunTicks final : public QObject
{
    Q_OBJECT

public:
    /// More could not be told apart.
    static constexpr std::size_t mostSeries = 6;

    using QObject::QObject;

    bool contains(std::int64_t run) const;
    /// From 0.
    std::optional<int> seriesOf(std::int64_t run) const;
    /// In the order in which they were ticked.
    const std::vector<std::int64_t>& runs() const { return m_runs; }
    /// Those with a series, by series.
    std::vector<std::int64_t> compared() const;

    void set(std::int64_t run, bool ticked);
    void toggle(std::int64_t run) { set(run, !contains(run)); }
    /// Ticks all of these.
    void add(const std::vector<std::int64_t>& runs);
    void clear();
    /// Unticks what is gone.
    void remove(const std::vector<std::int64_t>& runs);

Q_SIGNALS:
    void changed();

private:
    /// Gives free series to those who wait for one.
    void assign();

    std::vector<std::int64_t> m_runs;
    std::array<std::optional<std::int64_t>, mostSeries> m_series;
};

} // namespace lepton::ui
