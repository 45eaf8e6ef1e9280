// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/scratch_folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/id.h"

#include <chrono>
#include <system_error>

namespace lepton::base {
namespace {

namespace fs = std::filesystem;

/// Nothing is worked on for so long.
constexpr std::chrono::hours forgotten{24};

void removeForgotten(const fs::path& folder)
{
    const auto limit = fs::file_time_type::clock::now() - forgotten;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code unknown;
        if (const auto time = entry->last_write_time(unknown); !unknown && time < limit)
            fs::remove_all(entry->path(), unknown);
    }
}

} // namespace

ScratchFolder::ScratchFolder()
{
    const fs::path folder = cacheFolder() / "scratch";
    removeForgotten(folder);
    m_path = folder / Uuid::generate().toString();
    std::error_code error;
    fs::create_directories(m_path, error);
    if (error)
        throw errorFromErrno(error.value(), "make", m_path.string());
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

} // namespace lepton::base
