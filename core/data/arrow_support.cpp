// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/arrow_support.h"

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

arrow::MemoryPool* columnMemory()
{
    return arrow::system_memory_pool();
}

std::shared_ptr<arrow::Buffer> allocateBuffer(std::int64_t size)
{
    return checked(arrow::AllocateBuffer(size));
}

} // namespace lepton::data
