// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/machine_file.h"

#include <system_error>

namespace lepton::identity {

std::string folderKey(const std::filesystem::path& folder)
{
    std::error_code error;
    const auto canonical = std::filesystem::weakly_canonical(folder, error);
    return (error ? folder : canonical).string();
}

} // namespace lepton::identity
