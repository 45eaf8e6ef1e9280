// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

namespace lepton::nn {

/// The keys of a config.json, read with checks: every accessor throws base::Error BadModel with a sentence
/// that names the file and the key where a value is of another type or out of its range. A key that is
/// missing or null has its default.
class ConfigJson
{
public:
    /// @throw base::Error BadJson when @p json is not a JSON object, or nests too deeply
    ConfigJson(const std::string& json, std::string file);

    /// The path, for messages.
    const std::string& name() const noexcept { return m_file; }

    bool has(const char* key) const;
    bool isNull(const char* key) const;
    std::string text(const char* key, const std::string& absent) const;
    bool flag(const char* key) const;
    std::int64_t integer(const char* key, std::int64_t absent, std::int64_t smallest,
                         std::int64_t largest) const;
    /// In [smallest, largest].
    double real(const char* key, double absent, double smallest, double largest) const;
    /// A probability in [0, 1).
    double dropout(const char* key, double absent) const;
    /// The object of that key, or null where it is absent.
    const nlohmann::json* object(const char* key) const;

private:
    const nlohmann::json* find(const char* key) const;
    [[noreturn]] void refuse(const char* key, const nlohmann::json& value, const std::string& expected) const;

    std::string m_file;
    nlohmann::json m_root;
};

} // namespace lepton::nn
