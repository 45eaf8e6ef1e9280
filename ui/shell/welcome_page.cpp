// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/shell/keycap.h"
#include "ui/shell/welcome_card.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QActionGroup>
#include <QDir>
#include <QHBoxLayout>
#include <QLocale>
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

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString nativeFolder(const QString& folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size()) : folder;
}

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
    , m_recentTitle(new TextLabel(theme::Step::CardTitle, theme::Role::Text, this))
    , m_recentList(new QVBoxLayout)
    , m_machineTitle(new TextLabel(theme::Step::CardTitle, theme::Role::Text, this))
    , m_machineList(new QVBoxLayout)
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

    auto* cards = new QHBoxLayout;
    cards->setSpacing(theme::gap16);
    for (WelcomeCard* card : {m_sample, m_create, m_open})
        cards->addWidget(card, 1);

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
    lines->addWidget(makeBottom());
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

    connect(m_sample->button(), &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(m_create->button(), &QPushButton::clicked, this, &WelcomePage::createRequested);
    connect(m_open->button(), &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(m_help, &QToolButton::clicked, this, &WelcomePage::helpRequested);
    retranslate();
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
        line->addWidget(new IconLabel(QLatin1String(step.icon), theme::Role::Text2, 16, card), 0,
                        Qt::AlignTop);
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

QWidget* WelcomePage::makeBottom()
{
    auto* bottom = new QWidget(this);
    auto* line = new QHBoxLayout(bottom);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::gap32);
    const auto addColumn = [line](TextLabel* title, QVBoxLayout* list, int stretch) {
        auto* column = new QVBoxLayout;
        column->setSpacing(theme::gap8);
        column->addWidget(title);
        list->setSpacing(theme::gap4);
        column->addLayout(list);
        column->addStretch();
        line->addLayout(column, stretch);
    };
    addColumn(m_recentTitle, m_recentList, 10);
    addColumn(m_machineTitle, m_machineList, 9);
    return bottom;
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
    m_recent = recent;
    fillRecent();
}

void WelcomePage::setMachine(const MachineFacts& facts)
{
    m_machine = facts;
    fillMachine();
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
    m_recentTitle->setText(tr("Recent workspaces"));
    m_machineTitle->setText(tr("This computer"));
    const QStringList keyTexts{tr("open a workspace"), tr("find any action"), tr("help")};
    for (qsizetype i = 0; i < m_keyTexts.size(); ++i)
        m_keyTexts[i]->setText(keyTexts[i]);
    fillRecent();
    fillMachine();
}

void WelcomePage::fillRecent()
{
    clearLayout(m_recentList);
    if (m_recent.isEmpty()) {
        auto* box = new QFrame(this);
        box->setProperty("card", QStringLiteral("dashed"));
        auto* line = new QHBoxLayout(box);
        line->setContentsMargins(theme::gap16, theme::gap16, theme::gap16, theme::gap16);
        line->addWidget(new IconLabel(QStringLiteral("folder"), theme::Role::Text2, 16, box));
        line->addWidget(new TextLabel(tr("None yet. The ones you open are listed here."), theme::Step::Body,
                                      theme::Role::Text2, box),
                        1);
        m_recentList->addWidget(box);
        return;
    }
    for (const RecentWorkspace& recent : m_recent) {
        auto* row = new QWidget(this);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(theme::gap8);
        auto* open = new Button(recent.name.isEmpty() ? QDir(recent.folder).dirName() : recent.name,
                                ButtonKind::Link, row);
        open->setIconName(QStringLiteral("folder"));
        open->setObjectName(QStringLiteral("welcome.recent.button"));
        open->setMaximumWidth(220);
        auto* folder =
            new TextLabel(nativeFolder(recent.folder), theme::Step::Small, theme::Role::Text2, row);
        folder->setElided(true, Qt::ElideMiddle);
        auto* forget = new IconButton(QStringLiteral("close"), 24, row);
        forget->setIconSize(QSize(12, 12));
        forget->setLabel(tr("Remove “%1” from this list").arg(open->text()));
        line->addWidget(open);
        line->addWidget(folder);
        line->addStretch();
        line->addWidget(forget);
        connect(open, &QPushButton::clicked, this,
                [this, recent] { Q_EMIT openFolderRequested(recent.folder); });
        connect(
            forget, &QToolButton::clicked, this, [this, recent] { Q_EMIT forgetRequested(recent.folder); },
            Qt::QueuedConnection);
        m_recentList->addWidget(row);
    }
}

void WelcomePage::fillMachine()
{
    clearLayout(m_machineList);
    auto* card = new QFrame(this);
    card->setProperty("card", QStringLiteral("true"));
    auto* lines = new QVBoxLayout(card);
    lines->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    lines->setSpacing(theme::gap8);
    const auto add = [&](bool there, const QString& name, const QString& value) {
        auto* line = new QHBoxLayout;
        line->setSpacing(theme::gap8);
        line->addWidget(new IconLabel(there ? QStringLiteral("check") : QStringLiteral("minus"),
                                      there ? theme::Role::Good : theme::Role::Text3, 14, card));
        auto* label = new TextLabel(name, theme::Step::Strong, theme::Role::Text, card);
        setTextStyle(label, theme::Step::Small, theme::Role::Text);
        label->setMinimumWidth(96);
        line->addWidget(label);
        auto* text = new TextLabel(value, theme::Step::Small, theme::Role::Text2, card);
        text->setElided(true);
        line->addWidget(text);
        line->addStretch();
        lines->addLayout(line);
    };
    if (m_machine) {
        const QString memory =
            locale().formattedDataSize(m_machine->memory, 1, QLocale::DataSizeTraditionalFormat);
        add(true, tr("Processor"),
            m_machine->memory > 0 ? tr("%Ln thread(s), %1 memory", nullptr, m_machine->threads).arg(memory)
                                  : tr("%Ln thread(s)", nullptr, m_machine->threads));
        if (m_machine->graphicsCards.isEmpty())
            add(false, tr("Graphics card"), tr("None found; large models take longer"));
        else
            add(true, tr("Graphics card"), m_machine->graphicsCards.join(QStringLiteral(", ")));
    } else {
        add(false, tr("Processor"), tr("being looked at"));
        add(false, tr("Graphics card"), tr("being looked at"));
    }
    m_machineList->addWidget(card);
}

} // namespace lepton::ui
