// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/event_list_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/table_delegate.h"

#include <nlohmann/json.hpp>

namespace lepton::ui {

namespace {

QString stringOf(const nlohmann::json& json, const char* key)
{
    const auto it = json.find(key);
    return it != json.end() && it->is_string() ? DatasetText::from(it->get<std::string>()) : QString();
}

QString countOf(const nlohmann::json& json, const char* key)
{
    const auto it = json.find(key);
    return it != json.end() && it->is_number_integer() ? DatasetText::count(it->get<std::int64_t>())
                                                       : QString();
}

QString changedFact(const std::string& key)
{
    if (key == "name")
        return EventListModel::tr("name", "of a data set");
    if (key == "description")
        return EventListModel::tr("description", "of a data set");
    if (key == "tags")
        return EventListModel::tr("tags", "of a data set");
    if (key == "sensitivity")
        return EventListModel::tr("sensitivity", "of a data set");
    if (key == "department")
        return EventListModel::tr("department", "of a data set");
    return DatasetText::from(key);
}

QString editSentence(const nlohmann::json& detail)
{
    const auto changes = detail.find("changes");
    QStringList facts;
    if (changes != detail.end() && changes->is_object()) {
        for (const auto& [key, value] : changes->items())
            facts << changedFact(key);
    }
    return facts.isEmpty() ? EventListModel::tr("Facts changed")
                           : EventListModel::tr("Changed: %1", "facts of a data set")
                                 .arg(facts.join(EventListModel::tr(", ", "between facts")));
}

} // namespace

EventListModel::EventListModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void EventListModel::setEvents(std::vector<store::Event> events, std::map<std::string, std::string> names)
{
    m_names = std::move(names);
    if (!events.empty() && !m_events.empty() && events.size() == m_events.size() &&
        events.front().seq == m_events.front().seq)
        return; // events never change
    beginResetModel();
    m_events = std::move(events);
    endResetModel();
}

QString EventListModel::sentence(const store::Event& event)
{
    const auto detail = nlohmann::json::parse(event.detail, nullptr, false);
    if (detail.is_discarded() || !detail.is_object())
        return DatasetText::from(event.kind);
    if (event.kind == "dataset.imported") {
        const auto skipped = countOf(detail, "skipped_rows");
        if (!skipped.isEmpty() && skipped != DatasetText::count(0))
            return tr("v%1 imported from %2: %3 rows, %4 left out", "version, file, rows, rows left out")
                .arg(countOf(detail, "version"), stringOf(detail, "file"), countOf(detail, "rows"), skipped);
        return tr("v%1 imported from %2: %3 rows", "version, file, rows")
            .arg(countOf(detail, "version"), stringOf(detail, "file"), countOf(detail, "rows"));
    }
    if (event.kind == "dataset.edited")
        return editSentence(detail);
    if (event.kind == "dataset.trashed")
        return tr("Moved to the trash");
    if (event.kind == "dataset.restored")
        return tr("Restored from the trash");
    if (event.kind == "dataset.removed")
        return tr("Removed for good");
    return DatasetText::from(event.kind);
}

QString EventListModel::nameOf(const store::Event& event) const
{
    const auto id = event.member.toString();
    const auto it = m_names.find(id);
    return DatasetText::from(it == m_names.end() ? id.substr(0, 8) : it->second);
}

int EventListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int EventListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EventListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& event = m_events[std::size_t(index.row())];
    if (role == MemberDelegate::MemberIdRole)
        return DatasetText::from(event.member.toString());
    if (role == TableDelegate::ToneRole)
        return int(index.column() == WhenColumn ? theme::Role::Text2 : theme::Role::Text);
    if (role == Qt::ToolTipRole && index.column() == WhenColumn)
        return DatasetText::fullTime(event.time);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case WhatColumn:
        return sentence(event);
    case WhoColumn:
        return nameOf(event);
    case WhenColumn:
        return DatasetText::when(event.time);
    default:
        return {};
    }
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn:
        return tr("What happened");
    case WhoColumn:
        return tr("Who");
    case WhenColumn:
        return tr("When");
    default:
        return {};
    }
}

} // namespace lepton::ui
