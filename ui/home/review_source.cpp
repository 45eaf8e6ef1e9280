// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/review_source.h"

#include "ui/models/models_routes.h"
#include "ui/settings/standard_text.h"
#include "ui/widgets/string_list.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace lepton::ui {

namespace {

struct ReviewText
{
    Q_DECLARE_TR_FUNCTIONS(ReviewText)
};

/// The request in the requester's own words, and what has become of it.
QString sentenceOf(const HomePromotion& promotion)
{
    const QString asked = ReviewText::tr("%1: “%2”", "who asks, reason")
                              .arg(fromUtf8(promotion.requester), fromUtf8(promotion.reason));
    if (promotion.failedGate)
        return ReviewText::tr("%1 The gate %2 failed", "request, name of a gate")
            .arg(asked, StandardText::gate(*promotion.failedGate));
    if (promotion.approvedBy.empty())
        return asked;
    const QStringList names = stringList(promotion.approvedBy);
    return ReviewText::tr("%1 Approved by %2", "request, people")
        .arg(asked, names.join(ReviewText::tr(", ", "between people")));
}

class ReviewFindings final : public HomeFindings
{
public:
    explicit ReviewFindings(std::vector<HomePromotion> promotions)
        : m_promotions(std::move(promotions))
    {}

    std::vector<HomeItem> items() const override
    {
        std::vector<HomeItem> items;
        for (const HomePromotion& promotion : m_promotions) {
            const bool isFailed = promotion.failedGate.has_value();
            HomeItem item;
            item.id = fromUtf8(promotion.name);
            item.icon = QStringLiteral("shield");
            item.tone = isFailed ? theme::Role::Warn : theme::Role::Accent;
            item.title = (promotion.rollback
                              ? ReviewText::tr("Review the way back to %1 in %2", "version of a model, stage")
                              : ReviewText::tr("Review %1 for %2", "version of a model, stage"))
                             .arg(promotedVersion(promotion), stageWord(promotion.target));
            item.sentence = sentenceOf(promotion);
            item.time = promotion.asked;
            item.actions.push_back({.id = QStringLiteral("review"),
                                    .text = ReviewText::tr("Review"),
                                    .route = reviewRoute(fromUtf8(promotion.name))});
            items.push_back(std::move(item));
        }
        return items;
    }

private:
    std::vector<HomePromotion> m_promotions;
};

} // namespace

QString promotedVersion(const HomePromotion& promotion)
{
    return ReviewText::tr("%1 v%2", "model and version")
        .arg(fromUtf8(promotion.model))
        .arg(promotion.version);
}

QString stageWord(registry::Stage stage)
{
    return stage == registry::Stage::Production ? ReviewText::tr("production", "a stage")
                                                : ReviewText::tr("staging", "a stage");
}

QString whyWaiting(const HomePromotion& promotion)
{
    if (promotion.failedGate)
        return ReviewText::tr("Cannot be approved: the gate %1 failed", "name of a gate")
            .arg(StandardText::gate(*promotion.failedGate));
    return ReviewText::tr("Has %1 of %Ln approval(s)", "number there are, number needed", promotion.needed)
        .arg(QLocale().toString(promotion.approvals));
}

ReviewSource::ReviewSource(std::shared_ptr<HomeBackend> backend)
    : m_backend(std::move(backend))
{}

QString ReviewSource::title() const
{
    return ReviewText::tr("Reviews");
}

std::shared_ptr<const HomeFindings> ReviewSource::find(const base::Cancellation&)
{
    return std::make_shared<ReviewFindings>(m_backend->promotions().toReview);
}

} // namespace lepton::ui
