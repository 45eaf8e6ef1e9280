// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/grid_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace lepton::ui {
namespace {

struct GridText
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::GridText)
};

/// Plural forms take an int; beyond it every language uses the form of its large numbers.
int plural(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString countText(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString rowsText(std::int64_t count)
{
    return GridText::tr("%1 row(s)", nullptr, plural(count)).arg(countText(count));
}

QString valuesText(std::int64_t count)
{
    return GridText::tr("%1 value(s)", nullptr, plural(count)).arg(countText(count));
}

QString cellsText(std::int64_t count)
{
    return GridText::tr("%1 cell(s)", nullptr, plural(count)).arg(countText(count));
}

} // namespace lepton::ui
