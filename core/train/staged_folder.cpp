// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/staged_folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/id.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <stdio.h>

namespace lepton::train {

namespace fs = std::filesystem;

void makeFolders(const fs::path& folder)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!failed && !fs::is_directory(folder, failed))
        failed = std::make_error_code(std::errc::not_a_directory);
    if (failed)
        throw base::errorFromErrno(failed.value(), "make the folder", folder.string());
}

void writeNewFile(const fs::path& file, std::string_view text)
{
    makeFolders(file.parent_path());
    base::File out = base::File::create(file);
    out.write(text);
    out.close();
}

StagedFolder::StagedFolder(const fs::path& target)
    : m_target(fs::absolute(target).lexically_normal())
{
    std::error_code ignored;
    for (fs::path above = m_target; !above.empty() && !fs::exists(above, ignored);
         above = above.parent_path())
        m_made.insert(m_made.begin(), above);
    makeFolders(m_target);
    m_path = m_target / (".unfinished-" + base::Uuid::generate().toString());
    makeFolders(m_path);
}

StagedFolder::~StagedFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
    for (auto made = m_made.rbegin(); made != m_made.rend(); ++made)
        fs::remove(*made, ignored); // which fails, as it should, where something is in it
}

bool StagedFolder::moveOut(const fs::path& name)
{
    const fs::path from = m_path / name;
    const fs::path to = m_target / name;
    makeFolders(to.parent_path());
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno == EINVAL || errno == ENOSYS) { // a file system that cannot promise it
        if (std::error_code ignored; fs::exists(to, ignored))
            return false;
        if (::rename(from.c_str(), to.c_str()) == 0)
            return true;
    }
    if (errno == EEXIST || errno == ENOTEMPTY)
        return false;
    throw base::errorFromErrno(errno, "write", to.string());
}

std::optional<fs::path> StagedFolder::moveOut(std::span<const fs::path> names)
{
    const auto takeBack = [&](std::size_t count) {
        std::error_code ignored;
        for (const fs::path& name : names.first(count))
            fs::rename(m_target / name, m_path / name, ignored);
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        bool isOut = false;
        try {
            isOut = moveOut(names[i]);
        } catch (...) {
            takeBack(i);
            throw;
        }
        if (!isOut) {
            takeBack(i);
            return names[i];
        }
    }
    return std::nullopt;
}

} // namespace lepton::train
