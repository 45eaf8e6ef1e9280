// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/failure_banner.h"

#include "ui/widgets/core_text.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/navigator.h"

#include <QCoreApplication>

namespace lepton::ui {

namespace {

struct FailureBanner
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::FailureBanner)
};

} // namespace

void showFailure(InlineBanner& banner, Navigator& navigator, const QString& title, const base::Error& error,
                 std::function<void()> dismiss)
{
    banner.setKind(BannerKind::Error);
    banner.setError(title, error);
    banner.clearActions();
    banner.addAction(FailureBanner::tr("Dismiss"), std::move(dismiss));
    banner.show();
    if (!banner.parentWidget()->isVisible())
        navigator.toast(
            FailureBanner::tr("%1 %2", "what was not done, why").arg(title, CoreText::error(error)));
}

} // namespace lepton::ui
