// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "base/id.h"

#include <filesystem>
#include <system_error>

namespace lepton::train {

/// A new folder in the user's cache that is removed with all that is in it.
class ScratchFolder
{
public:
    ScratchFolder()
        : m_path(base::cacheFolder() / "scratch" / base::Uuid::generate().toString())
    {
        std::filesystem::create_directories(m_path);
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace lepton::train
