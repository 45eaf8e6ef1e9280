// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/store: times of files by the clock of the file system that holds them, so that no machine's
// own clock matters.

#include <chrono>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <optional>

namespace lepton::store {

/// When the file was changed, read through a handle: a network file system then asks its server instead of
/// its cache. Nothing when the file is gone.
std::optional<timespec> modified(const std::filesystem::path& file);
/// The same as one number for the catalog: nanoseconds since 1970.
std::optional<std::int64_t> modifiedNanoseconds(const std::filesystem::path& file);
std::int64_t nanoseconds(const timespec& time);

/// Gives an own file the time of now and a random part of the next tenth of a second, so that no two are
/// equal. Returns it as the file system stored it.
std::optional<timespec> mark(const std::filesystem::path& file);
/// Gives the file @p time, or the time of now where only its owner may state one. False when there is no
/// file.
bool touch(const std::filesystem::path& file, const std::optional<timespec>& time);

/// Now, by a file made in @p folder for it. @throw base::Error
timespec fileSystemNow(const std::filesystem::path& folder);
/// Whether @p time lies more than @p grace before @p now.
bool isOlder(const timespec& time, const timespec& now, std::chrono::seconds grace);

} // namespace lepton::store
