// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/checkpoint.h"

#include "base/error.h"
#include "base/file.h"
#include "identity/keys.h"
#include "identity/signed_fields.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

constexpr int fileVersion = 1;
constexpr std::int64_t largestFile = 1 << 16;
constexpr const char* versionKey = "lepton_checkpoint";

base::Sha256Digest hashOf(const Checkpoint& checkpoint)
{
    return hashOfFields("lepton-checkpoint-1",
                        {checkpoint.workspace, checkpoint.root, std::to_string(checkpoint.head.seq),
                         checkpoint.head.hash, std::to_string(checkpoint.time.milliseconds),
                         checkpoint.member, checkpoint.key});
}

} // namespace

bool Checkpoint::isGenuine() const
{
    return isKey(key) && isSignedBy(key, hashOf(*this), signature);
}

Checkpoint makeCheckpoint(const base::WorkspaceId& workspace, const std::string& root, const Head& head,
                          const store::Signer& signer, base::UtcTime time)
{
    Checkpoint checkpoint;
    checkpoint.workspace = workspace.toString();
    checkpoint.root = root;
    checkpoint.head = head;
    checkpoint.time = time;
    checkpoint.member = signer.member().toString();
    checkpoint.key = signer.key();
    checkpoint.signature = base::toHex(signer.sign(hashOf(checkpoint)));
    return checkpoint;
}

void writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        throw Error(ErrorCode::Exists,
                    "The file " + file.string() + " is there already. Choose another name.");
    const json document{{versionKey, fileVersion},          {"workspace", checkpoint.workspace},
                        {"root", checkpoint.root},          {"event", checkpoint.head.seq},
                        {"head", checkpoint.head.hash},     {"time", checkpoint.time.milliseconds},
                        {"member", checkpoint.member},      {"key", checkpoint.key},
                        {"signature", checkpoint.signature}};
    base::writeFileAtomically(file, document.dump(2) + "\n");
}

Checkpoint readCheckpoint(const std::filesystem::path& file)
{
    try {
        const json document = json::parse(base::readTextFile(file, largestFile));
        Checkpoint checkpoint;
        if (document.at(versionKey).get<int>() != fileVersion)
            throw Error(ErrorCode::Unsupported, "The checkpoint " + file.string() +
                                                    " is of another version of the program than this one.");
        document.at("workspace").get_to(checkpoint.workspace);
        document.at("root").get_to(checkpoint.root);
        document.at("event").get_to(checkpoint.head.seq);
        document.at("head").get_to(checkpoint.head.hash);
        document.at("time").get_to(checkpoint.time.milliseconds);
        document.at("member").get_to(checkpoint.member);
        document.at("key").get_to(checkpoint.key);
        document.at("signature").get_to(checkpoint.signature);
        return checkpoint;
    } catch (const json::exception& error) {
        throw Error(ErrorCode::InvalidArgument,
                    "The file " + file.string() + " is no checkpoint of lepton audit checkpoint.",
                    error.what());
    }
}

} // namespace lepton::identity
