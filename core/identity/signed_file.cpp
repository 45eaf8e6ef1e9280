// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/signed_file.h"

#include "base/error.h"
#include "base/file.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace lepton::identity {

base::Sha256Digest hashOfFields(std::string_view purpose, std::initializer_list<std::string> fields)
{
    base::Sha256 hash;
    hash.update(purpose);
    for (const std::string& field : fields) {
        hash.updateU64(field.size());
        hash.update(field);
    }
    return hash.finish();
}

void requireNewFile(const std::filesystem::path& file)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        throw base::Error(base::ErrorCode::Exists,
                          "The file " + file.string() + " is there already. Choose another name.");
}

void writeSignedFile(const std::filesystem::path& file, const nlohmann::json& document)
{
    requireNewFile(file);
    base::writeFileAtomically(file, document.dump(2) + "\n");
}

} // namespace lepton::identity
