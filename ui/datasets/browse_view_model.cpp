// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/browse_view_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/restoring.h"

namespace lepton::ui {

namespace {

struct Listing
{
    std::vector<data::Dataset> datasets;
    int trashed = 0;
};

data::DatasetQuery query(BrowseViewModel::Place place, std::string search = {})
{
    data::DatasetQuery query;
    query.search = std::move(search);
    query.trashed = place == BrowseViewModel::Place::Trash;
    return query;
}

} // namespace

BrowseViewModel::BrowseViewModel(DatasetContext context, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_rights(context)
{
    connect(&m_rights, &Rights::changed, this, &BrowseViewModel::changed);
    m_rows.setSourceModel(&m_model);
    m_rows.sort(DatasetListModel::NameColumn);
}

void BrowseViewModel::setPlace(Place place)
{
    if (place == m_place)
        return;
    m_place = place;
    m_model.setDatasets({});
    m_rows.setFacets({});
    m_rows.setMatches({});
    m_searchText.clear();
    m_state = State::Loading;
    Q_EMIT changed();
    refresh();
}

void BrowseViewModel::refresh()
{
    m_rights.refresh();
    m_read.run(
        [context = m_context, place = m_place] {
            Listing listing;
            listing.datasets = context.datasets.store().list(query(place));
            listing.trashed = place == Place::Trash
                                  ? int(listing.datasets.size())
                                  : int(context.datasets.store().list(query(Place::Trash)).size());
            return listing;
        },
        [this](Listing listing) {
            m_trashedCount = listing.trashed;
            m_model.setDatasets(std::move(listing.datasets));
            m_state = State::Ready;
            m_error.reset();
            if (!m_searchText.isEmpty())
                search();
            Q_EMIT changed();
        },
        [this](const base::Error& error) {
            m_state = State::Failed;
            m_error = error;
            Q_EMIT changed();
        });
}

void BrowseViewModel::setSearchText(const QString& text)
{
    const auto trimmed = text.trimmed();
    if (trimmed == m_searchText)
        return;
    m_searchText = trimmed;
    if (m_searchText.isEmpty()) {
        m_search.cancel();
        m_rows.setMatches({});
        Q_EMIT changed();
        return;
    }
    search();
}

void BrowseViewModel::search()
{
    m_search.run(
        [context = m_context, text = m_searchText.toStdString(), place = m_place] {
            QSet<QString> ids;
            for (const auto& dataset : context.datasets.store().list(query(place, text)))
                ids.insert(DatasetText::from(dataset.id.toString()));
            return ids;
        },
        [this](QSet<QString> ids) {
            m_rows.setMatches(std::move(ids));
            Q_EMIT changed();
        },
        [this](const base::Error& error) { Q_EMIT commandFailed(tr("The search did not work."), error); });
}

void BrowseViewModel::setFacets(const DatasetFacets& facets)
{
    m_rows.setFacets(facets);
    Q_EMIT changed();
}

void BrowseViewModel::clearFilter()
{
    m_rows.setFacets({});
    m_search.cancel();
    m_searchText.clear();
    m_rows.setMatches({});
    Q_EMIT changed();
}

std::map<QString, int> BrowseViewModel::departments() const
{
    std::map<QString, int> counts;
    for (const auto& dataset : m_model.datasets())
        ++counts[DatasetText::from(dataset.department)];
    return counts;
}

std::map<int, int> BrowseViewModel::sensitivities() const
{
    std::map<int, int> counts;
    for (const auto& dataset : m_model.datasets())
        ++counts[int(dataset.sensitivity)];
    return counts;
}

std::map<QString, int> BrowseViewModel::tags() const
{
    std::map<QString, int> counts;
    for (const auto& dataset : m_model.datasets()) {
        for (const auto& tag : dataset.tags)
            ++counts[DatasetText::from(tag)];
    }
    return counts;
}

void BrowseViewModel::trash(const base::DatasetId& id)
{
    const auto* dataset = m_model.find(id);
    if (!dataset)
        return;
    m_commands.run([context = m_context, id] { context.datasets.trash(id); },
                   [this, id, name = DatasetText::from(dataset->name)] {
                       refresh();
                       Q_EMIT trashed(name, id);
                   },
                   [this](const base::Error& error) {
                       Q_EMIT commandFailed(tr("The data set was not moved to the trash."), error);
                   });
}

void BrowseViewModel::restore(const base::DatasetId& id, WhenTaken whenTaken)
{
    Restoring::run(
        m_commands, m_context, id, whenTaken,
        {.restored =
             [this](const QString& name) {
                 refresh();
                 Q_EMIT restored(name);
             },
         .failed = [this](const QString& title,
                          const base::Error& error) { Q_EMIT commandFailed(title, error); },
         .nameTaken = [this, id](const QString& title,
                                 const base::Error& error) { Q_EMIT nameTaken(title, error, id); }});
}

void BrowseViewModel::emptyTrash()
{
    m_commands.run(
        [context = m_context] { return context.datasets.emptyTrash(); },
        [this](int count) {
            refresh();
            Q_EMIT trashEmptied(count);
        },
        [this](const base::Error& error) { Q_EMIT commandFailed(tr("The trash was not emptied."), error); });
}

} // namespace lepton::ui
