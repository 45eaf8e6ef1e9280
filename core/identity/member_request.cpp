// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/member_request.h"

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "identity/key_store.h"
#include "identity/signed_file.h"

#include <nlohmann/json.hpp>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

constexpr const char* requestVersionKey = "lepton_request";

base::Sha256Digest hashOf(const MemberRequest& request)
{
    return hashOfFields("lepton-request-1", {request.workspace, request.name, request.department, request.key,
                                             std::to_string(request.time.milliseconds)});
}

Error noRequest(const std::filesystem::path& file, const std::string& detail)
{
    return {ErrorCode::InvalidArgument,
            "The file " + file.string() +
                " is no request to become a member. The newcomer makes one with lepton member request.",
            detail};
}

} // namespace

bool MemberRequest::isGenuine() const
{
    return isKey(key) && isSignedBy(key, hashOf(*this), signature);
}

MemberRequest makeRequest(const std::string& name, const std::string& department,
                          const std::string& workspace, KeyStore& keys,
                          const std::optional<std::string>& passphrase, const base::Clock& clock)
{
    MemberRequest request;
    request.name = base::checkedName(name, "member");
    request.department = base::checkedName(department, "department");
    request.workspace = workspace;
    request.time = clock.now();
    const KeyPair pair = KeyPair::generate();
    request.key = pair.publicKey();
    request.signature = base::toHex(pair.sign(hashOf(request)));
    keys.save(pair, passphrase);
    return request;
}

MemberRequest makeRequestFile(const std::filesystem::path& file, const std::string& name,
                              const std::string& department, const std::string& workspace, KeyStore& keys,
                              const std::optional<std::string>& passphrase)
{
    requireNewFile(file);
    MemberRequest request = makeRequest(name, department, workspace, keys, passphrase);
    try {
        writeRequest(file, request);
    } catch (...) {
        keys.remove(request.key); // nobody will ever know of it
        throw;
    }
    return request;
}

void writeRequest(const std::filesystem::path& file, const MemberRequest& request)
{
    const json document{{requestVersionKey, signedFileVersion}, {"name", request.name},
                        {"department", request.department},     {"key", request.key},
                        {"workspace", request.workspace},       {"time", request.time.milliseconds},
                        {"signature", request.signature}};
    writeSignedFile(file, document);
}

MemberRequest readRequest(const std::filesystem::path& file)
{
    MemberRequest request;
    try {
        const json document = json::parse(base::readTextFile(file, largestSignedFile));
        if (document.at(requestVersionKey).get<int>() != signedFileVersion)
            throw noRequest(file, "another version");
        document.at("name").get_to(request.name);
        document.at("department").get_to(request.department);
        document.at("key").get_to(request.key);
        document.at("workspace").get_to(request.workspace);
        document.at("time").get_to(request.time.milliseconds);
        document.at("signature").get_to(request.signature);
    } catch (const json::exception& error) {
        throw noRequest(file, error.what());
    }
    if (!request.isGenuine())
        throw Error(ErrorCode::InvalidArgument,
                    "The request in " + file.string() +
                        " was changed after it was signed. Ask the newcomer for the file again.");
    return request;
}

} // namespace lepton::identity
