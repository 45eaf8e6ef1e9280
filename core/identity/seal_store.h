// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event_store.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace lepton::identity {

/// A SHA-256 over the hashes and signatures of all events up to one that was verified. Where it is the same
/// again, so are they, and the signatures need not be checked a second time.
struct Seal
{
    std::int64_t seq = 0;
    std::string digest; ///< lower-case hex; empty: of no event

    /// Takes the next event; @p hash is at its start, and is again afterwards.
    void add(const store::RawEvent& event, base::Sha256& hash);
};

/// The seals of the logs that this machine has verified, by path, in one file of the person's configuration
/// folder. A lost or damaged file costs the time of a whole audit, nothing else.
class SealStore
{
public:
    explicit SealStore(std::filesystem::path file);
    /// In base::configFolder().
    static SealStore ofUser();

    std::optional<Seal> find(const std::filesystem::path& folder) const;
    void keep(const std::filesystem::path& folder, const Seal& seal);

private:
    std::filesystem::path m_file;
};

} // namespace lepton::identity
