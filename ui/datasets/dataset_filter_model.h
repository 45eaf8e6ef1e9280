// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"

#include <QCollator>
#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace lepton::ui {

/// What the filter bar of the browse page asks for. Within one kind any value will do, the kinds must all
/// hold.
struct DatasetFacets
{
    QSet<QString> departments;
    QSet<int> sensitivities; ///< as data::Sensitivity
    QSet<QString> tags;

    bool isEmpty() const { return departments.isEmpty() && sensitivities.isEmpty() && tags.isEmpty(); }
    friend bool operator==(const DatasetFacets&, const DatasetFacets&) = default;
};

/// Filters and sorts a DatasetListModel. The text search is done in the catalog, since it looks at column
/// names too; its answer comes in as the ids that match.
class DatasetFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit DatasetFilterModel(QObject* parent = nullptr);

    const DatasetFacets& facets() const { return m_facets; }
    void setFacets(const DatasetFacets& facets);
    /// Unset: no search is on.
    void setMatches(std::optional<QSet<QString>> ids);

    const data::Dataset* at(const QModelIndex& proxyIndex) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    DatasetFacets m_facets;
    std::optional<QSet<QString>> m_matches;
    QCollator m_collator;
};

} // namespace lepton::ui
