// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_page.h"

#include "ui/home/news_cards.h"
#include "ui/home/promotion_cards.h"
#include "ui/home/running_card.h"
#include "ui/home/waiting_card.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/relative_time.h"

#include <QBoxLayout>
#include <QDate>
#include <QPointer>

namespace lepton::ui {

namespace {

constexpr int sideWidth = 372;
constexpr int sideWidthNarrow = 320;
constexpr int narrowBelow = 1100; // of the page
constexpr int stackedBelow = 1000;

} // namespace

HomePage::HomePage(std::shared_ptr<HomeBackend> backend, std::vector<std::shared_ptr<HomeSource>> sources,
                   HomeDialogs dialogs, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_viewModel(std::move(backend), std::move(sources))
    , m_rights({train::TrainAction::Import, train::TrainAction::Train}, dialogs.whyNot)
    , m_dialogs(std::move(dialogs))
    , m_header(new PageHeader)
    , m_import(new Button(ButtonKind::Secondary))
    , m_newRun(new Button(ButtonKind::Primary))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_waiting(new WaitingCard(m_viewModel))
    , m_running(new RunningCard(m_viewModel))
    , m_activity(new ActivityCard(m_viewModel, QStringLiteral("activity")))
    , m_datasets(new NewDatasetsCard(m_viewModel, QStringLiteral("datasets")))
    , m_runs(new NewRunsCard(m_viewModel, QStringLiteral("runs")))
    , m_requests(new MyRequestsCard(m_viewModel, QStringLiteral("requests")))
    , m_decided(new DecisionsCard(m_viewModel, QStringLiteral("decisions")))
    , m_promotions(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_news(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("home"));
    m_viewModel.setDismissals(m_dialogs.dismissals);
    m_import->setObjectName(QStringLiteral("home.import.button"));
    m_import->setIconName(QStringLiteral("upload"));
    m_newRun->setObjectName(QStringLiteral("home.newRun.button"));
    m_newRun->setIconName(QStringLiteral("plus"));
    m_banner->setObjectName(QStringLiteral("home.banner"));
    m_banner->hide();
    m_header->addAction(m_import);
    m_header->addAction(m_newRun);

    m_activity->setIcon(QStringLiteral("clock"));
    m_news->setSpacing(theme::gap12);
    m_news->addWidget(m_datasets, 1);
    m_news->addWidget(m_runs, 1);
    m_promotions->setSpacing(theme::gap12);
    m_promotions->addWidget(m_requests, 1);
    m_promotions->addWidget(m_decided, 1);
    auto* main = new QVBoxLayout;
    main->setSpacing(theme::gap12);
    main->addWidget(m_waiting);
    main->addLayout(m_promotions);
    main->addLayout(m_news);
    main->addStretch();
    auto* side = new QVBoxLayout;
    side->setSpacing(theme::gap12);
    side->addWidget(m_running);
    side->addWidget(m_activity);
    side->addStretch();
    auto* across = new QHBoxLayout;
    across->addLayout(main, 1);
    across->addLayout(side);
    auto* content = new QVBoxLayout;
    content->addWidget(m_banner);
    content->addLayout(across);
    across->setSpacing(theme::gap12);
    auto* scroll = new PageScroll(content, nullptr, PageScroll::Below::Header);
    for (Card* card : std::initializer_list<Card*>{m_waiting, m_running, m_activity})
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(scroll, 1);
    connectParts();
    retranslate();
}

void HomePage::connectParts()
{
    connect(m_import, &QPushButton::clicked, this, [this] { m_dialogs.importData(window()); });
    connect(m_newRun, &QPushButton::clicked, this, [this] { go(newRunRoute()); });
    connect(m_waiting, &WaitingCard::nextStepRequested, this, &HomePage::takeNextStep);
    connect(m_waiting, &WaitingCard::actionRequested, this, [this](const HomeAction& action) {
        if (action.open)
            action.open(window());
        m_viewModel.perform(action);
    });
    connect(m_waiting, &WaitingCard::dismissRequested, this, &HomePage::dismiss);
    connect(m_running, &RunningCard::runRequested, this, [this](const QString& run) { go(runRoute(run)); });
    for (NewsCard* card : newsCards())
        connect(card, &NewsCard::goRequested, this, &HomePage::go);
    connect(&m_viewModel, &HomeViewModel::changed, this, &HomePage::update);
    connect(&m_rights, &Rights::changed, this, &HomePage::updateRights);
    connect(&m_viewModel, &HomeViewModel::performed, this, &HomePage::go);
    connect(&m_viewModel, &HomeViewModel::performFailed, this, [this](const base::Error& error) {
        m_banner->setError(tr("That could not be done."), error);
        m_banner->clearActions();
        m_banner->addAction(tr("Dismiss"), [this] { m_banner->hide(); });
        m_banner->setProperty("ofRead", false);
        m_banner->show();
    });
}

std::vector<NewsCard*> HomePage::newsCards() const
{
    return {m_activity, m_requests, m_decided, m_datasets, m_runs};
}

void HomePage::update()
{
    const HomePromotions& promotions = m_viewModel.facts().promotions;
    m_requests->setVisible(!promotions.mine.empty());
    m_decided->setVisible(!promotions.decided.empty());
    updateRights();
    if (m_viewModel.error()) {
        m_banner->setError(tr("The workspace cannot be read now."), *m_viewModel.error());
        m_banner->clearActions();
        m_banner->addAction(tr("Try again"), [this] { refresh(); });
        m_banner->setProperty("ofRead", true);
        m_banner->show();
    } else if (m_banner->property("ofRead").toBool()) {
        m_banner->hide();
        m_banner->setProperty("ofRead", false);
    }
}

void HomePage::updateRights()
{
    const QString whyNoImport = m_rights.whyNot(train::TrainAction::Import);
    const QString whyNoRun = m_rights.whyNot(train::TrainAction::Train);
    m_import->setDisabledReason(whyNoImport);
    m_newRun->setDisabledReason(whyNoRun);
    m_waiting->setReasons(whyNoImport, whyNoRun);
}

void HomePage::takeNextStep()
{
    switch (m_viewModel.nextStep()) {
    case HomeViewModel::NextStep::ImportData:
        m_dialogs.importData(window());
        break;
    case HomeViewModel::NextStep::ImportModel:
        m_dialogs.importModel(window());
        break;
    case HomeViewModel::NextStep::StartRun:
        go(newRunRoute());
        break;
    case HomeViewModel::NextStep::None:
        break;
    }
}

void HomePage::dismiss(const HomeItem& item)
{
    m_viewModel.dismiss(item);
    Q_EMIT routeChanged(); // the window counts what waits, too
    // pages live as long as the workspace is open
    navigator().toast(tr("Dismissed: %1", "what happened").arg(item.title),
                      [page = QPointer<HomePage>(this), item] {
                          if (!page)
                              return;
                          page->m_viewModel.undoDismissal(item);
                          Q_EMIT page->routeChanged();
                      });
}

void HomePage::go(const Route& route)
{
    if (!route.page.isEmpty())
        navigator().go(route);
}

QString HomePage::title() const
{
    return tr("Home");
}

Route HomePage::route() const
{
    return {.page = QStringLiteral("home"), .object = {}, .version = 0, .part = {}, .query = {}};
}

void HomePage::open(const Route&)
{
    refresh();
}

void HomePage::refresh()
{
    m_header->setFacts(dayAndDate(QDate::currentDate()));
    m_viewModel.refresh();
    m_rights.refresh();
}

bool HomePage::primaryAction()
{
    if (!m_newRun->isEnabled())
        return false;
    go(newRunRoute());
    return true;
}

QString HomePage::helpText() const
{
    return tr(
        "Home shows what waits for you and what can be done about it, what you asked for, what was decided, "
        "the jobs that run, what happened in this workspace, and the newest data sets and runs. It follows "
        "what others do while it is shown. "
        "A row opens what it names.");
}

void HomePage::retranslate()
{
    m_header->setTitle(tr("Home"));
    m_header->setFacts(dayAndDate(QDate::currentDate()));
    m_import->setText(tr("Import data"));
    m_newRun->setText(tr("New run"));
    m_waiting->retranslate();
    m_running->retranslate();
    for (NewsCard* card : newsCards())
        card->retranslate();
    update();
}

bool HomePage::isSettled() const
{
    return m_viewModel.isSettled() && !m_rights.isAsking();
}

void HomePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const int side = width() < narrowBelow ? sideWidthNarrow : sideWidth;
    m_running->setFixedWidth(side);
    m_activity->setFixedWidth(side);
    const auto direction = width() < stackedBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_news->setDirection(direction);
    m_promotions->setDirection(direction);
}

void HomePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_viewModel.setLive(true);
}

void HomePage::hideEvent(QHideEvent* event)
{
    m_viewModel.setLive(false);
    Page::hideEvent(event);
}

} // namespace lepton::ui
