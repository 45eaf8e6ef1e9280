// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_comparison.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace lepton::ui {

/// Runs as lines over upright axes, one for each setting that differs and, at the right, the score that
/// decides and those of the test part: which settings go with which scores. A value that a run does not have
/// leaves a gap. The accessible name tells the axes.
class ParallelAxes final : public QWidget
{
    Q_OBJECT

public:
    /// One axis: where on it each run is, from 0 (bottom) to 1 (top), and what stands at its ends.
    struct Axis
    {
        QString title;
        std::vector<std::optional<double>> places;
        std::vector<std::pair<double, QString>> labels; ///< place and text
    };

    explicit ParallelAxes(QWidget* parent = nullptr);

    /// @p series of the runs, from 0.
    void setComparison(const train::RunComparison& comparison, const std::vector<int>& series);
    void clear();
    const std::vector<Axis>& axes() const { return m_axes; }

    QSize sizeHint() const override { return {480, 280}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Axis> m_axes;
    std::vector<int> m_series;
};

} // namespace lepton::ui
