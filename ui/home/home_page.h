// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_service.h"
#include "ui/home/home_view_model.h"
#include "ui/widgets/page.h"
#include "ui/widgets/rights.h"

class QBoxLayout;

namespace lepton::ui {

class ActivityCard;
class Button;
class DecisionsCard;
class InlineBanner;
class MyRequestsCard;
class NewsCard;
class NewDatasetsCard;
class NewRunsCard;
class PageHeader;
class RunningCard;
class WaitingCard;

/// What Home needs from the program around it; GUI thread.
struct HomeDialogs
{
    std::function<void(QWidget* over)> importData;
    std::function<void(QWidget* over)> importModel;
    /// Why the person may not; nothing: may. On a worker. Unset: nobody is held back.
    std::function<std::optional<base::Error>(train::TrainAction)> whyNot{};
    /// Where what is put aside is kept; unset: nothing can be.
    std::shared_ptr<Dismissals> dismissals{};
};

/// The first page: what waits for this person, what runs, what happened, and what is new: lepton://home.
class HomePage final : public Page
{
    Q_OBJECT

public:
    HomePage(std::shared_ptr<HomeBackend> backend, std::vector<std::shared_ptr<HomeSource>> sources,
             HomeDialogs dialogs, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool primaryAction() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void connectParts();
    void update();
    void updateRights();
    void takeNextStep();
    void dismiss(const HomeItem& item);
    void go(const Route& route);
    std::vector<NewsCard*> newsCards() const;

    HomeViewModel m_viewModel;
    RightsTo<train::TrainAction> m_rights;
    HomeDialogs m_dialogs;
    PageHeader* m_header;
    Button* m_import;
    Button* m_newRun;
    InlineBanner* m_banner;
    WaitingCard* m_waiting;
    RunningCard* m_running;
    ActivityCard* m_activity;
    NewDatasetsCard* m_datasets;
    NewRunsCard* m_runs;
    MyRequestsCard* m_requests;
    DecisionsCard* m_decided;
    QBoxLayout* m_promotions;
    QBoxLayout* m_news;
};

} // namespace lepton::ui
