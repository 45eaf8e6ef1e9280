// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/command_queue.h"
#include "ui/datasets/dataset_filter_model.h"
#include "ui/datasets/dataset_list_model.h"
#include "ui/datasets/dataset_reader.h"
#include "ui/datasets/dataset_rights.h"

#include <QObject>

#include <map>

namespace lepton::ui {

/// The list of data sets, or what lies in the trash: reads it on a worker, filters it, and changes it.
class BrowseViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };
    /// Which data sets.
    enum class Place
    {
        Catalog,
        Trash
    };

    BrowseViewModel(DatasetContext context, QObject* parent = nullptr);

    DatasetListModel& datasets() { return m_model; }
    const DatasetListModel& datasets() const { return m_model; }
    DatasetFilterModel& rows() { return m_rows; }

    State state() const { return m_state; }
    /// The sentence of the last failed read.
    const std::optional<base::Error>& error() const { return m_error; }
    bool isBusy() const
    {
        return m_read.isRunning() || m_search.isRunning() || m_commands.isRunning() || m_rights.isAsking();
    }
    /// Why the person may not; empty: may.
    QString whyNot(data::DatasetAction action) const { return m_rights.whyNot(action); }

    Place place() const { return m_place; }
    void setPlace(Place place);
    /// Reads again; what is shown stays until the answer is there.
    void refresh();

    const QString& searchText() const { return m_searchText; }
    void setSearchText(const QString& text);
    const DatasetFacets& facets() const { return m_rows.facets(); }
    void setFacets(const DatasetFacets& facets);
    bool isFiltered() const { return !m_searchText.isEmpty() || !facets().isEmpty(); }
    void clearFilter();

    int total() const { return m_model.rowCount(); }
    int shown() const { return m_rows.rowCount(); }
    int trashedCount() const { return m_trashedCount; }
    /// What there is to filter by, with the number of data sets.
    std::map<QString, int> departments() const;
    std::map<int, int> sensitivities() const;
    std::map<QString, int> tags() const;

    void trash(const base::DatasetId& id);
    void restore(const base::DatasetId& id, WhenTaken whenTaken = WhenTaken::Refuse);
    void emptyTrash();

Q_SIGNALS:
    /// State, counts or filter are others now.
    void changed();
    void trashed(const QString& name, const lepton::base::DatasetId& id);
    void restored(const QString& name);
    void trashEmptied(int count);
    void commandFailed(const QString& title, const lepton::base::Error& error);
    /// Another data set has the name of the one that was to be restored.
    void nameTaken(const QString& title, const lepton::base::Error& error, const lepton::base::DatasetId& id);

private:
    void search();

    DatasetContext m_context;
    DatasetListModel m_model;
    DatasetFilterModel m_rows;
    State m_state = State::Loading;
    Place m_place = Place::Catalog;
    std::optional<base::Error> m_error;
    QString m_searchText;
    int m_trashedCount = 0;
    DatasetRights m_rights;
    Async m_read;
    Async m_search;
    CommandQueue m_commands;
};

} // namespace lepton::ui
