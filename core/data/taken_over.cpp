// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/taken_over.h"

#include "base/cancellation.h"
#include "base/error.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace lepton::data {

namespace {

constexpr int rowsLookedAt = 100;
/// What was found with less than this may as well be what was stated before.
constexpr double certain = 0.95;

constexpr std::pair<ReadOption, std::string_view> optionNames[] = {
    {ReadOption::Encoding, "encoding"}, {ReadOption::Delimiter, "delimiter"},
    {ReadOption::Quote, "quote"},       {ReadOption::DecimalMark, "decimal_mark"},
    {ReadOption::Header, "header"},     {ReadOption::Nulls, "nulls"},
    {ReadOption::Types, "types"}};

constexpr ReadOption marks[] = {ReadOption::Delimiter, ReadOption::Quote, ReadOption::DecimalMark,
                                ReadOption::Header};

bool isStated(const ReadOptions& options, ReadOption option)
{
    const ReadOptions unstated;
    switch (option) {
    case ReadOption::Encoding:
        return options.encoding.has_value();
    case ReadOption::Delimiter:
        return options.delimiter.has_value();
    case ReadOption::Quote:
        return options.quote != unstated.quote;
    case ReadOption::DecimalMark:
        return options.decimalMark.has_value();
    case ReadOption::Header:
        return options.hasHeader != unstated.hasHeader;
    case ReadOption::Nulls:
        return options.nulls.has_value();
    case ReadOption::Types:
        return !options.types.empty();
    }
    return false;
}

/// Copies what belongs to @p option, but for types.
void copy(ReadOption option, const ReadOptions& from, ReadOptions& to)
{
    switch (option) {
    case ReadOption::Encoding:
        to.encoding = from.encoding;
        return;
    case ReadOption::Delimiter:
        to.delimiter = from.delimiter;
        return;
    case ReadOption::Quote:
        to.quote = from.quote;
        return;
    case ReadOption::DecimalMark:
        to.decimalMark = from.decimalMark;
        return;
    case ReadOption::Header:
        to.hasHeader = from.hasHeader;
        return;
    case ReadOption::Nulls:
        to.nulls = from.nulls;
        return;
    case ReadOption::Types:
        return;
    }
}

bool isSame(ReadOption option, const ReadOptions& a, const ReadOptions& b)
{
    ReadOptions copied = b;
    copy(option, a, copied);
    return copied == b;
}

/// How @p file begins under @p options; nothing when it cannot be read so.
std::optional<Preview> look(const std::filesystem::path& file, ReadOptions options,
                            const base::Cancellation& cancellation)
{
    options.types.clear(); // of columns that the file may not have
    try {
        return previewFile(file, options, rowsLookedAt, cancellation);
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled)
            throw;
        return std::nullopt;
    }
}

std::size_t sharedNames(const Schema& schema, const Schema& before)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        before.columns, [&schema](const Column& column) { return schema.find(column.name).has_value(); }));
}

/// Whether the columns of @p a are at least as much those of the version before as those of @p b are.
bool suitsAsWell(const std::optional<Preview>& a, const std::optional<Preview>& b, const Schema& before)
{
    if (!a || !b)
        return a.has_value();
    const auto ofA = sharedNames(a->schema, before);
    const auto ofB = sharedNames(b->schema, before);
    if (ofA != ofB)
        return ofA > ofB;
    const bool asMany = ofA > 0 || a->schema.size() >= b->schema.size();
    return asMany && a->badRows.size() <= b->badRows.size();
}

/// Whether text that was found to be as @p detected says can as well be in @p encoding.
bool canBe(const Detected& detected, const std::string& encoding)
{
    const std::string wanted = canonicalEncoding(encoding).value_or(encoding);
    if (detected.encoding == wanted || detected.readings.empty())
        return true;
    const EncodingReading& first = detected.readings.front();
    const bool ascii = detected.readings.size() == 1 && first.encoding == "utf-8";
    return ascii || (first.confidence < certain &&
                     std::ranges::find(detected.readings, wanted, &EncodingReading::encoding) !=
                         detected.readings.end());
}

} // namespace

std::string_view optionName(ReadOption option) noexcept
{
    const auto* found =
        std::ranges::find(optionNames, option, &std::pair<ReadOption, std::string_view>::first);
    return found == std::end(optionNames) ? std::string_view() : found->second;
}

TakenOver takeOver(const std::filesystem::path& file, const ReadOptions& stated, const DatasetVersion& before,
                   const base::Cancellation& cancellation)
{
    const ReadOptions& then = before.provenance.options;
    TakenOver result{.version = before.number, .options = stated};
    const auto wanted = [&](ReadOption option) {
        return isStated(then, option) && !isStated(stated, option);
    };
    if (std::ranges::none_of(optionNames, [&](const auto& entry) { return wanted(entry.first); }) &&
        then.types.empty())
        return result;

    std::optional<Preview> found = look(file, stated, cancellation);
    if (found && found->detected.format == FileFormat::Parquet)
        return result; // says all of it itself
    ReadOptions& options = result.options;
    std::vector<ReadOption> tried;
    if (wanted(ReadOption::Encoding) && (!found || canBe(found->detected, *then.encoding)))
        tried.push_back(ReadOption::Encoding);
    if (!found || found->detected.format == FileFormat::Csv)
        std::ranges::copy_if(marks, std::back_inserter(tried), wanted);
    ReadOptions completed = stated;
    for (const ReadOption option : tried)
        copy(option, then, completed);
    if (!tried.empty()) {
        std::optional<Preview> seen = look(file, completed, cancellation);
        if (suitsAsWell(seen, found, before.schema)) {
            options = completed;
            found = std::move(seen);
            result.taken = tried;
        }
    }
    if (!found) {
        result.options = stated;
        result.taken.clear();
        return result;
    }
    if (wanted(ReadOption::Nulls)) {
        options.nulls = then.nulls;
        result.taken.push_back(ReadOption::Nulls);
    }
    for (const auto& [name, column] : then.types) {
        if (found->schema.find(name) && options.types.emplace(name, column).second)
            result.types.push_back(name);
    }
    if (!result.types.empty())
        result.taken.push_back(ReadOption::Types);
    for (const auto& [option, name] : optionNames) {
        if (option != ReadOption::Types && wanted(option) &&
            std::ranges::find(result.taken, option) == result.taken.end())
            result.left.push_back(option);
    }
    return result;
}

std::optional<TakenOver> takeOver(DatasetStore& store, std::string_view name,
                                  const std::filesystem::path& file, const ReadOptions& stated,
                                  const base::Cancellation& cancellation)
{
    const auto dataset = store.findByName(name);
    const auto before = dataset ? store.version(dataset->id, dataset->latestVersion) : std::nullopt;
    return before ? std::optional(takeOver(file, stated, *before, cancellation)) : std::nullopt;
}

TakenOver stillTaken(const TakenOver& taken, const ReadOptions& options)
{
    TakenOver still{.version = taken.version, .options = options};
    for (const std::string& name : taken.types) {
        const auto now = options.types.find(name);
        if (now != options.types.end() && now->second == taken.options.types.at(name))
            still.types.push_back(name);
    }
    for (const ReadOption option : taken.taken) {
        if (option == ReadOption::Types ? !still.types.empty() : isSame(option, taken.options, options))
            still.taken.push_back(option);
    }
    for (const ReadOption option : taken.left) {
        if (!isStated(options, option))
            still.left.push_back(option);
    }
    return still;
}

} // namespace lepton::data
