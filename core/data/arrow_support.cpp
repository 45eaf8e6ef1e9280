// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/arrow_support.h"

#include "data/column_memory_arrow.h"

namespace lepton::data {

base::Error errorFromArrow(const arrow::Status& status, base::ErrorCode code, const std::string& sentence)
{
    if (status.IsOutOfMemory())
        return {base::ErrorCode::Internal,
                "There is not enough memory for this. Close other programs and try again.",
                status.ToString()};
    return {code, sentence, status.ToString()};
}

void check(const arrow::Status& status)
{
    if (!status.ok())
        throw errorFromArrow(status, base::ErrorCode::Internal,
                             "Something unexpected went wrong: " + status.message());
}

std::shared_ptr<arrow::Buffer> allocateBuffer(std::int64_t size)
{
    return checked(arrow::AllocateBuffer(size, columnMemory()));
}

} // namespace lepton::data
