// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <optional>

namespace lepton::testing {

/// The Error that @p work throws, or nothing.
template <class Work>
std::optional<base::Error> errorOf(Work work)
{
    try {
        work();
    } catch (const base::Error& error) {
        return error;
    }
    return std::nullopt;
}

/// The kind of the Error that @p work throws ("no_space"), or "none".
template <class Work>
const char* kindOf(Work work)
{
    const auto error = errorOf(work);
    return error ? error->kind().data() : "none";
}

} // namespace lepton::testing
