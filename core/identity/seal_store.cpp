// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/seal_store.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "identity/machine_file.h"

#include <nlohmann/json.hpp>

#include <system_error>
#include <utility>

namespace lepton::identity {
namespace {

using nlohmann::json;

json readAll(const std::filesystem::path& file)
{
    try {
        json seals = json::parse(base::readTextFile(file));
        if (seals.is_object())
            return seals;
    } catch (const base::Error&) {
        // none yet
    } catch (const json::exception&) {
        // begins anew
    }
    return json::object();
}

} // namespace

void Seal::add(const store::RawEvent& event, base::Sha256& hash)
{
    hash.update(std::string_view("lepton-seal-1"));
    for (const std::string* text : {&std::as_const(digest), &event.hash, &event.signature}) {
        hash.updateU64(text->size());
        hash.update(*text);
    }
    digest = base::toHex(hash.finish());
    seq = event.seq;
}

SealStore::SealStore(std::filesystem::path file)
    : m_file(std::move(file))
{}

SealStore SealStore::ofUser()
{
    return SealStore(base::configFolder() / "seals.json");
}

std::optional<Seal> SealStore::find(const std::filesystem::path& folder) const
{
    const json seals = readAll(m_file);
    const auto found = seals.find(folderKey(folder));
    try {
        if (found != seals.end())
            return Seal{found->at("seq").get<std::int64_t>(), found->at("seal").get<std::string>()};
    } catch (const json::exception&) {
        // as none
    }
    return std::nullopt;
}

void SealStore::keep(const std::filesystem::path& folder, const Seal& seal)
{
    std::error_code ignored;
    std::filesystem::create_directories(m_file.parent_path(), ignored);
    json seals = readAll(m_file);
    seals[folderKey(folder)] = {{"seq", seal.seq}, {"seal", seal.digest}};
    base::writeFileAtomically(m_file, seals.dump(1) + "\n", machineFileMode);
}

} // namespace lepton::identity
