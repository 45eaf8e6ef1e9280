// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"
#include "data/dataset_service.h"

namespace lepton::data {

void to_json(nlohmann::json& json, const ImportRequest& request)
{
    json = {{"name", request.name},
            {"department", request.department},
            {"description", request.description},
            {"tags", request.tags},
            {"note", request.note},
            {"new_version", request.newVersion},
            {"options", request.options}};
    // A file name is any bytes; JSON holds UTF-8 alone.
    const std::string& file = request.file.native();
    if (base::firstInvalidUtf8(file))
        json["file_hex"] = base::toHex({reinterpret_cast<const std::uint8_t*>(file.data()), file.size()});
    else
        json["file"] = file;
    if (request.sensitivity)
        json["sensitivity"] = sensitivityName(*request.sensitivity);
}

void from_json(const nlohmann::json& json, ImportRequest& request)
{
    request = {};
    if (const auto hex = json.find("file_hex"); hex != json.end())
        request.file = base::fromHex(hex->get<std::string>()).value_or("");
    else
        request.file = json.value("file", "");
    request.name = json.value("name", "");
    request.department = json.value("department", "");
    request.description = json.value("description", "");
    request.tags = json.value("tags", std::vector<std::string>());
    request.note = json.value("note", "");
    request.newVersion = json.value("new_version", false);
    if (const auto sensitivity = json.find("sensitivity"); sensitivity != json.end())
        request.sensitivity = sensitivityFromName(sensitivity->get<std::string>());
    if (const auto options = json.find("options"); options != json.end())
        options->get_to(request.options);
}

} // namespace lepton::data
