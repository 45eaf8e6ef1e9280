// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/labels.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::eval {

/// What a score is where it would divide by zero: the precision of a class that is never predicted.
enum class ZeroDivision
{
    Zero,
    One,
    NotANumber
};

/// What a report is about.
struct ReportOptions
{
    /// The labels to report, in this order; empty: all that occur, sorted by code point.
    std::vector<std::string> labels;
    /// What to print for the labels, in their order; empty: the labels themselves.
    std::vector<std::string> names;
    ZeroDivision zeroDivision = ZeroDivision::Zero;
};

/// The scores of one class, or of an average of classes.
struct Scores
{
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    std::int64_t support = 0; ///< rows in which the class is true
};

/// scikit-learn's classification_report, as numbers.
struct ClassificationReport
{
    std::vector<std::string> names;
    std::vector<Scores> classes; ///< one a name
    Scores micro;                ///< of all reported classes counted together; the accuracy when isAccuracy
    Scores macro;                ///< the mean of the classes; NaN is left out
    Scores weighted;             ///< the mean weighted by support
    /// Whether every label that occurs is reported, so that "accuracy" stands for the micro average.
    bool isAccuracy = true;
};

/// Scores @p predicted against @p truth.
/// @throw base::Error InvalidArgument when there are no rows, the columns differ in length, a label is
/// reported twice, or there are not as many names as labels.
ClassificationReport classificationReport(std::span<const std::string_view> truth,
                                          std::span<const std::string_view> predicted,
                                          const ReportOptions& options);
/// The same for numbered labels.
ClassificationReport classificationReport(const LabelledRows& rows, const ReportOptions& options);

/// The report as scikit-learn prints it, to the character, with @p digits (0 to 50) after the point.
/// @throw base::Error InvalidArgument for other digits.
std::string reportText(const ClassificationReport& report, int digits = 2);

/// The report in the layout of scikit-learn's `output_dict=True`; NaN is written as null.
nlohmann::ordered_json reportJson(const ClassificationReport& report);

} // namespace lepton::eval
