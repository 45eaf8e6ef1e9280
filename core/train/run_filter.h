// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_field.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace lepton::train {

/// Which runs of a list are wanted, in the filter language of tables (see data/filter.h):
///
///     macro_f1 > 0.9 and dataset = 'reviews' and (tag = 'baseline' or learning_rate >= 3e-5)
///
/// Columns are those of RunFieldNames. What a run has no value of is missing, and follows SQL as there;
/// "is nan" asks for a metric that is not a number. A condition on tags holds when it holds for one of them,
/// and != when none is equal. Times are moments in single quotes, in UTC.
class RunFilter
{
public:
    /// Every run.
    RunFilter() = default;
    /// @throw base::Error BadFilter or UnknownColumn; place().byte is where in it
    RunFilter(std::string_view expression, const RunFieldNames& names);

    bool isEmpty() const noexcept { return !m_root; }
    /// What it looks at, without repeats.
    const std::vector<RunField>& fields() const noexcept { return m_fields; }
    /// @p cells are what a run holds of fields(), in that order.
    bool matches(std::span<const RunCell> cells) const;

    struct Node;

private:
    std::vector<RunField> m_fields;
    std::shared_ptr<const Node> m_root;
};

} // namespace lepton::train
