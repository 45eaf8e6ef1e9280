// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/part_hash.h"

#include "base/sha256.h"
#include "train/training_data.h"

#include <algorithm>
#include <vector>

namespace lepton::train {

std::string partHash(const TrainingData& data, std::span<const std::int64_t> positions)
{
    base::Sha256 hash;
    std::vector<base::Sha256Digest> rows;
    rows.reserve(positions.size());
    for (const std::int64_t position : positions) {
        const auto row = static_cast<std::size_t>(position);
        // Lengths first: text and label cannot run into each other.
        for (const std::string* value :
             {&data.texts[row], &data.classes[static_cast<std::size_t>(data.labels[row])]}) {
            hash.updateU64(value->size());
            hash.update(*value);
        }
        rows.push_back(hash.finish());
    }
    std::ranges::sort(rows);
    hash.updateU64(rows.size());
    for (const base::Sha256Digest& row : rows)
        hash.update(std::as_bytes(std::span(row)));
    return base::toHex(hash.finish());
}

} // namespace lepton::train
