// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/labels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lepton::train {

/// What part of a report a person looks at; says which rows are meant.
struct ReportSelection
{
    enum class Kind : std::uint8_t
    {
        Wrong,     ///< nothing is chosen: all rows that are wrong
        Class,     ///< wrong rows that are of the class truth, or were taken for it
        Cell,      ///< rows of the class truth that were predicted as predicted
        Threshold, ///< rows that would be wrong if a probability of threshold or more meant the class truth
        Bin        ///< wrong rows of one bin of the calibration
    };

    Kind kind = Kind::Wrong;
    eval::LabelIndex truth = -1;
    eval::LabelIndex predicted = -1;
    double threshold = 0;
    std::size_t bin = 0;

    static ReportSelection ofClass(eval::LabelIndex label)
    {
        ReportSelection selection;
        selection.kind = Kind::Class;
        selection.truth = label;
        return selection;
    }
    static ReportSelection ofCell(eval::LabelIndex truth, eval::LabelIndex predicted)
    {
        ReportSelection selection = ofClass(truth);
        selection.kind = Kind::Cell;
        selection.predicted = predicted;
        return selection;
    }
    static ReportSelection atThreshold(eval::LabelIndex label, double threshold)
    {
        ReportSelection selection = ofClass(label);
        selection.kind = Kind::Threshold;
        selection.threshold = threshold;
        return selection;
    }
    static ReportSelection ofBin(std::size_t bin)
    {
        ReportSelection selection;
        selection.kind = Kind::Bin;
        selection.bin = bin;
        return selection;
    }

    friend bool operator==(const ReportSelection&, const ReportSelection&) = default;
};

struct TestPart;

/// Positions in @p part of the rows that are meant, surest first, those without a confidence last; rows of
/// equal confidence keep their order. @p scores are the probabilities of the class truth in each row, for
/// Kind::Threshold alone; a row whose score is no number is left out.
/// @throw base::Error InvalidArgument for a class or bin that there is not
std::vector<std::uint32_t> selectedRows(const TestPart& part, const ReportSelection& selection,
                                        std::span<const double> scores = {});

} // namespace lepton::train
