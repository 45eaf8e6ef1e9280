// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/dataset_filter_model.h"

#include "ui/datasets/dataset_list_model.h"
#include "ui/datasets/dataset_text.h"

#include <algorithm>

namespace lepton::ui {

DatasetFilterModel::DatasetFilterModel(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(DatasetListModel::SortRole);
    setDynamicSortFilter(true);
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void DatasetFilterModel::setFacets(const DatasetFacets& facets)
{
    if (facets == m_facets)
        return;
    m_facets = facets;
    invalidateFilter();
}

void DatasetFilterModel::setMatches(std::optional<QSet<QString>> ids)
{
    if (ids == m_matches)
        return;
    m_matches = std::move(ids);
    invalidateFilter();
}

const data::Dataset* DatasetFilterModel::at(const QModelIndex& proxyIndex) const
{
    const auto* model = qobject_cast<const DatasetListModel*>(sourceModel());
    return model ? model->at(mapToSource(proxyIndex)) : nullptr;
}

bool DatasetFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const auto* model = qobject_cast<const DatasetListModel*>(sourceModel());
    const auto* dataset = model ? model->at(model->index(sourceRow, 0, sourceParent)) : nullptr;
    if (!dataset)
        return false;
    if (m_matches && !m_matches->contains(DatasetText::from(dataset->id.toString())))
        return false;
    if (!m_facets.departments.isEmpty() &&
        !m_facets.departments.contains(DatasetText::from(dataset->department)))
        return false;
    if (!m_facets.sensitivities.isEmpty() && !m_facets.sensitivities.contains(int(dataset->sensitivity)))
        return false;
    return m_facets.tags.isEmpty() || std::ranges::any_of(dataset->tags, [this](const std::string& tag) {
               return m_facets.tags.contains(DatasetText::from(tag));
           });
}

bool DatasetFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const auto a = left.data(DatasetListModel::SortRole);
    const auto b = right.data(DatasetListModel::SortRole);
    if (a.typeId() != QMetaType::QString)
        return a.toLongLong() < b.toLongLong();
    const int order = m_collator.compare(a.toString(), b.toString());
    if (order != 0)
        return order < 0;
    // Equal departments, owners, ...: by name, so that the order never depends on when a row arrived.
    return m_collator.compare(left.siblingAtColumn(DatasetListModel::NameColumn).data().toString(),
                              right.siblingAtColumn(DatasetListModel::NameColumn).data().toString()) < 0;
}

} // namespace lepton::ui
