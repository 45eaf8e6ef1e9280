// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/news_cards.h"

#include "ui/activity/activity_routes.h"
#include "ui/activity/event_text.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/dataset_text.h"
#include "ui/home/home_row.h"
#include "ui/home/home_view_model.h"
#include "ui/training/run_words.h"
#include "ui/training/training_routes.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/mini_charts.h"
#include "ui/widgets/plural.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lepton::ui {

namespace {

constexpr std::size_t shownEvents = 12;

} // namespace

NewsCard::NewsCard(HomeViewModel& viewModel, const QString& name, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_all(new Button(ButtonKind::Link))
    , m_nothing(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("home.%1").arg(name));
    m_all->setSmall(true);
    m_all->setObjectName(objectName() + QStringLiteral(".all"));
    addToHeader(m_all);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    m_rows->setSpacing(0);
    body()->setContentsMargins(0, 0, 0, theme::gap4);
    body()->setSpacing(0);
    body()->addWidget(makeRule(Qt::Horizontal));
    body()->addWidget(m_nothing);
    body()->addLayout(m_rows);
    body()->addStretch();
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT goRequested(allRoute()); });
    connect(&m_viewModel, &HomeViewModel::changed, this, &NewsCard::update);
}

void NewsCard::retranslate()
{
    const Words told = words();
    setTitle(told.title);
    m_all->setText(told.all);
    m_nothing->setText(told.nothing);
    update();
}

void NewsCard::update()
{
    const auto now = rows();
    m_nothing->setVisible(now.empty() && m_viewModel.state() == HomeViewModel::State::Ready);
    std::vector<Shown> shown;
    for (const Row& row : now) {
        const auto known = std::ranges::find(m_shown, row, &Shown::row);
        if (known == m_shown.end()) {
            shown.push_back({row, makeRow(row)});
        } else {
            shown.push_back(*known);
            m_shown.erase(known);
        }
    }
    for (const Shown& gone : m_shown) {
        m_rows->removeWidget(gone.widget);
        gone.widget->hide();
        gone.widget->deleteLater();
    }
    m_shown = std::move(shown);
    // rows of people, without lines, are closer to each other than to the line of the header
    const bool isOfPeople = !m_shown.empty() && !m_shown.front().row.memberName.isEmpty();
    m_rows->setContentsMargins(0, isOfPeople ? theme::gap4 : 0, 0, 0);
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        HomeRow* widget = m_shown[i].widget;
        // people are told apart by their circles
        widget->setRuled(i + 1 < m_shown.size() && m_shown[i].row.memberName.isEmpty());
        if (m_rows->indexOf(widget) == int(i))
            continue;
        m_rows->removeWidget(widget);
        m_rows->insertWidget(int(i), widget);
        widget->show(); // at once, not with the next turn of the event loop
    }
    QWidget* before = m_all;
    for (const Shown& row : m_shown) { // in reading order, whichever was made first
        setTabOrder(before, row.widget);
        before = row.widget;
    }
}

HomeRow* NewsCard::makeRow(const Row& row)
{
    auto* widget = new HomeRow(this);
    widget->setObjectName(objectName() + QStringLiteral(".row"));
    auto* line = new QHBoxLayout(widget);
    line->setContentsMargins(theme::gap16, row.memberName.isEmpty() ? theme::gap8 : theme::gap4, theme::gap16,
                             row.memberName.isEmpty() ? theme::gap8 : theme::gap4);
    line->setSpacing(theme::gap8);
    if (row.memberName.isEmpty()) {
        auto* icon = new IconLabel(row.icon, theme::Role::Text2, theme::iconSide);
        icon->setBesideLine(theme::Step::Strong);
        line->addWidget(icon, 0, Qt::AlignTop);
    } else {
        auto* avatar = new Avatar;
        avatar->setMember(row.memberName, row.memberId);
        line->addWidget(avatar, 0, Qt::AlignTop);
    }
    const auto column = [line](const QString& above, const QString& below, theme::Step step, theme::Role tone,
                               Qt::Alignment alignment, int stretch) {
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        auto* first = new TextLabel(above, step, tone);
        auto* second = new TextLabel(below, theme::Step::Small, theme::Role::Text2);
        for (TextLabel* label : {first, second}) {
            if (stretch > 0)
                fillAndElide(*label);
            label->setAlignment(alignment | Qt::AlignVCenter);
            texts->addWidget(label);
            if (label->text().isEmpty())
                label->hide();
        }
        line->addLayout(texts, stretch);
        return first;
    };
    const bool isPerson = !row.memberName.isEmpty();
    column(row.title, row.line, isPerson ? theme::Step::Body : theme::Step::Strong, theme::Role::Text,
           Qt::AlignLeft, 1);
    auto* right =
        column(row.right, row.rightLine, row.rightLine.isEmpty() ? theme::Step::Small : theme::Step::Strong,
               row.rightLine.isEmpty() ? theme::Role::Text2 : theme::Role::Text, Qt::AlignRight, 0);
    right->setToolTip(row.hint);
    widget->setOpens(!row.route.page.isEmpty(), row.title);
    connect(widget, &HomeRow::opened, this, [this, route = row.route] { Q_EMIT goRequested(route); });
    return widget;
}

