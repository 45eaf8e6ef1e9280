// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/report_selection.h"

#include "base/error.h"
#include "eval/calibration.h"
#include "train/report/test_part.h"

#include <algorithm>
#include <cmath>

namespace lepton::train {
namespace {

using SelectionKind = ReportSelection::Kind;

void requireClass(const TestPart& part, eval::LabelIndex label)
{
    if (label < 0 || static_cast<std::size_t>(label) >= part.classes.size())
        throw base::Error(base::ErrorCode::InvalidArgument, "There is no class " + std::to_string(label) +
                                                                " in this report; it has " +
                                                                std::to_string(part.classes.size()) + ".");
}

void require(const TestPart& part, const ReportSelection& selection, std::span<const double> scores)
{
    if (selection.kind == SelectionKind::Bin && selection.bin >= eval::defaultBins)
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "There is no bin " + std::to_string(selection.bin) + " in this report.");
    if (selection.kind == SelectionKind::Wrong || selection.kind == SelectionKind::Bin)
        return;
    requireClass(part, selection.truth);
    if (selection.kind == SelectionKind::Cell)
        requireClass(part, selection.predicted);
    if (selection.kind == SelectionKind::Threshold && scores.size() != part.size())
        throw base::Error(base::ErrorCode::InvalidArgument, "There are " + std::to_string(scores.size()) +
                                                                " probabilities for " +
                                                                std::to_string(part.size()) + " rows.");
}

} // namespace

std::vector<std::uint32_t> selectedRows(const TestPart& part, const ReportSelection& selection,
                                        std::span<const double> scores)
{
    require(part, selection, scores);
    const auto isMeant = [&](std::size_t row) {
        const bool isWrong = !part.isRight(row);
        switch (selection.kind) {
        case SelectionKind::Wrong:
            return isWrong;
        case SelectionKind::Class:
            return isWrong && (part.truth[row] == selection.truth || part.predicted[row] == selection.truth);
        case SelectionKind::Cell:
            return part.truth[row] == selection.truth && part.predicted[row] == selection.predicted;
        case SelectionKind::Threshold:
            return !std::isnan(scores[row]) &&
                   (scores[row] >= selection.threshold) != (part.truth[row] == selection.truth);
        case SelectionKind::Bin:
            return isWrong && !std::isnan(part.confidence[row]) &&
                   eval::calibrationBin(part.confidence[row], eval::defaultBins) == selection.bin;
        }
        return false;
    };
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < part.size(); ++row) {
        if (isMeant(row))
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    const auto rank = [&part](std::uint32_t row) {
        const double confidence = part.confidence[row];
        return std::isnan(confidence) ? -1 : confidence;
    };
    std::ranges::stable_sort(rows, std::ranges::greater{}, rank);
    return rows;
}

} // namespace lepton::train
