// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"
#include "ui/datasets/dataset_text.h"
#include "ui/widgets/chip.h"

namespace lepton::ui {

/// How a sensitivity looks: a label with a tag, since nothing is withheld by it.
inline ChipContent sensitivityChip(data::Sensitivity sensitivity)
{
    switch (sensitivity) {
    case data::Sensitivity::Public:
        return {.text = DatasetText::sensitivity(sensitivity), .kind = ChipKind::Outline, .icon = {}};
    case data::Sensitivity::Internal:
        return {.text = DatasetText::sensitivity(sensitivity), .kind = ChipKind::Neutral, .icon = {}};
    case data::Sensitivity::Confidential:
        return {.text = DatasetText::sensitivity(sensitivity),
                .kind = ChipKind::Warn,
                .icon = QStringLiteral("tag")};
    case data::Sensitivity::Restricted:
        return {.text = DatasetText::sensitivity(sensitivity),
                .kind = ChipKind::Bad,
                .icon = QStringLiteral("tag")};
    }
    return {};
}

} // namespace lepton::ui
