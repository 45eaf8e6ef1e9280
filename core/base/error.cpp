// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <cerrno>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

namespace lepton::base {

std::string_view kindName(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::Internal:
        return "internal";
    case ErrorCode::InvalidArgument:
        return "invalid_argument";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::Exists:
        return "exists";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Io:
        return "io";
    case ErrorCode::NoSpace:
        return "no_space";
    case ErrorCode::ReadOnly:
        return "read_only";
    case ErrorCode::Permission:
        return "permission";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::NotAWorkspace:
        return "not_a_workspace";
    case ErrorCode::NewerSchema:
        return "newer_schema";
    case ErrorCode::Damaged:
        return "damaged";
    case ErrorCode::WalOverNetwork:
        return "wal_over_network";
    case ErrorCode::Untrusted:
        return "untrusted";
    case ErrorCode::RolledBack:
        return "rolled_back";
    case ErrorCode::NoMember:
        return "no_member";
    case ErrorCode::NotAllowed:
        return "not_allowed";
    case ErrorCode::KeyLocked:
        return "key_locked";
    case ErrorCode::OwnRequest:
        return "own_request";
    case ErrorCode::NotReviewer:
        return "not_reviewer";
    case ErrorCode::GateFailed:
        return "gate_failed";
    case ErrorCode::RevokedKey:
        return "revoked_key";
    case ErrorCode::AlreadyDecided:
        return "already_decided";
    case ErrorCode::EmptyFile:
        return "empty_file";
    case ErrorCode::UnknownEncoding:
        return "unknown_encoding";
    case ErrorCode::BadEncoding:
        return "bad_encoding";
    case ErrorCode::NulByte:
        return "nul_byte";
    case ErrorCode::RaggedRow:
        return "ragged_row";
    case ErrorCode::UnclosedQuote:
        return "unclosed_quote";
    case ErrorCode::TextAfterQuote:
        return "text_after_quote";
    case ErrorCode::BadQuote:
        return "bad_quote";
    case ErrorCode::BadValue:
        return "bad_value";
    case ErrorCode::NumberOutOfRange:
        return "number_out_of_range";
    case ErrorCode::DuplicateColumn:
        return "duplicate_column";
    case ErrorCode::EmptyColumnName:
        return "empty_column_name";
    case ErrorCode::BadJson:
        return "bad_json";
    case ErrorCode::BadParquet:
        return "bad_parquet";
    case ErrorCode::BadCompression:
        return "bad_compression";
    case ErrorCode::TooLarge:
        return "too_large";
    case ErrorCode::BadFilter:
        return "bad_filter";
    case ErrorCode::UnknownColumn:
        return "unknown_column";
    case ErrorCode::BadModel:
        return "bad_model";
    case ErrorCode::BadRecipe:
        return "bad_recipe";
    case ErrorCode::UnsuitableData:
        return "unsuitable_data";
    case ErrorCode::BadCheckpoint:
        return "bad_checkpoint";
    case ErrorCode::Diverged:
        return "diverged";
    case ErrorCode::OutOfMemory:
        return "out_of_memory";
    }
    return "internal";
}

Error::Error(ErrorCode code, const std::string& message, std::string detail)
    : std::runtime_error(message)
    , m_code(code)
    , m_detail(std::move(detail))
{}

Error::Error(ErrorCode code, const std::string& message, ErrorPlace place, std::string detail)
    : std::runtime_error(message)
    , m_code(code)
    , m_place(std::move(place))
    , m_detail(std::move(detail))
{}

Error errorFromErrno(int error, std::string_view action, std::string_view path)
{
    const std::string what = "Cannot " + std::string(action) + " " + std::string(path) + ": ";
    const std::string detail = std::generic_category().message(error);
    switch (error) {
    case ENOENT:
        return {ErrorCode::NotFound, what + "it does not exist.", detail};
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::NoSpace, what + "the disk is full. Free some space and try again.", detail};
    case EFBIG:
        return {ErrorCode::NoSpace, what + "the file would grow past the limit that is set for it here.",
                detail};
    case EROFS:
        return {ErrorCode::ReadOnly, what + "the file system is read-only.", detail};
    case EACCES:
    case EPERM:
        return {ErrorCode::Permission, what + "you do not have the rights for it.", detail};
    case EISDIR:
        return {ErrorCode::InvalidArgument, what + "it is a folder, not a file.", detail};
    case ENOTDIR:
        return {ErrorCode::InvalidArgument, what + "a part of the path is not a folder.", detail};
    case ELOOP:
        return {ErrorCode::InvalidArgument, what + "its symbolic links lead in a circle.", detail};
    case ENAMETOOLONG:
        return {ErrorCode::InvalidArgument, what + "the name is too long.", detail};
    default:
        return {ErrorCode::Io, what + detail + ".", detail};
    }
}

Error errorFromException(const std::exception_ptr& exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const Error& error) {
        return error;
    } catch (const std::bad_alloc&) {
        return {ErrorCode::Internal,
                "There is not enough memory for this. Close other programs and try again.", "std::bad_alloc"};
    } catch (const std::exception& error) {
        return {ErrorCode::Internal, std::string("Something unexpected went wrong: ") + error.what(),
                error.what()};
    } catch (...) {
        return {ErrorCode::Internal, "Something unexpected went wrong.", "an exception of unknown type"};
    }
}

} // namespace lepton::base
