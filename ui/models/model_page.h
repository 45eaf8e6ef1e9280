// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_view_model.h"
#include "ui/widgets/page.h"

namespace lepton::ui {

class Button;
class Chip;
class HistoryCard;
class IconButton;
class InlineBanner;
class ModelCardView;
class ModelFrame;
class PerformanceCard;
class VersionCard;

/// One model with its versions, history and card: lepton://model/news-topics@7.
class ModelPage final : public Page
{
    Q_OBJECT

public:
    ModelPage(std::shared_ptr<ModelsBackend> backend, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    std::vector<Crumb> path() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool primaryAction() override;
    bool undo() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;
    std::vector<Scene> scenes() override;

private:
    void connectParts();
    void connectViewModel();
    void update();
    void updateHeader();
    void showFailure(const QString& title, const base::Error& error);
    void promote();
    void rollBack();
    void score();
    void openMenu();
    void setAlias();
    void editCard();

    std::shared_ptr<ModelsBackend> m_backend;
    ModelViewModel m_viewModel;
    ModelFrame* m_frame;
    Chip* m_stage;
    Button* m_try;
    Button* m_rollBack;
    Button* m_promote;
    IconButton* m_more;
    InlineBanner* m_banner; ///< something that was not done
    VersionCard* m_version;
    PerformanceCard* m_performance;
    HistoryCard* m_history;
    ModelCardView* m_card;
    std::function<void()> m_undo;
    QString m_told; ///< place and title that the window knows of
};

} // namespace lepton::ui
