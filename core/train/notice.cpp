// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/notice.h"

#include <nlohmann/json.hpp>

namespace lepton::train {

std::string_view noticeName(NoticeKind kind) noexcept
{
    switch (kind) {
    case NoticeKind::MissingTexts:
        return "missing_texts";
    case NoticeKind::MissingLabels:
        return "missing_labels";
    case NoticeKind::SmallClasses:
        return "small_classes";
    case NoticeKind::UnseenClasses:
        return "unseen_classes";
    case NoticeKind::SimilarLabels:
        return "similar_labels";
    case NoticeKind::ConflictingLabels:
        return "conflicting_labels";
    case NoticeKind::Leaks:
        return "leaks";
    case NoticeKind::BatchAboveRows:
        return "batch_above_rows";
    case NoticeKind::AccumulationAboveBatches:
        return "accumulation_above_batches";
    case NoticeKind::MissingWeights:
        return "missing_weights";
    case NoticeKind::UnknownWeights:
        return "unknown_weights";
    }
    return {};
}

void to_json(nlohmann::json& json, const Notice& notice)
{
    json = {{"kind", noticeName(notice.kind)}, {"message", notice.message}, {"number", notice.number}};
    if (!notice.names.empty())
        json["names"] = notice.names;
}

} // namespace lepton::train
