// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/review_view_model.h"
#include "ui/widgets/page.h"

namespace lepton::ui {

class Button;
class Chip;
class ClassesCard;
class DecisionCard;
class GatesCard;
class IconLabel;
class InlineBanner;
class LineageCard;
class MetricsCard;
class ModelCardView;
class ModelFrame;
class RecipeCard;
class RequestCard;
class TimelineCard;

/// One request for a promotion, with all that a person needs to decide it: lepton://review/P-3.
class ReviewPage final : public Page
{
    Q_OBJECT

public:
    ReviewPage(std::shared_ptr<ModelsBackend> backend, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    std::vector<Crumb> path() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool primaryAction() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;
    std::vector<Scene> scenes() override;

private:
    void connectParts();
    void update();
    void updateHeader();
    void updateBanner();
    void rollBack();
    void editCard();
    void saveCard(const QString& file, const QString& markdown);

    std::shared_ptr<ModelsBackend> m_backend;
    ReviewViewModel m_viewModel;
    ModelFrame* m_frame;
    Chip* m_from;
    IconLabel* m_arrow;
    Chip* m_to;
    Button* m_try;
    Button* m_rollBack;
    InlineBanner* m_banner; ///< what happened to the request
    InlineBanner* m_cautions;
    RequestCard* m_request;
    MetricsCard* m_metrics;
    ClassesCard* m_classes;
    GatesCard* m_gates;
    LineageCard* m_lineage;
    RecipeCard* m_recipe;
    ModelCardView* m_card;
    DecisionCard* m_decision;
    TimelineCard* m_timeline;
    ModelWork m_write; ///< of the card
    QString m_told;    ///< place and title that the window knows of
};

} // namespace lepton::ui
