// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/confusion_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lepton::train {
namespace {

/// The classes to show, ascending: all, or those with the most rows that are wrong on either side.
std::vector<eval::LabelIndex> shownClasses(const TestPart& part)
{
    std::vector<eval::LabelIndex> classes(part.classes.size());
    std::iota(classes.begin(), classes.end(), eval::LabelIndex{0});
    if (classes.size() <= ConfusionTable::mostClasses)
        return classes;
    std::vector<std::int64_t> wrong(classes.size());
    for (std::size_t row = 0; row < part.size(); ++row) {
        if (part.isRight(row))
            continue;
        ++wrong[static_cast<std::size_t>(part.truth[row])];
        ++wrong[static_cast<std::size_t>(part.predicted[row])];
    }
    std::ranges::stable_sort(classes, std::ranges::greater{}, [&wrong](eval::LabelIndex label) {
        return wrong[static_cast<std::size_t>(label)];
    });
    classes.resize(ConfusionTable::mostClasses);
    std::ranges::sort(classes);
    return classes;
}

} // namespace

ConfusionTable::ConfusionTable(const TestPart& part)
    : m_classes(shownClasses(part))
    , m_support(m_classes.size())
    , m_cells(m_classes.size() * m_classes.size())
{
    std::vector<std::size_t> places(part.classes.size(), m_classes.size());
    for (std::size_t i = 0; i < m_classes.size(); ++i)
        places[static_cast<std::size_t>(m_classes[i])] = i;
    for (std::size_t row = 0; row < part.size(); ++row) {
        const std::size_t truth = places[static_cast<std::size_t>(part.truth[row])];
        const std::size_t predicted = places[static_cast<std::size_t>(part.predicted[row])];
        if (truth == m_classes.size())
            continue;
        ++m_support[truth];
        if (predicted < m_classes.size())
            ++m_cells[truth * m_classes.size() + predicted];
    }
}

double ConfusionTable::share(std::size_t truth, std::size_t predicted) const
{
    const std::int64_t rows = support(truth);
    return rows == 0 ? 0 : static_cast<double>(at(truth, predicted)) / static_cast<double>(rows);
}

std::size_t ConfusionTable::place(eval::LabelIndex label) const noexcept
{
    const auto found = std::ranges::lower_bound(m_classes, label);
    return found != m_classes.end() && *found == label ? static_cast<std::size_t>(found - m_classes.begin())
                                                       : m_classes.size();
}

double heatOpacity(bool isRight, double share) noexcept
{
    return isRight ? 0.18 + 0.82 * share : 0.06 + 0.50 * std::sqrt(share);
}

} // namespace lepton::train
