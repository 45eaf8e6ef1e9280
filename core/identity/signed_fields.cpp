// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/signed_fields.h"

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

} // namespace lepton::identity
