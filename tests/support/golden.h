// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <regex>
#include <string>
#include <vector>

namespace lepton::testing {

/// A folder of reference results: tests/golden/<name>, or <name> in the folder LEPTON_GOLDEN.
inline std::filesystem::path goldenFolder(const char* name)
{
    const char* other = std::getenv("LEPTON_GOLDEN");
    return (other && *other ? std::filesystem::path(other)
                            : std::filesystem::path(LEPTON_SOURCE_DIR "/tests/golden")) /
           name;
}

/// The files in a golden folder whose whole names match the regular expression @p pattern, sorted.
inline std::vector<std::filesystem::path> goldenFiles(const char* folder, const char* pattern)
{
    std::vector<std::filesystem::path> files;
    const std::regex wanted(pattern);
    for (const auto& entry : std::filesystem::directory_iterator(goldenFolder(folder))) {
        if (std::regex_match(entry.path().filename().string(), wanted))
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

inline nlohmann::ordered_json goldenJson(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    return nlohmann::ordered_json::parse(stream);
}

/// A number as golden files write it: "nan", "inf" and "-inf" are text there.
inline double goldenNumber(const nlohmann::ordered_json& value)
{
    if (value == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (value == "inf" || value == "-inf")
        return value == "inf" ? HUGE_VAL : -HUGE_VAL;
    return value.get<double>();
}

/// Whether two numbers agree within @p absolute or @p relative; NaN agrees with NaN.
inline bool agree(double actual, double expected, double absolute, double relative)
{
    if (std::isnan(expected) || std::isnan(actual))
        return std::isnan(expected) && std::isnan(actual);
    if (std::isinf(expected) || std::isinf(actual))
        return actual == expected;
    const double difference = std::abs(actual - expected);
    return difference <= absolute || difference <= relative * std::abs(expected);
}

} // namespace lepton::testing
