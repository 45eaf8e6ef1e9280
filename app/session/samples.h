// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "base/id.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lepton::app {

/// One sample data set that comes with the program.
struct Sample
{
    std::string name;
    std::filesystem::path file; ///< whole path
    std::string department;
    std::string sensitivity;
    std::vector<std::string> tags;
    std::map<std::string, std::string> description; ///< by language: "en", "zh_CN"
    std::string source;
    std::string licence;
};

/// Where the sample data is: LEPTON_SAMPLES, else beside the installed program, else in the source tree that
/// the program was built from. @throw base::Error with ErrorCode::NotFound
std::filesystem::path samplesFolder();

/// What is in @p folder, by its samples.json. @throw base::Error
std::vector<Sample> readSamples(const std::filesystem::path& folder);

/// The folder of the sample base model: LEPTON_SAMPLE_MODEL, else where set-up put it; nothing where it is
/// not there.
std::optional<std::filesystem::path> sampleModelFolder();

/// Queues the import of every sample data set into the workspace of @p session, described in @p language
/// ("en" where there is no such text). A sample that is there already stays unchanged.
std::vector<base::JobId> importSamples(Session& session, const std::string& language);

/// Makes a workspace of one person in @p folder (new or empty) and queues the import of every sample and of
/// the sample base model into it; session.jobs() tells how far they are. @throw base::Error
std::unique_ptr<Session> createSampleWorkspace(const std::filesystem::path& folder,
                                               const identity::FirstMember& member,
                                               const std::string& workspaceName, const std::string& language,
                                               const Session::Options& options);

} // namespace lepton::app
