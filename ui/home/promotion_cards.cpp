// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/promotion_cards.h"

#include "ui/activity/activity_routes.h"
#include "ui/datasets/dataset_text.h"
#include "ui/home/home_view_model.h"
#include "ui/home/review_source.h"
#include "ui/models/models_routes.h"
#include "ui/widgets/string_list.h"

namespace lepton::ui {

namespace {

QString outcome(const HomePromotion& promotion)
{
    const QString people = stringList(promotion.approvedBy).join(DecisionsCard::tr(", ", "between people"));
    switch (promotion.state) {
    case registry::PromotionState::Approved:
        return people.isEmpty() ? DecisionsCard::tr("Approved by its gates")
                                : DecisionsCard::tr("Approved by %1").arg(people);
    case registry::PromotionState::Rejected:
        return DecisionsCard::tr("Rejected by %1: “%2”", "who, comment")
            .arg(DatasetText::from(promotion.rejectedBy), DatasetText::from(promotion.comment));
    default:
        return DecisionsCard::tr("Withdrawn");
    }
}

QString outcomeIcon(const HomePromotion& promotion)
{
    switch (promotion.state) {
    case registry::PromotionState::Approved:
        return QStringLiteral("check-circle");
    case registry::PromotionState::Rejected:
        return QStringLiteral("error");
    default:
        return QStringLiteral("undo");
    }
}

} // namespace

NewsCard::Words MyRequestsCard::words() const
{
    return {tr("My requests"), tr("All models"), tr("Nothing that you asked for waits.")};
}

Route MyRequestsCard::allRoute() const
{
    return modelsRoute();
}

std::vector<NewsCard::Row> MyRequestsCard::rows() const
{
    std::vector<Row> rows;
    for (const HomePromotion& promotion : viewModel().facts().promotions.mine)
        rows.push_back({.icon = promotion.failedGate ? QStringLiteral("warning") : QStringLiteral("clock"),
                        .memberName = {},
                        .memberId = {},
                        .title = tr("%1 to %2", "version of a model, stage")
                                     .arg(promotedVersion(promotion), stageWord(promotion.target)),
                        .line = whyWaiting(promotion),
                        .right = DatasetText::when(promotion.asked),
                        .rightLine = {},
                        .hint = DatasetText::fullTime(promotion.asked),
                        .route = reviewRoute(DatasetText::from(promotion.name))});
    return rows;
}

NewsCard::Words DecisionsCard::words() const
{
    return {tr("Recent decisions"), tr("All decisions"), tr("Nothing has been decided yet.")};
}

Route DecisionsCard::allRoute() const
{
    return activityRoute(QStringLiteral("promotion"));
}

std::vector<NewsCard::Row> DecisionsCard::rows() const
{
    std::vector<Row> rows;
    for (const HomePromotion& promotion : viewModel().facts().promotions.decided)
        rows.push_back({.icon = outcomeIcon(promotion),
                        .memberName = {},
                        .memberId = {},
                        .title = tr("%1 to %2", "version of a model, stage")
                                     .arg(promotedVersion(promotion), stageWord(promotion.target)),
                        .line = outcome(promotion),
                        .right = DatasetText::when(promotion.decided),
                        .rightLine = {},
                        .hint = DatasetText::fullTime(promotion.decided),
                        .route = reviewRoute(DatasetText::from(promotion.name))});
    return rows;
}

} // namespace lepton::ui
