// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/shell/keycap.h"
#include "ui/shell/machine_card.h"
#include "ui/shell/welcome_card.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr int columnWidth = 960;

struct FlowStep
{
    const char* icon;
    const char* title;
    const char* note;
};

constexpr FlowStep flow[] = {
    {"datasets", QT_TRANSLATE_NOOP("lepton::ui::WelcomePage", "Bring data"),
     QT_TRANSLATE_NOOP("lepton::ui::WelcomePage", "CSV, Parquet, JSON Lines")},
    {"training", QT_TRANSLATE_NOOP("lepton::ui::WelcomePage", "Fine-tune"),
     QT_TRANSLATE_NOOP("lepton::ui::WelcomePage", "on this computer, no server")},
    {"table", QT_TRANSLATE_NOOP("lepton::ui::WelcomePage", "Read the report"),
     QT_TRANSLATE_NOOP("lepton::ui::WelcomePage", "per class, row by row")},
    {"shield", QT_TRANSLATE_NOOP("lepton::ui::WelcomePage", "Decide together"),
     QT_TRANSLATE_NOOP("lepton::ui::WelcomePage", "signed, and never lost")},
};

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_language(new FilterButton(this))
    , m_theme(new FilterButton(this))
    , m_help(new IconButton(QStringLiteral("help"), 28, this))
    , m_title(new TextLabel(theme::Step::Welcome, theme::Role::Text, this))
    , m_intro(new TextLabel(theme::Step::Section, theme::Role::Text2, this))
    , m_error(new InlineBanner(BannerKind::Error, this))
    , m_sample(new WelcomeCard(QStringLiteral("search-trials"), true, this))
    , m_create(new WelcomeCard(QStringLiteral("plus"), false, this))
    , m_open(new WelcomeCard(QStringLiteral("users"), false, this))
    , m_recent(new RecentList(this))
    , m_machine(new MachineCard(this))
{
    setObjectName(QStringLiteral("welcome"));
    m_language->setObjectName(QStringLiteral("welcome.language.button"));
    m_theme->setObjectName(QStringLiteral("welcome.theme.button"));
    m_help->setObjectName(QStringLiteral("welcome.help.button"));
    m_error->setObjectName(QStringLiteral("welcome.error"));
    m_sample->button()->setObjectName(QStringLiteral("welcome.sample.button"));
    m_create->button()->setObjectName(QStringLiteral("welcome.create.button"));
    m_open->button()->setObjectName(QStringLiteral("welcome.open.button"));
    setTextStyle(m_intro, theme::Step::Body, theme::Role::Text2);
    m_intro->setWordWrap(true);
    m_error->hide();
    layOut();
    connect(m_sample->button(), &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(m_create->button(), &QPushButton::clicked, this, &WelcomePage::createRequested);
    connect(m_open->button(), &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(m_recent, &RecentList::openRequested, this, &WelcomePage::openFolderRequested);
    connect(m_recent, &RecentList::forgetRequested, this, &WelcomePage::forgetRequested);
    connect(m_help, &QToolButton::clicked, this, &WelcomePage::helpRequested);
    retranslate();
}

void WelcomePage::layOut()
{
    auto* cards = new QHBoxLayout;
    cards->setSpacing(theme::gap16);
    for (WelcomeCard* card : {m_sample, m_create, m_open})
        cards->addWidget(card, 1);

    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(theme::gap32);
    bottom->addWidget(m_recent, 10);
    bottom->addWidget(m_machine, 9);

    auto* column = new QWidget;
    column->setProperty("plain", true);
    column->setMaximumWidth(columnWidth);
    auto* lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, theme::gap32, 0, theme::gap32);
    lines->setSpacing(theme::gap16);
    lines->addStretch(2);
    lines->addWidget(m_title);
    lines->addSpacing(-theme::gap8);
    lines->addWidget(m_intro);
    lines->addWidget(m_error);
    lines->addSpacing(theme::gap8);
    lines->addLayout(cards);
    lines->addWidget(makeFlow());
    lines->addSpacing(theme::gap8);
    lines->addLayout(bottom);
    lines->addWidget(makeKeys());
    lines->addStretch(3);

    auto* centre = new QWidget;
    centre->setProperty("plain", true);
    auto* across = new QHBoxLayout(centre);
    across->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(centre);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(makeRule(Qt::Horizontal, this));
    layout->addWidget(scroll, 1);
}

QWidget* WelcomePage::makeTop()
{
    auto* top = new QWidget(this);
    top->setAttribute(Qt::WA_StyledBackground);
    top->setProperty("surface", QStringLiteral("surface"));
    top->setFixedHeight(theme::headerHeight - 1);
    auto* line = new QHBoxLayout(top);
    line->setContentsMargins(theme::gap16, 0, theme::gap16, 0);
    line->setSpacing(theme::gap8);
    line->addWidget(new IconLabel(QStringLiteral("lepton-mark"), theme::Role::Accent, 24, top));
    line->addWidget(
        new TextLabel(QStringLiteral("Lepton Workbench"), theme::Step::CardTitle, theme::Role::Text, top));
    line->addStretch();
    line->addWidget(m_language);
    line->addWidget(m_theme);
    line->addWidget(m_help);
    return top;
}

QWidget* WelcomePage::makeFlow()
{
    auto* card = new QFrame(this);
    card->setProperty("card", QStringLiteral("true"));
    auto* line = new QHBoxLayout(card);
    line->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    line->setSpacing(theme::gap12);
    bool first = true;
    for (const FlowStep& step : flow) {
        if (!first) {
            line->addStretch();
            line->addWidget(new IconLabel(QStringLiteral("chevron-right"), theme::Role::Text3, 16, card));
            line->addStretch();
        }
        first = false;
        auto* icon = new IconLabel(QLatin1String(step.icon), theme::Role::Text2, theme::iconSide, card);
        icon->setBesideLine(theme::Step::Strong);
        line->addWidget(icon, 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(2);
        m_flowTitles << new TextLabel(theme::Step::Strong, theme::Role::Text, card);
        m_flowNotes << new TextLabel(theme::Step::Small, theme::Role::Text2, card);
        words->addWidget(m_flowTitles.last());
        words->addWidget(m_flowNotes.last());
        line->addLayout(words);
    }
    return card;
}

QWidget* WelcomePage::makeKeys()
{
    auto* keys = new QWidget(this);
    auto* line = new QHBoxLayout(keys);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::gap4);
    for (const char* key : {"Ctrl O", "Ctrl K", "F1"}) {
        line->addWidget(makeKeycap(QLatin1String(key), keys));
        m_keyTexts << new TextLabel(theme::Step::Small, theme::Role::Text2, keys);
        line->addWidget(m_keyTexts.last());
        line->addSpacing(theme::gap12);
    }
    line->addStretch();
    return keys;
}

void WelcomePage::setRecent(const QList<RecentWorkspace>& recent)
{
    m_recent->setRecent(recent);
}

void WelcomePage::setMachine(const MachineFacts& facts)
{
    m_machine->setMachine(facts);
}

void WelcomePage::setError(const QString& title, const QString& sentence)
{
    if (!sentence.isEmpty())
        m_error->setText(title, sentence);
    m_error->setVisible(!sentence.isEmpty());
}

void WelcomePage::setBusy(bool busy)
{
    const QString reason = busy ? tr("A workspace is being opened") : QString();
    // a button that loses the focus by being disabled would hand it to a menu nobody asked for
    if (busy && focusWidget() && isAncestorOf(focusWidget()))
        focusWidget()->clearFocus();
    for (WelcomeCard* card : {m_sample, m_create, m_open})
        card->button()->setDisabledReason(reason);
}

void WelcomePage::setChoices(theme::Mode mode, LanguageChoice language)
{
    m_mode = mode;
    m_choice = language;
    retranslate();
}

void WelcomePage::retranslate()
{
    const auto fillMenu = [this](FilterButton* button, const QList<std::pair<QString, bool>>& entries,
                                 auto choose) {
        delete button->menu();
        auto* menu = new QMenu(button);
        auto* group = new QActionGroup(menu);
        for (qsizetype i = 0; i < entries.size(); ++i) {
            QAction* action = menu->addAction(entries[i].first);
            action->setCheckable(true);
            action->setChecked(entries[i].second);
            group->addAction(action);
            if (entries[i].second)
                button->setLabel(entries[i].first);
            connect(action, &QAction::triggered, this, [choose, i] { choose(static_cast<int>(i)); });
        }
        button->setMenu(menu);
    };
    fillMenu(m_language,
             {{tr("Language of the system"), m_choice == LanguageChoice::System},
              {QStringLiteral("English"), m_choice == LanguageChoice::English},
              {QStringLiteral("简体中文"), m_choice == LanguageChoice::Chinese}},
             [this](int i) { Q_EMIT languageChosen(static_cast<LanguageChoice>(i)); });
    fillMenu(m_theme,
             {{tr("Follow the system"), m_mode == theme::Mode::System},
              {tr("Light"), m_mode == theme::Mode::Light},
              {tr("Dark"), m_mode == theme::Mode::Dark}},
             [this](int i) { Q_EMIT themeChosen(static_cast<theme::Mode>(i)); });
    m_help->setLabel(tr("Help"), QStringLiteral("F1"));
    m_title->setText(tr("Welcome"));
    m_intro->setText(
        tr("A workspace is a folder. It holds data, runs, models and decisions, and can be shared by "
           "everyone who can reach it."));
    m_sample->setText(
        tr("Look around first"),
        tr("Small data sets and a base model to try things with, copied to your disk. Nothing you do "
           "there reaches anyone."),
        tr("Open the sample workspace"), tr("They are imported as you watch"));
    m_create->setText(
        tr("Start a workspace"),
        tr("Choose an empty folder, on this computer or on a share. You become its first member and "
           "its admin."),
        tr("Create a workspace"), tr("Asks for a name, your department, a folder"));
    m_open->setText(
        tr("Join your colleagues"),
        tr("Choose the folder of a workspace that others use. Your key is made here; an admin gives "
           "you your roles."),
        tr("Open a shared workspace"), tr("Or drop its folder on this window"));
    for (qsizetype i = 0; i < m_flowTitles.size(); ++i) {
        m_flowTitles[i]->setText(tr(flow[i].title));
        m_flowNotes[i]->setText(tr(flow[i].note));
    }
    const QStringList keyTexts{tr("open a workspace"), tr("find any action"), tr("help")};
    for (qsizetype i = 0; i < m_keyTexts.size(); ++i)
        m_keyTexts[i]->setText(keyTexts[i]);
    m_recent->retranslate();
    m_machine->retranslate();
}

} // namespace lepton::ui
