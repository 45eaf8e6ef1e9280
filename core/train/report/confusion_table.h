// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/test_part.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lepton::train {

/// The confusion matrix as it is shown: rows are the truth. Of very many classes, those that are confused
/// most are in it.
class ConfusionTable
{
public:
    static constexpr std::size_t mostClasses = 200;

    ConfusionTable() = default;
    explicit ConfusionTable(const TestPart& part);

    /// The classes in it, in the order of the report; an index below is a place in this list.
    const std::vector<eval::LabelIndex>& classes() const noexcept { return m_classes; }
    std::size_t size() const noexcept { return m_classes.size(); }
    std::int64_t at(std::size_t truth, std::size_t predicted) const
    {
        return m_cells.at(truth * m_classes.size() + predicted);
    }
    /// Rows of the class, those predicted as a class that is not shown included.
    std::int64_t support(std::size_t truth) const { return m_support.at(truth); }
    /// The part of the class's rows that is in the cell, 0 to 1; 0 for a class without rows.
    double share(std::size_t truth, std::size_t predicted) const;
    /// Where @p label is, or size().
    std::size_t place(eval::LabelIndex label) const noexcept;

private:
    std::vector<eval::LabelIndex> m_classes;
    std::vector<std::int64_t> m_support;
    std::vector<std::int64_t> m_cells;
};

/// How strongly a cell is coloured, 0 to 1: by the share of its row, so that rare classes show as well.
/// Right cells 0.18 + 0.82 share; wrong ones 0.06 + 0.50 sqrt(share).
double heatOpacity(bool isRight, double share) noexcept;

} // namespace lepton::train
