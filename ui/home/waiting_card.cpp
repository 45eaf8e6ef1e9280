// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/waiting_card.h"

#include "ui/datasets/dataset_text.h"
#include "ui/home/home_row.h"
#include "ui/home/home_view_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr std::size_t rowsAtFirst = 7;
constexpr int timeWidth = 72;
constexpr int asideWidth = 26;

/// All that a row says, to tell whether the rows must be made anew.
QString signatureOf(const std::vector<HomeItem>& items)
{
    QStringList parts;
    for (const HomeItem& item : items) {
        parts << item.id << item.title << item.sentence << DatasetText::when(item.time);
        for (const HomeAction& action : item.actions)
            parts << action.text;
    }
    return parts.join(QLatin1Char('\n'));
}

} // namespace

WaitingCard::WaitingCard(HomeViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_count(new Chip)
    , m_segments(new Segment)
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list))
    , m_more(new QWidget)
    , m_all(new Button(ButtonKind::Link))
    , m_empty(new EmptyState(QStringLiteral("check-circle")))
{
    setObjectName(QStringLiteral("home.waiting"));
    m_count->setObjectName(QStringLiteral("home.waiting.count"));
    m_segments->setObjectName(QStringLiteral("home.waiting.segments"));
    m_all->setObjectName(QStringLiteral("home.waiting.all"));
    m_all->setSmall(true);
    m_empty->setObjectName(QStringLiteral("home.waiting.empty"));
    m_empty->primaryButton()->setObjectName(QStringLiteral("home.nextStep.button"));
    m_empty->primaryButton()->setKind(ButtonKind::Secondary);
    m_segmentIds << QString();
    m_segments->add(0, {})->setObjectName(QStringLiteral("home.waiting.segment.all"));
    for (const auto& segment : m_viewModel.segments()) {
        m_segments->add(int(m_segmentIds.size()), {})
            ->setObjectName(QStringLiteral("home.waiting.segment.%1").arg(segment.id));
        m_segmentIds << segment.id;
    }
    setIcon(QStringLiteral("inbox"));
    addBesideTitle(m_count);
    addToHeader(m_segments);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto* more = new QHBoxLayout(m_more);
    more->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap8);
    more->addWidget(m_all);
    more->addStretch();
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(makeRule(Qt::Horizontal));
    body()->addWidget(m_list);
    body()->addWidget(m_more);
    body()->addWidget(m_empty, 1);
    body()->addStretch();

    connect(m_segments, &Segment::chosen, this, [this](int id) {
        m_segment = m_segmentIds.value(id);
        fillRows();
    });
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_showsAll = true;
        fillRows();
    });
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, &WaitingCard::nextStepRequested);
    connect(&m_viewModel, &HomeViewModel::changed, this, &WaitingCard::update);
    retranslate();
}

void WaitingCard::retranslate()
{
    setTitle(tr("Waiting for me"));
    m_segments->setAccessibleName(tr("Kinds of what waits"));
    m_shown.clear();
    update();
}

void WaitingCard::update()
{
    updateSegments();
    fillRows();
}

void WaitingCard::setReasons(const QString& whyNoImport, const QString& whyNoRun)
{
    m_whyNoImport = whyNoImport;
    m_whyNoRun = whyNoRun;
    const bool isRun = m_viewModel.nextStep() == HomeViewModel::NextStep::StartRun;
    m_empty->primaryButton()->setDisabledReason(isRun ? whyNoRun : whyNoImport);
    fillRows();
}

QString WaitingCard::whyNot(const HomeAction& action) const
{
    return action.right == HomeRight::Import  ? m_whyNoImport
           : action.right == HomeRight::Train ? m_whyNoRun
                                              : QString();
}

void WaitingCard::updateSegments()
{
    const auto segments = m_viewModel.segments();
    int total = 0;
    for (const auto& segment : segments)
        total += segment.count;
    const QLocale locale;
    m_count->setContent({locale.toString(total), ChipKind::Accent, {}});
    m_count->setAccessibleName(tr("%Ln waiting", nullptr, total));
    m_count->setVisible(total > 0);
    m_segments->setVisible(total > 0);
    m_segments->setText(0, tr("All"));
    for (std::size_t i = 0; i < segments.size(); ++i)
        m_segments->setText(
            int(i) + 1,
            tr("%1 %2", "kind and count").arg(segments[i].title, locale.toString(segments[i].count)));
}

