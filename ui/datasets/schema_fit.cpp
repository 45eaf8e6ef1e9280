// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/schema_fit.h"

#include "ui/datasets/dataset_text.h"

#include <algorithm>

namespace lepton::ui {

namespace {

QString listed(const std::vector<std::string>& names)
{
    constexpr std::size_t shown = 3;
    QStringList parts;
    for (std::size_t i = 0; i < std::min(shown, names.size()); ++i)
        parts << DatasetText::from(names[i]);
    const auto text = parts.join(SchemaFit::tr(", ", "between the names of columns"));
    return names.size() > shown
               ? SchemaFit::tr("%1 and %Ln more", "names of columns", int(names.size() - shown)).arg(text)
               : text;
}

} // namespace

SchemaFit compareSchemas(const data::Schema& before, const data::Schema& after)
{
    SchemaFit fit;
    fit.columns = after.size();
    std::vector<std::size_t> places;
    for (const auto& column : after.columns) {
        const auto place = before.find(column.name);
        if (!place) {
            fit.added.push_back(column.name);
            continue;
        }
        places.push_back(*place);
        const auto& old = before.columns[*place];
        if (old.type != column.type)
            fit.changed.push_back({.name = column.name, .before = old.type, .after = column.type});
    }
    for (const auto& column : before.columns) {
        if (!after.find(column.name))
            fit.removed.push_back(column.name);
    }
    fit.reordered = !std::ranges::is_sorted(places);
    return fit;
}

QString SchemaFit::sentence(int version, std::optional<std::int64_t> rowChange) const
{
    if (!fits()) {
        QStringList differences;
        if (!added.empty())
            differences << tr("new: %1", "columns that the version before lacks").arg(listed(added));
        if (!removed.empty())
            differences << tr("gone: %1", "columns that only the version before has").arg(listed(removed));
        for (const auto& change : changed) {
            if (differences.size() > 4)
                break;
            data::Column before;
            before.type = change.before;
            data::Column after;
            after.type = change.after;
            differences << tr("%1 was %2, is %3", "column, type before, type now")
                               .arg(DatasetText::from(change.name), DatasetText::type(before),
                                    DatasetText::type(after));
        }
        return tr("Differs from v%1: %2.")
            .arg(QString::number(version), differences.join(tr("; ", "between differences of columns")));
    }
    const auto same =
        reordered ? tr("Fits v%1: the same %Ln column(s) and types in another order.", nullptr, int(columns))
                        .arg(version)
                  : tr("Fits v%1: the same %Ln column(s) and types.", nullptr, int(columns)).arg(version);
    if (!rowChange)
        return same;
    const auto rows = *rowChange == 0 ? tr("As many rows as before.")
                      : *rowChange > 0
                          ? tr("%1 more rows than before.").arg(DatasetText::count(*rowChange))
                          : tr("%1 fewer rows than before.").arg(DatasetText::count(-*rowChange));
    return tr("%1 %2", "two sentences").arg(same, rows);
}

} // namespace lepton::ui
