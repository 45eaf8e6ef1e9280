// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/news_cards.h"

namespace lepton::ui {

/// Own requests for promotions, with what each waits for.
class MyRequestsCard final : public NewsCard
{
    Q_OBJECT

public:
    using NewsCard::NewsCard;

private:
    Words words() const override;
    Route allRoute() const override;
    std::vector<Row> rows() const override;
};

/// What was decided, by whom.
class DecisionsCard final : public NewsCard
{
    Q_OBJECT

public:
    using NewsCard::NewsCard;

private:
    Words words() const override;
    Route allRoute() const override;
    std::vector<Row> rows() const override;
};

} // namespace lepton::ui