NewsCard::Words ActivityCard::words() const
{
    return {tr("Recent activity"), tr("All activity"), tr("Nothing has happened yet.")};
}

Route ActivityCard::allRoute() const
{
    return activityRoute();
}

std::vector<NewsCard::Row> ActivityCard::rows() const
{
    const HomeFacts& facts = viewModel().facts();
    std::vector<Row> rows;
    for (const store::Event& event : facts.events) {
        // what a job did is told by the event of the thing that it worked on
        if (event.kind.starts_with("job."))
            continue;
        if (rows.size() == shownEvents)
            break;
        const std::string id = event.member.toString();
        const auto name = facts.names.find(id);
        const QString person = DatasetText::from(name == facts.names.end() ? id.substr(0, 8) : name->second);
        rows.push_back({.icon = {},
                        .memberName = person,
                        .memberId = DatasetText::from(id),
                        .title = eventSentence(event, facts.names),
                        .line = person,
                        .right = DatasetText::when(event.time),
                        .rightLine = {},
                        .hint = DatasetText::fullTime(event.time),
                        .route = eventRoute(event, facts.names)});
    }
    return rows;
}

NewsCard::Words NewDatasetsCard::words() const
{
    return {tr("Newest data sets"), tr("All data sets"), tr("There is no data set yet.")};
}

Route NewDatasetsCard::allRoute() const
{
    return browseRoute();
}

std::vector<NewsCard::Row> NewDatasetsCard::rows() const
{
    std::vector<Row> rows;
    for (const data::Dataset& dataset : viewModel().facts().datasets)
        rows.push_back({.icon = DatasetText::kindIcon(dataset.kind),
                        .memberName = {},
                        .memberId = {},
                        .title = DatasetText::from(dataset.name),
                        .line = tr("%1, %Ln row(s)", "department, rows", plural(dataset.rows))
                                    .arg(DatasetText::from(dataset.department)),
                        .right = DatasetText::when(dataset.updated),
                        .rightLine = {},
                        .hint = DatasetText::fullTime(dataset.updated),
                        .route = datasetRoute(DatasetText::from(dataset.name))});
    return rows;
}

NewsCard::Words NewRunsCard::words() const
{
    return {tr("Newest runs"), tr("All runs"),
            tr("There is no run yet. A run fine-tunes a base model on a data set.")};
}

Route NewRunsCard::allRoute() const
{
    return trainingRoute();
}

std::vector<NewsCard::Row> NewRunsCard::rows() const
{
    std::vector<Row> rows;
    for (const train::Run& run : viewModel().facts().runs) {
        const auto best = TrainingText::best(run);
        const ChipContent state = TrainingText::state(run.state);
        rows.push_back(
            {.icon = state.icon.isEmpty() ? QStringLiteral("training") : state.icon,
             .memberName = {},
             .memberId = {},
             .title =
                 tr("%1 %2", "run, data set").arg(TrainingText::runName(run), TrainingText::dataset(run)),
             .line = tr("%1, %2", "base model, state").arg(DatasetText::from(run.baseModelName), state.text),
             .right = best ? figureText(*best) : DatasetText::when(run.created),
             .rightLine = best ? bestTitle(run) : QString(),
             .hint = DatasetText::fullTime(run.created),
             .route = runRoute(TrainingText::runName(run))});
    }
    return rows;
}

} // namespace lepton::ui
