// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/samples.h"

#include "base/error.h"
#include "base/file.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

namespace lepton::app {
namespace {

constexpr const char* listName = "samples.json";
constexpr const char* fallbackLanguage = "en";
constexpr const char* sampleModelName = "all-MiniLM-L6-v2";

std::vector<std::filesystem::path> candidates()
{
    if (const char* stated = std::getenv("LEPTON_SAMPLES"); stated && *stated)
        return {stated};
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error)
        folders.push_back(program.parent_path().parent_path() / "share" / "lepton-workbench" / "samples");
    folders.emplace_back(LEPTON_SOURCE_SAMPLES);
    return folders;
}

} // namespace

std::filesystem::path samplesFolder()
{
    std::string looked;
    for (const std::filesystem::path& folder : candidates()) {
        std::error_code error;
        if (std::filesystem::exists(folder / listName, error))
            return folder;
        looked += (looked.empty() ? "" : ", ") + folder.string();
    }
    throw base::Error(
        base::ErrorCode::NotFound,
        "The sample data is not there. Set LEPTON_SAMPLES to the folder that holds samples.json.",
        "looked in " + looked);
}

std::vector<Sample> readSamples(const std::filesystem::path& folder)
{
    const std::filesystem::path list = folder / listName;
    std::vector<Sample> samples;
    try {
        for (const nlohmann::json& entry : nlohmann::json::parse(base::readTextFile(list))) {
            Sample sample;
            entry.at("name").get_to(sample.name);
            sample.file = folder / entry.at("file").get<std::string>();
            entry.at("department").get_to(sample.department);
            entry.at("sensitivity").get_to(sample.sensitivity);
            entry.at("tags").get_to(sample.tags);
            entry.at("description").get_to(sample.description);
            entry.at("source").get_to(sample.source);
            entry.at("licence").get_to(sample.licence);
            samples.push_back(std::move(sample));
        }
    } catch (const nlohmann::json::exception& error) {
        throw base::Error(base::ErrorCode::BadJson,
                          "The list of samples " + list.string() + " cannot be read.", error.what());
    }
    return samples;
}

std::optional<std::filesystem::path> sampleModelFolder()
{
    const char* stated = std::getenv("LEPTON_SAMPLE_MODEL");
    const std::filesystem::path folder = stated && *stated ? stated : LEPTON_SAMPLE_MODEL_DIR;
    std::error_code error;
    return std::filesystem::exists(folder / "config.json", error) ? std::optional(folder) : std::nullopt;
}

std::vector<base::JobId> importSamples(Session& session, const std::string& language)
{
    std::vector<base::JobId> ids;
    for (const Sample& sample : readSamples(samplesFolder())) {
        auto text = sample.description.find(language);
        if (text == sample.description.end())
            text = sample.description.find(fallbackLanguage);
        data::ImportRequest request;
        request.file = sample.file;
        request.name = sample.name;
        request.department = sample.department;
        request.sensitivity = data::sensitivityFromName(sample.sensitivity);
        request.tags = sample.tags;
        if (text != sample.description.end())
            request.description = text->second;
        request.note = sample.source + "; " + sample.licence;
        ids.push_back(session.submitImport(std::move(request)));
    }
    return ids;
}

std::unique_ptr<Session> createSampleWorkspace(const std::filesystem::path& folder,
                                               const identity::FirstMember& member,
                                               const std::string& workspaceName, const std::string& language,
                                               const Session::Options& options)
{
    // Asked first, so that no workspace is made where there is nothing to put into it.
    readSamples(samplesFolder());
    auto session = Session::create(folder, {workspaceName, store::JournalMode::Local}, member, options);
    importSamples(*session, language);
    if (const auto model = sampleModelFolder())
        session->submitModelImport(*model, sampleModelName);
    return session;
}

} // namespace lepton::app
