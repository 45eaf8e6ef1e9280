// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/checkpoint.h"

#include "base/error.h"
#include "base/file.h"
#include "identity/audit.h"
#include "identity/keys.h"
#include "identity/refusals.h"
#include "identity/signed_file.h"

#include <nlohmann/json.hpp>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

constexpr const char* checkpointVersionKey = "lepton_checkpoint";

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

Checkpoint signCheckpoint(const std::filesystem::path& file, store::Workspace& workspace,
                          const AuditResult& verified)
{
    if (!verified.whole)
        throw Error(ErrorCode::Damaged,
                    "Nothing was signed: the audit log is not whole. " + verified.problems.front().message);
    const auto signer = workspace.signer();
    if (!signer)
        throw notAMember();
    Checkpoint checkpoint =
        makeCheckpoint(workspace.info().id, verified.root, {verified.events, verified.head}, *signer,
                       base::systemClock().now());
    writeCheckpoint(file, checkpoint);
    return checkpoint;
}

void writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint)
{
    const json document{{checkpointVersionKey, signedFileVersion},
                        {"workspace", checkpoint.workspace},
                        {"root", checkpoint.root},
                        {"event", checkpoint.head.seq},
                        {"head", checkpoint.head.hash},
                        {"time", checkpoint.time.milliseconds},
                        {"member", checkpoint.member},
                        {"key", checkpoint.key},
                        {"signature", checkpoint.signature}};
    writeSignedFile(file, document);
}

Checkpoint readCheckpoint(const std::filesystem::path& file)
{
    try {
        const json document = json::parse(base::readTextFile(file, largestSignedFile));
        Checkpoint checkpoint;
        if (document.at(checkpointVersionKey).get<int>() != signedFileVersion)
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
