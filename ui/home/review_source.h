// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/home_backend.h"
#include "ui/home/home_item.h"

namespace lepton::ui {

/// Promotions that this person may decide on: Review.
class ReviewSource final : public HomeSource
{
public:
    explicit ReviewSource(std::shared_ptr<HomeBackend> backend);

    QString id() const override { return QStringLiteral("reviews"); }
    QString title() const override;
    std::shared_ptr<const HomeFindings> find(const base::Cancellation& cancellation) override;

private:
    std::shared_ptr<HomeBackend> m_backend;
};

/// Words that items and cards share; GUI thread.
QString promotedVersion(const HomePromotion& promotion); ///< "tone v3"
QString stageWord(registry::Stage stage);
/// Why it has not been decided: "Waits for 1 of 2 approvals."
QString whyWaiting(const HomePromotion& promotion);

} // namespace lepton::ui
