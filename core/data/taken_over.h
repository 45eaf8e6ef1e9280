// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::data {

/// One of the things that a person states about a file.
enum class ReadOption
{
    Encoding,
    Delimiter,
    Quote,
    DecimalMark,
    Header,
    Nulls,
    Types
};
/// The word for @p option in JSON, e.g. "decimal_mark".
std::string_view optionName(ReadOption option) noexcept;

/// What a new version is read with, since the version before was.
struct TakenOver
{
    int version = 0;                  ///< the one before
    ReadOptions options;              ///< what was stated now, completed by what was stated then
    std::vector<ReadOption> taken{};  ///< completed so
    std::vector<ReadOption> left{};   ///< stated then, but not for a file like this one
    std::vector<std::string> types{}; ///< the columns whose types were taken over
};

/// Completes @p stated by what was stated when @p before was read, as far as that suits @p file: an encoding
/// that its text can be in, marks under which its columns are those of the version before, types of columns
/// that it has, words for missing values. What to do with bad rows is asked each time. A file that cannot be
/// read keeps what was stated: whoever reads it says why.
/// @throw base::Error with ErrorCode::Cancelled
TakenOver takeOver(const std::filesystem::path& file, const ReadOptions& stated, const DatasetVersion& before,
                   const base::Cancellation& cancellation);
/// The same from the newest version of the data set called @p name; nothing when there is none.
std::optional<TakenOver> takeOver(DatasetStore& store, std::string_view name,
                                  const std::filesystem::path& file, const ReadOptions& stated,
                                  const base::Cancellation& cancellation);

/// Of what was taken over that which @p options still say.
TakenOver stillTaken(const TakenOver& taken, const ReadOptions& options);

} // namespace lepton::data