void WaitingCard::updateEmpty()
{
    using NextStep = HomeViewModel::NextStep;
    switch (m_viewModel.nextStep()) {
    case NextStep::ImportData:
        m_empty->setText(tr("Begin with data"),
                         tr("A data set is a table from a file: delimited text, JSON Lines or Parquet. "
                            "Everyone in this workspace sees it."));
        m_empty->setPrimary(tr("Import data"), QStringLiteral("upload"));
        break;
    case NextStep::ImportModel:
        m_empty->setText(
            tr("Next: a base model"),
            tr("A run fine-tunes a pre-trained model. Import its folder as Hugging Face has it."));
        m_empty->setPrimary(tr("Import base model"), QStringLiteral("upload"));
        break;
    case NextStep::StartRun:
        m_empty->setText(tr("Next: a first run"),
                         tr("Data and a base model are here. Every setting of a run has a working default."));
        m_empty->setPrimary(tr("New run"), QStringLiteral("plus"));
        break;
    case NextStep::None:
        m_empty->setText(
            tr("Nothing waits for you"),
            tr("Reviews that take your decision are listed here, and runs and imports of yours that fail or "
               "stop, for two weeks."));
        m_empty->setPrimary({});
        break;
    }
}

void WaitingCard::fillRows()
{
    const auto items = m_viewModel.waiting(m_segment);
    m_empty->setVisible(items.empty() && m_viewModel.state() != HomeViewModel::State::Loading);
    updateEmpty();
    const bool isCut = !m_showsAll && items.size() > rowsAtFirst;
    m_all->setText(tr("Show all %Ln", nullptr, int(items.size())));
    m_more->setVisible(isCut);
    const std::size_t count = isCut ? rowsAtFirst : items.size();
    QString shown = signatureOf(items) + QString::number(count) + m_whyNoImport + m_whyNoRun;
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    clearLayout(*m_rows);
    for (std::size_t i = 0; i < count; ++i)
        addRow(*m_rows, makeRow(items[i], i + 1 < count || isCut));
    alignTimes();
    m_list->setVisible(count > 0);
}

void WaitingCard::alignTimes()
{
    std::vector<QWidget*> all;
    int widest = 0;
    for (int row = 0; row < m_rows->count(); ++row) {
        const QWidget* widget = m_rows->itemAt(row)->widget();
        all.push_back(widget->findChild<QWidget*>(widget->objectName() + QStringLiteral(".actions")));
        for (QWidget* button : all.back()->findChildren<QWidget*>())
            button->ensurePolished(); // its width is that of the style's
        widest = std::max(widest, all.back()->sizeHint().width());
    }
    for (QWidget* actions : all)
        actions->setMinimumWidth(widest);
}

QWidget* WaitingCard::makeRow(const HomeItem& item, bool ruled)
{
    auto* row = new HomeRow;
    row->setObjectName(QStringLiteral("home.waiting.%1").arg(item.id));
    row->setRuled(ruled);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap8);
    line->setSpacing(theme::gap12);
    line->addWidget(new IconTile(item.icon, item.tone), 0, Qt::AlignVCenter);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* title = new TextLabel(item.title, theme::Step::Strong);
    fillAndElide(*title);
    auto* sentence = new TextLabel(item.sentence, theme::Step::Small, theme::Role::Text2);
    sentence->setObjectName(row->objectName() + QStringLiteral(".reason"));
    fillAndElide(*sentence);
    texts->addWidget(title);
    texts->addWidget(sentence);
    line->addLayout(texts, 1);
    auto* time = new TextLabel(DatasetText::when(item.time), theme::Step::Small, theme::Role::Text2);
    time->setToolTip(DatasetText::fullTime(item.time));
    time->setMinimumWidth(timeWidth);
    time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(time);
    auto* actions = new QWidget;
    actions->setObjectName(row->objectName() + QStringLiteral(".actions"));
    auto* side = new QHBoxLayout(actions);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(theme::gap12);
    side->addStretch();
    line->addWidget(actions);
    const bool opens =
        !item.actions.empty() && !item.actions.front().work && whyNot(item.actions.front()).isEmpty();
    for (const HomeAction& action : item.actions) {
        auto* button = new Button(action.text, ButtonKind::Secondary);
        button->setSmall(true);
        button->setObjectName(row->objectName() + QLatin1Char('.') + action.id);
        button->setAccessibleDescription(item.title);
        if (const QString reason = whyNot(action); !reason.isEmpty())
            button->setDisabledReason(reason);
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
        side->addWidget(button);
    }
    if (m_viewModel.canDismiss(item)) {
        auto* aside = new IconButton(QStringLiteral("close"), asideWidth);
        aside->setObjectName(row->objectName() + QStringLiteral(".dismiss"));
        aside->setLabel(tr("Dismiss"));
        aside->setAccessibleDescription(item.title);
        connect(aside, &QToolButton::clicked, this, [this, item] { Q_EMIT dismissRequested(item); });
        side->addWidget(aside);
    }
    row->setOpens(opens, tr("%1. %2", "what happened, and why").arg(item.title, item.sentence));
    if (opens)
        connect(row, &HomeRow::opened, this,
                [this, action = item.actions.front()] { Q_EMIT actionRequested(action); });
    return row;
}

} // namespace lepton::ui
