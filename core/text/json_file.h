// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>

namespace lepton::text {

using Json = nlohmann::json;

/// A JSON file of a model folder, read with checks: every accessor throws base::Error with a sentence that
/// names the file and the key when a value is missing or of another type. Private to this folder.
class JsonFile
{
public:
    /// @throw base::Error when the file cannot be read or is not a JSON object.
    explicit JsonFile(const std::filesystem::path& path);

    /// The path, for messages.
    const std::string& name() const noexcept { return m_name; }
    const Json& root() const noexcept { return m_root; }

    const Json& object(const Json& parent, const char* key) const;
    const Json& array(const Json& parent, const char* key) const;
    std::string text(const Json& parent, const char* key) const;
    std::int64_t integer(const Json& parent, const char* key) const;
    std::int64_t asInteger(const Json& value, const char* key) const;
    std::int64_t integerFromText(const std::string& text) const;
    /// A truth value; @p absent where the key is missing or null.
    bool flag(const Json& parent, const char* key, bool absent) const;
    /// A positive length; unset where it is missing or so large that it means none.
    std::optional<std::size_t> length(const Json& parent, const char* key) const;
    /// An object whose "type" is one of @p types; another is refused as Unsupported, by its name.
    const Json& typed(const Json& parent, const char* key,
                      std::initializer_list<std::string_view> types) const;

private:
    [[noreturn]] void refuse(const char* key, const char* expected) const;
    const Json& member(const Json& parent, const char* key, const char* expected) const;

    std::string m_name;
    Json m_root;
};

} // namespace lepton::text
