// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/table_view_model.h"

#include <QHash>
#include <QSignalBlocker>

#include <vector>

namespace lepton::ui {

QList<ColumnPlace> DataGrid::columnPlaces() const
{
    QList<ColumnPlace> places;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        ColumnPlace place;
        place.name = QString::fromStdString(m_table.column(static_cast<std::size_t>(logical)).name);
        place.hidden = m_header->isSectionHidden(logical);
        if (m_widthsByHand) {
            const QSignalBlocker quiet(m_header);
            m_header->setSectionHidden(logical, false); // a hidden section tells no width
            place.width = m_header->sectionSize(logical);
            m_header->setSectionHidden(logical, place.hidden);
        }
        places << place;
    }
    return places;
}

void DataGrid::setColumnPlaces(const QList<ColumnPlace>& places)
{
    if (places.isEmpty())
        return;
    QHash<QString, int> logicalOf;
    for (int logical = 0; logical < m_header->count(); ++logical)
        logicalOf.insert(QString::fromStdString(m_table.column(static_cast<std::size_t>(logical)).name),
                         logical);
    std::vector<bool> shown(static_cast<std::size_t>(m_header->count()), true);
    int visual = 0;
    {
        const QSignalBlocker quiet(m_header);
        for (const ColumnPlace& place : places) {
            const int logical = logicalOf.value(place.name, -1);
            if (logical < 0)
                continue;
            m_header->moveSection(m_header->visualIndex(logical), visual++);
            if (place.width > 0) {
                m_header->resizeSection(logical, place.width);
                m_widthsByHand = true;
            }
            shown[static_cast<std::size_t>(logical)] = !place.hidden;
        }
    }
    std::vector<int> columns;
    for (int logical = 0; logical < m_header->count(); ++logical) {
        if (shown[static_cast<std::size_t>(logical)])
            columns.push_back(logical);
    }
    setShownColumns(columns);
}

} // namespace lepton::ui
