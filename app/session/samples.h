// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lepton::app {

class Session;

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

/// Queues the import of every sample into the workspace of @p session, described in @p language ("en" where
/// there is no such text). A sample that is there already stays unchanged.
std::vector<base::JobId> importSamples(Session& session, const std::string& language);

/// Where the sample workspace of this person is, unless another folder is asked for.
std::filesystem::path defaultSampleFolder();

} // namespace lepton::app
