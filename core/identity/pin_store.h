// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace lepton::identity {

/// A place in the chain.
struct Head
{
    std::int64_t seq = 0;
    std::string hash; ///< lower-case hex

    friend bool operator==(const Head&, const Head&) = default;
};

/// What this machine remembers of the workspaces that it has seen, in one file in the person's configuration
/// folder: the root by workspace id, workspace id and root by path, and by path the last head that it
/// verified. Several processes may use the file at once.
class PinStore
{
public:
    explicit PinStore(std::filesystem::path file);
    /// In base::configFolder().
    static PinStore ofUser();

    /// Compares with what is remembered, and remembers what is new.
    /// @throw Error Untrusted when the id has another root, or the path another id
    void check(const std::filesystem::path& folder, const base::WorkspaceId& id, const std::string& root);
    /// Compares alone. @throw Error as check()
    void compare(const std::filesystem::path& folder, const base::WorkspaceId& id,
                 const std::string& root) const;
    /// Whether @p root is what is remembered for the id and for the path.
    bool isPinned(const std::filesystem::path& folder, const base::WorkspaceId& id,
                  const std::string& root) const;
    /// Remembers @p root in place of whatever was remembered for the id and the path.
    void trust(const std::filesystem::path& folder, const base::WorkspaceId& id, const std::string& root);

    std::optional<Head> head(const std::filesystem::path& folder) const;
    /// Remembers @p head unless a later one is remembered.
    void advanceHead(const std::filesystem::path& folder, const Head& head);
    /// Remembers @p head, even an earlier one.
    void setHead(const std::filesystem::path& folder, const Head& head);

private:
    nlohmann::json read() const;
    void change(const std::function<void(nlohmann::json&)>& work);

    std::filesystem::path m_file;
};

} // namespace lepton::identity
