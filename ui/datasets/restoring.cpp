// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/restoring.h"

#include "ui/datasets/dataset_text.h"

namespace lepton::ui {

void Restoring::run(CommandQueue& commands, const DatasetContext& context, const base::DatasetId& id,
                    WhenTaken whenTaken, End end)
{
    commands.run(
        [context, id, whenTaken] {
            return DatasetText::from(restoreDataset(context.datasets, id, whenTaken));
        },
        [restored = std::move(end.restored)](const QString& name) { restored(name); },
        [failed = std::move(end.failed), nameTaken = std::move(end.nameTaken)](const base::Error& error) {
            const auto& tell = error.code() == base::ErrorCode::Exists ? nameTaken : failed;
            tell(tr("The data set was not restored."), error);
        });
}

} // namespace lepton::ui
