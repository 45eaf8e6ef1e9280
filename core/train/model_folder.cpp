// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/model_folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/id.h"
#include "base/sha256.h"
#include "store/workspace.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace lepton::train {
namespace {

namespace fs = std::filesystem;

/// So that a file name of a tampered catalog cannot lead out of the folder.
void requireFileName(const std::string& name)
{
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos ||
        name.find('\0') != std::string::npos)
        throw base::Error(base::ErrorCode::Damaged,
                          "A model of the workspace has a file with a name that is none. Run lepton doctor.",
                          name);
}

using Links = std::map<std::string, fs::path>; ///< name -> object

bool isIntact(const fs::path& folder, const Links& links)
{
    std::error_code error;
    std::size_t entries = 0;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        ++entries;
    if (error || entries != links.size())
        return false;
    for (const auto& [name, object] : links) {
        if (fs::read_symlink(folder / name, error) != object || error)
            return false;
    }
    return true;
}

/// A name that nobody else has, beside the folders.
fs::path newNeighbour(const fs::path& folder)
{
    return folder.parent_path() / (".new-" + base::Uuid::generate().toString());
}

void removeDamaged(const fs::path& folder)
{
    const fs::path aside = newNeighbour(folder);
    std::error_code ignored;
    if (std::rename(folder.c_str(), aside.c_str()) == 0)
        fs::remove_all(aside, ignored);
}

} // namespace

std::string modelHash(const ModelFiles& files)
{
    base::Sha256 hash;
    hash.update("lepton-model-1");
    for (const auto& [name, object] : files) {
        for (const std::string& text : {name, object.hash}) {
            hash.updateU64(text.size());
            hash.update(text);
        }
    }
    return base::toHex(hash.finish());
}

fs::path modelFolder(store::Workspace& workspace, const ModelFiles& files)
{
    Links links;
    for (const auto& [name, object] : files) {
        requireFileName(name);
        links[name] = workspace.objects().path(object.hash);
    }
    const std::string key =
        workspace.info().folder.string() + '\n' + workspace.info().id.toString() + '\n' + modelHash(files);
    constexpr std::size_t digits = 32; // half of the hash tells folders of one user apart
    const fs::path folder = base::cacheFolder() / "models" / base::toHex(base::sha256(key)).substr(0, digits);
    if (isIntact(folder, links))
        return folder;

    std::error_code error;
    fs::create_directories(folder.parent_path(), error);
    if (error)
        throw base::errorFromErrno(error.value(), "make", folder.parent_path().string());
    const fs::path made = newNeighbour(folder);
    constexpr int attempts = 10; // against others who make the same folder at the same time
    for (int attempt = 0; attempt < attempts; ++attempt) {
        fs::create_directory(made, error);
        for (const auto& [name, object] : links) {
            if (!error)
                fs::create_symlink(object, made / name, error);
        }
        if (!error && std::rename(made.c_str(), folder.c_str()) == 0)
            return folder;
        const int problem = error ? error.value() : errno;
        std::error_code ignored;
        fs::remove_all(made, ignored);
        if (problem != ENOTEMPTY && problem != EEXIST && problem != ENOTDIR)
            throw base::errorFromErrno(problem, "make", folder.string());
        if (isIntact(folder, links))
            return folder;
        removeDamaged(folder);
    }
    throw base::Error(base::ErrorCode::Busy, "The folder " + folder.string() +
                                                 " is changed by another program. Close it and try again.");
}

bool belongsToTokeniser(const std::string& name)
{
    return name != "config.json" && name != "README.md" && !name.ends_with(".safetensors");
}

} // namespace lepton::train
