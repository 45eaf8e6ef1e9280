// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/restoring.h"

#include "ui/datasets/dataset_text.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/navigator.h"

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
            tell(tr("The data set was not restored"), error);
        });
}

QString Restoring::failureLine(const QString& title, const base::Error& error)
{
    return tr("%1: %2", "what was not done, why").arg(title, CoreText::error(error));
}

void showFailure(InlineBanner& banner, Navigator& navigator, const QString& title, const base::Error& error,
                 const QString& dismissText, std::function<void()> dismiss)
{
    banner.setKind(BannerKind::Error);
    banner.setError(title, error);
    banner.clearActions();
    banner.addAction(dismissText, std::move(dismiss));
    banner.show();
    if (!banner.parentWidget()->isVisible())
        navigator.toast(Restoring::failureLine(title, error));
}

} // namespace lepton::ui
