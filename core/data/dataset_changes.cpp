// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/dataset_changes.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <set>

namespace lepton::data {
namespace {

/// Tags in NFC without repeats, each checked as a name.
std::vector<std::string> checkedTags(const std::vector<std::string>& tags)
{
    std::vector<std::string> result;
    std::set<std::string> keys;
    for (const std::string& tag : tags) {
        const std::string checked = base::checkedName(tag, "tag");
        if (keys.insert(base::caseFoldKey(checked)).second)
            result.push_back(checked);
    }
    return result;
}

/// Adds {"before","after"} below @p key when @p after is set and differs; and else takes it out of the edit.
template <class T, class Text>
void change(nlohmann::json& changes, const char* key, const T& before, std::optional<T>& after, Text text)
{
    if (after && *after == before)
        after.reset();
    if (after)
        changes[key] = {{"before", text(before)}, {"after", text(*after)}};
}

} // namespace

DatasetEdit checkedEdit(DatasetEdit edit)
{
    if (edit.name)
        edit.name = base::checkedName(*edit.name, "data set");
    if (edit.department)
        edit.department = base::checkedName(*edit.department, "department");
    if (edit.description)
        edit.description = base::toNfc(*edit.description);
    if (edit.tags)
        edit.tags = checkedTags(*edit.tags);
    return edit;
}

nlohmann::json changesOf(const Dataset& dataset, DatasetEdit& edit)
{
    const auto same = [](const auto& value) { return value; };
    nlohmann::json changes = nlohmann::json::object();
    change(changes, "name", dataset.name, edit.name, same);
    change(changes, "description", dataset.description, edit.description, same);
    change(changes, "tags", dataset.tags, edit.tags, same);
    change(changes, "sensitivity", dataset.sensitivity, edit.sensitivity, sensitivityName);
    change(changes, "department", dataset.department, edit.department, same);
    return changes;
}

bool isOverwritten(const Dataset& now, const Dataset& seen, const DatasetEdit& edit)
{
    return (edit.name && now.name != seen.name) ||
           (edit.description && now.description != seen.description) ||
           (edit.tags && now.tags != seen.tags) ||
           (edit.sensitivity && now.sensitivity != seen.sensitivity) ||
           (edit.department && now.department != seen.department);
}

} // namespace lepton::data
