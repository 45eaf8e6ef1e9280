// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_views.h"

#include "ui/widgets/view_memory.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lepton::ui {

namespace {

const QString viewsMemory = QStringLiteral("training.views");

nlohmann::json jsonOf(const RunView& view)
{
    nlohmann::json chosen = nlohmann::json::object();
    for (const auto& [fact, values] : view.request.chosen)
        chosen[train::nameOf({fact})] = values;
    nlohmann::json columns = nlohmann::json::array();
    for (const QString& column : view.columns)
        columns.push_back(column.toStdString());
    return {{"name", view.name.toStdString()},
            {"filter", view.request.filter},
            {"chosen", std::move(chosen)},
            {"sort", view.request.sort},
            {"descending", view.request.direction == train::SortDirection::Descending},
            {"columns", std::move(columns)}};
}

/// Unset for what is no view: the file may be from another version, or have been edited.
std::optional<RunView> viewFrom(const nlohmann::json& json)
{
    try {
        RunView view;
        view.name = QString::fromStdString(json.at("name").get<std::string>());
        json.at("filter").get_to(view.request.filter);
        json.at("sort").get_to(view.request.sort);
        view.request.direction = json.at("descending").get<bool>() ? train::SortDirection::Descending
                                                                   : train::SortDirection::Ascending;
        for (const train::RunFact fact : facetFacts) {
            if (const auto values = json.at("chosen").find(train::nameOf({fact}));
                values != json.at("chosen").end())
                view.request.chosen[fact] = values->get<std::vector<std::string>>();
        }
        for (const auto& column : json.at("columns"))
            view.columns << QString::fromStdString(column.get<std::string>());
        return view;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

} // namespace

RunViews::RunViews(ViewMemory& memory)
    : m_memory(memory)
{
    const auto saved = nlohmann::json::parse(m_memory.state(viewsMemory).toStdString(), nullptr, false);
    if (!saved.is_array())
        return;
    for (const auto& one : saved) {
        if (auto view = viewFrom(one))
            m_views.push_back(*std::move(view));
    }
}

void RunViews::save(RunView view)
{
    const auto same = [&view](const RunView& other) {
        return other.name.compare(view.name, Qt::CaseInsensitive) == 0;
    };
    std::erase_if(m_views, same);
    m_views.push_back(std::move(view));
    std::ranges::sort(m_views, [](const RunView& one, const RunView& other) {
        return one.name.localeAwareCompare(other.name) < 0;
    });
    write();
}

void RunViews::rename(const QString& name, const QString& to)
{
    const auto found = std::ranges::find(m_views, name, &RunView::name);
    if (found == m_views.end())
        return;
    RunView view = std::move(*found);
    view.name = to;
    m_views.erase(found);
    save(std::move(view));
}

void RunViews::remove(const QString& name)
{
    std::erase_if(m_views, [&name](const RunView& view) { return view.name == name; });
    write();
}

const RunView* RunViews::matching(const RunListRequest& request, const QStringList& columns) const
{
    // the list places its columns: in which order they were chosen makes no other view
    const auto found = std::ranges::find_if(m_views, [&](const RunView& view) {
        return view.request == request && view.columns.size() == columns.size() &&
               std::ranges::is_permutation(view.columns, columns);
    });
    return found == m_views.end() ? nullptr : &*found;
}

void RunViews::write()
{
    nlohmann::json all = nlohmann::json::array();
    for (const RunView& view : m_views)
        all.push_back(jsonOf(view));
    m_memory.setState(viewsMemory, QByteArray::fromStdString(all.dump()));
    Q_EMIT changed();
}

} // namespace lepton::ui
