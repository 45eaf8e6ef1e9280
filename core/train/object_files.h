// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/object_store.h"

#include <filesystem>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::train {

/// Reads the whole object and compares it with its name. @return where it lies
/// @throw base::Error Damaged when its bytes are not those that were kept; NotFound, Cancelled
std::filesystem::path verifiedObject(const store::ObjectStore& objects, const store::ObjectRef& object,
                                     const base::Cancellation& cancellation);

/// Copies the bytes of @p source (links are followed) into the new file @p target, advancing @p progress by
/// bytes; nothing is left of it when this throws. @throw base::Error Io, NoSpace, Exists, ..., Cancelled
void copyFile(const std::filesystem::path& source, const std::filesystem::path& target,
              const base::Cancellation& cancellation, base::Progress& progress);

/// Keeps a copy of @p file as an object. @throw as copyFile()
store::ObjectRef keepCopy(store::ObjectStore& objects, const std::filesystem::path& file,
                          const base::Cancellation& cancellation, base::Progress& progress);

} // namespace lepton::train
