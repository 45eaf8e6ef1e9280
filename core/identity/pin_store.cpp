// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/pin_store.h"

#include "base/error.h"
#include "base/file.h"
#include "identity/json_field.h"
#include "identity/machine_file.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

const json& part(const json& pins, const char* name, const std::string& key)
{
    static const json none = json::object();
    const auto group = pins.find(name);
    if (group == pins.end() || !group->is_object())
        return none;
    const auto found = group->find(key);
    return found != group->end() && found->is_object() ? *found : none;
}

/// The exclusive right to change the file; other processes wait.
class FileLock
{
public:
    explicit FileLock(const std::filesystem::path& file)
        : m_descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, machineFileMode))
    {
        if (m_descriptor < 0)
            throw base::errorFromErrno(errno, "write", file.string());
        while (::flock(m_descriptor, LOCK_EX) != 0) {
            if (errno == EINTR)
                continue;
            const int error = errno;
            ::close(m_descriptor);
            throw base::errorFromErrno(error, "lock", file.string());
        }
    }
    ~FileLock() { ::close(m_descriptor); }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int m_descriptor;
};

void comparePins(const json& pins, const std::string& path, const std::string& id, const std::string& root)
{
    const std::string ending =
        " If an admin of the workspace has told you that this is right, say: lepton workspace "
        "trust " +
        root + " --workspace \"" + path + "\"";
    if (const std::string pinned = textField(part(pins, "workspaces", id), "root");
        !pinned.empty() && pinned != root)
        throw Error(ErrorCode::Untrusted,
                    "The workspace " + path +
                        " has another root than this machine remembers for it: " + root + " instead of " +
                        pinned + ". Somebody may have put a forged one in its place." + ending);
    if (const std::string pinned = textField(part(pins, "paths", path), "workspace");
        !pinned.empty() && pinned != id)
        throw Error(ErrorCode::Untrusted,
                    "At " + path +
                        " this machine has seen another workspace than the one that is there "
                        "now (" +
                        pinned + " before, " + id + " now)." + ending);
}

void put(json& pins, const std::string& path, const std::string& id, const std::string& root)
{
    pins["workspaces"][id]["root"] = root;
    json& place = pins["paths"][path];
    if (textField(place, "workspace") != id)
        place = json::object(); // the head of another workspace means nothing here
    place["workspace"] = id;
}

} // namespace

PinStore::PinStore(std::filesystem::path file)
    : m_file(std::move(file))
{}

PinStore PinStore::ofUser()
{
    return PinStore(base::configFolder() / "pins.json");
}

void PinStore::check(const std::filesystem::path& folder, const base::WorkspaceId& id,
                     const std::string& root)
{
    const std::string path = folderKey(folder);
    comparePins(read(), path, id.toString(), root);
    if (isPinned(folder, id, root))
        return;
    change([&](json& pins) {
        comparePins(pins, path, id.toString(), root);
        put(pins, path, id.toString(), root);
    });
}

void PinStore::compare(const std::filesystem::path& folder, const base::WorkspaceId& id,
                       const std::string& root) const
{
    comparePins(read(), folderKey(folder), id.toString(), root);
}

bool PinStore::isPinned(const std::filesystem::path& folder, const base::WorkspaceId& id,
                        const std::string& root) const
{
    const json pins = read();
    return textField(part(pins, "workspaces", id.toString()), "root") == root &&
           textField(part(pins, "paths", folderKey(folder)), "workspace") == id.toString();
}

void PinStore::trust(const std::filesystem::path& folder, const base::WorkspaceId& id,
                     const std::string& root)
{
    change([&](json& pins) { put(pins, folderKey(folder), id.toString(), root); });
}

std::optional<Head> PinStore::head(const std::filesystem::path& folder) const
{
    const json pins = read();
    const json& place = part(pins, "paths", folderKey(folder));
    const auto seq = place.find("seq");
    if (seq == place.end() || !seq->is_number_integer())
        return std::nullopt;
    return Head{seq->get<std::int64_t>(), textField(place, "head")};
}

void PinStore::advanceHead(const std::filesystem::path& folder, const Head& head)
{
    if (const auto known = this->head(folder); known && known->seq >= head.seq)
        return;
    change([&](json& pins) {
        json& place = pins["paths"][folderKey(folder)];
        if (const auto seq = place.find("seq");
            seq != place.end() && seq->is_number_integer() && seq->get<std::int64_t>() >= head.seq)
            return;
        place["seq"] = head.seq;
        place["head"] = head.hash;
    });
}

void PinStore::setHead(const std::filesystem::path& folder, const Head& head)
{
    change([&](json& pins) {
        json& place = pins["paths"][folderKey(folder)];
        place["seq"] = head.seq;
        place["head"] = head.hash;
    });
}

json PinStore::read() const
{
    try {
        const json pins = json::parse(base::readTextFile(m_file));
        if (pins.is_object())
            return pins;
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotFound)
            return json::object();
        throw;
    } catch (const json::exception&) {
        // as below
    }
    throw Error(ErrorCode::Damaged,
                "The file " + m_file.string() +
                    ", in which this machine remembers the workspaces it trusts, is damaged. Put "
                    "it back from a copy, or remove it to trust what you open next.");
}

void PinStore::change(const std::function<void(json&)>& work)
{
    std::error_code error;
    std::filesystem::create_directories(m_file.parent_path(), error);
    if (error)
        throw base::errorFromErrno(error.value(), "create the folder", m_file.parent_path().string());
    std::filesystem::path lockFile = m_file;
    lockFile += ".lock";
    const FileLock lock(lockFile);
    json pins = read();
    work(pins);
    base::writeFileAtomically(m_file, pins.dump(1) + "\n", machineFileMode);
}

} // namespace lepton::identity
