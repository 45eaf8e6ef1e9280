// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/browse_route.h"

#include "data/dataset_store.h"
#include "ui/datasets/dataset_text.h"

namespace lepton::ui {

namespace {

constexpr QLatin1Char between('\n');
const QString departmentKey = QStringLiteral("department");
const QString sensitivityKey = QStringLiteral("sensitivity");
const QString tagKey = QStringLiteral("tag");

QSet<QString> valuesOf(const Route& route, const QString& key)
{
    const auto values = route.query.value(key).split(between, Qt::SkipEmptyParts);
    return {values.begin(), values.end()};
}

void put(Route& route, const QString& key, QStringList values)
{
    values.sort();
    if (!values.isEmpty())
        route.query[key] = values.join(between);
}

} // namespace

DatasetFacets facetsOf(const Route& route)
{
    DatasetFacets facets;
    facets.departments = valuesOf(route, departmentKey);
    facets.tags = valuesOf(route, tagKey);
    for (const auto& name : valuesOf(route, sensitivityKey)) {
        if (const auto sensitivity = data::sensitivityFromName(name.toStdString()))
            facets.sensitivities.insert(int(*sensitivity));
    }
    return facets;
}

void putFacets(Route& route, const DatasetFacets& facets)
{
    QStringList sensitivities;
    for (const int sensitivity : facets.sensitivities)
        sensitivities << DatasetText::from(data::sensitivityName(data::Sensitivity(sensitivity)));
    put(route, departmentKey, facets.departments.values());
    put(route, sensitivityKey, sensitivities);
    put(route, tagKey, facets.tags.values());
}

} // namespace lepton::ui
