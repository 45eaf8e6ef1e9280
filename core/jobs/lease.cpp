// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/lease.h"

#include "base/error.h"
#include "base/file.h"
#include "base/id.h"
#include "base/sha256.h"

#include <array>
#include <fstream>
#include <optional>
#include <sstream>

#include <sys/stat.h>
#include <unistd.h>

namespace lepton::jobs {
namespace {

/// First line of a small file of /proc or /etc; empty when it cannot be read.
std::string firstLine(const char* path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

/// An id of our own where the system has none, as in minimal containers.
std::string madeMachineId()
{
    const std::filesystem::path file = base::configFolder() / "machine-id";
    if (!std::filesystem::exists(file)) {
        std::filesystem::create_directories(file.parent_path());
        base::writeFileAtomically(file, base::Uuid::generate().toString() + "\n");
    }
    return base::readTextFile(file, 4096);
}

std::string machineId()
{
    std::string id = firstLine("/etc/machine-id");
    if (id.empty())
        id = madeMachineId();
    // Images and shared home folders carry one id to many machines; the host name keeps those apart.
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const auto digest = base::sha256("lepton-machine-1\n" + id + "\n" + host.data());
    return base::toHex(digest).substr(0, 32);
}

struct ProcessFacts
{
    char state = '?';
    std::int64_t start = 0;
};

/// Fields 3 and 22 of /proc/PID/stat; nothing when there is no such process.
std::optional<ProcessFacts> processFacts(std::int64_t pid)
{
    const std::string line = firstLine(("/proc/" + std::to_string(pid) + "/stat").c_str());
    // The command name stands in parentheses and may itself hold blanks and parentheses.
    const auto end = line.rfind(')');
    if (end == std::string::npos)
        return std::nullopt;
    std::istringstream fields(line.substr(end + 1));
    ProcessFacts facts;
    fields >> facts.state;
    std::string skipped;
    for (int field = 4; field < 22; ++field)
        fields >> skipped;
    fields >> facts.start;
    return fields ? std::optional(facts) : std::nullopt;
}

} // namespace

LeaseHolder LeaseHolder::thisProcess()
{
    LeaseHolder holder;
    holder.machine = machineId();
    holder.boot = firstLine("/proc/sys/kernel/random/boot_id");
    struct stat space
    {};
    if (::stat("/proc/self/ns/pid", &space) == 0)
        holder.processSpace = static_cast<std::int64_t>(space.st_ino);
    holder.pid = ::getpid();
    if (const auto facts = processFacts(holder.pid))
        holder.processStart = facts->start;
    return holder;
}

HolderState holderState(const LeaseHolder& holder, const LeaseHolder& observer)
{
    if (holder.machine != observer.machine)
        return HolderState::Unknown;
    if (holder.boot != observer.boot)
        return HolderState::Gone;
    if (holder.processSpace != observer.processSpace)
        return HolderState::Unknown;
    const auto facts = processFacts(holder.pid);
    // A zombie has ended; only its parent has not asked yet.
    if (!facts || facts->start != holder.processStart || facts->state == 'Z' || facts->state == 'X')
        return HolderState::Gone;
    return HolderState::Alive;
}

} // namespace lepton::jobs
