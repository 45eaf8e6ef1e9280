// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lepton::base {

/// What kind of failure it is, for programs. kindName() gives the word that `--json` prints.
enum class ErrorCode
{
    // general
    Internal,
    InvalidArgument,
    NotFound,
    Exists,
    Cancelled,
    Io,
    NoSpace,
    ReadOnly,
    Permission,
    Busy,
    Unsupported,
    // workspace and trust
    NotAWorkspace,
    NewerSchema,
    Damaged,
    WalOverNetwork,
    Untrusted,
    RolledBack,
    NoMember,
    NotAllowed,
    KeyLocked,
    // decisions
    OwnRequest,
    NotReviewer,
    GateFailed,
    RevokedKey,
    AlreadyDecided,
    // tables that cannot be read
    EmptyFile,
    UnknownEncoding,
    BadEncoding,
    NulByte,
    RaggedRow,
    UnclosedQuote,
    TextAfterQuote,
    BadQuote,
    BadValue,
    NumberOutOfRange,
    DuplicateColumn,
    EmptyColumnName,
    BadJson,
    BadParquet,
    BadCompression,
    TooLarge,
    // expressions
    BadFilter,
    UnknownColumn,
    // training
    BadModel,
    BadRecipe,
    UnsuitableData,
    BadCheckpoint,
    Diverged,
    OutOfMemory,
};

/// The word for @p code in JSON, e.g. "ragged_row".
std::string_view kindName(ErrorCode code) noexcept;

/// Where in an input it went wrong. Unset members do not apply.
struct ErrorPlace
{
    std::optional<std::int64_t> row;      ///< record, the header being row 1
    std::optional<std::int64_t> line;     ///< physical line, from 1
    std::optional<std::int64_t> byte;     ///< offset from 0 in the file as stored
    std::optional<std::string> column;    ///< column name
    std::optional<std::int64_t> fields;   ///< fields found in a ragged row
    std::optional<std::int64_t> expected; ///< fields expected there

    friend bool operator==(const ErrorPlace&, const ErrorPlace&) = default;
};

/// The one exception type of the product. The message is a sentence for a person: what is wrong, where,
/// and what to do about it. The detail is for the log (an errno text, a library's own words).
class Error : public std::runtime_error
{
public:
    Error(ErrorCode code, const std::string& message, std::string detail = {});
    Error(ErrorCode code, const std::string& message, ErrorPlace place, std::string detail = {});

    ErrorCode code() const noexcept { return m_code; }
    std::string_view kind() const noexcept { return kindName(m_code); }
    std::string message() const { return what(); }
    const std::string& detail() const noexcept { return m_detail; }
    const ErrorPlace& place() const noexcept { return m_place; }

private:
    ErrorCode m_code;
    ErrorPlace m_place;
    std::string m_detail;
};

/// The Error for the errno value @p error after @p action failed on @p path ("write", "open", ...): tells a
/// full disk, a read-only place, missing rights and a missing file apart.
Error errorFromErrno(int error, std::string_view action, std::string_view path);

/// The Error that a caught exception stands for: an Error as it is, anything else as ErrorCode::Internal.
/// Call inside a catch block or with std::current_exception().
Error errorFromException(const std::exception_ptr& exception);

} // namespace lepton::base
