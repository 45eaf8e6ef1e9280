// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/checks_panel.h"

#include "ui/training/check_text.h"
#include "ui/training/new_run_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace lepton::ui {

namespace {

struct CheckLook
{
    const char* icon;
    theme::Role role;
};

CheckLook lookOf(train::CheckState state)
{
    switch (state) {
    case train::CheckState::Ok:
        return {"check", theme::Role::Good};
    case train::CheckState::Caution:
        return {"warning", theme::Role::Warn};
    case train::CheckState::Failed:
        return {"error", theme::Role::Bad};
    }
    return {"info", theme::Role::Text2};
}

/// Failed ones first, then cautions: what needs a person stands on top.
std::vector<const train::Check*> inOrder(const std::vector<train::Check>& checks)
{
    std::vector<const train::Check*> ordered;
    for (const auto& check : checks)
        ordered.push_back(&check);
    std::ranges::stable_sort(ordered, std::greater{}, [](const auto* check) { return int(check->state); });
    return ordered;
}

} // namespace

ChecksPanel::ChecksPanel(NewRunViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_title(new TextLabel(theme::Step::CardTitle))
    , m_passed(new Chip)
    , m_cautions(new Chip)
    , m_failed(new Chip)
    , m_state(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_error(new InlineBanner(BannerKind::Error))
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list))
    , m_above(new QVBoxLayout)
    , m_commandBox(new QWidget)
    , m_commandTitle(new TextLabel(theme::Step::Small))
    , m_command(new TextLabel(theme::Step::Code))
    , m_copy(new IconButton(QStringLiteral("copy"), 24))
{
    setObjectName(QStringLiteral("newRun.checks"));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme::gap16, 0, theme::gap16, 0);
    top->setSpacing(theme::gap8);
    top->addWidget(new IconLabel(QStringLiteral("shield")));
    top->addWidget(m_title);
    top->addStretch();
    top->addWidget(m_failed);
    top->addWidget(m_cautions);
    top->addWidget(m_passed);
    auto* header = new QWidget;
    header->setFixedHeight(theme::cardHeaderHeight);
    header->setLayout(top);

    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("newRun.checks.state"));
    m_list->setProperty("plain", true);
    m_rows->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    m_rows->setSpacing(theme::gap12);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_list);

    m_command->setFont(theme::font(theme::Step::Code));
    m_command->setObjectName(QStringLiteral("newRun.command"));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_command->setWordWrap(true);
    m_command->setContentsMargins(theme::gap8, theme::gap8, theme::gap8, theme::gap8);
    m_command->setAttribute(Qt::WA_StyledBackground);
    m_command->setProperty("surface", "sunken");
    m_copy->setObjectName(QStringLiteral("newRun.command.copy"));
    m_commandTitle->setProperty("step", QStringLiteral("smallStrong"));
    auto* commandTop = new QHBoxLayout;
    commandTop->addWidget(m_commandTitle);
    commandTop->addStretch();
    commandTop->addWidget(m_copy);
    auto* withRule = new QVBoxLayout(m_commandBox);
    withRule->setContentsMargins(0, 0, 0, 0);
    withRule->setSpacing(0);
    withRule->addWidget(makeRule(Qt::Horizontal));
    auto* command = new QVBoxLayout;
    withRule->addLayout(command);
    command->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap16);
    command->setSpacing(theme::gap4);
    command->addLayout(commandTop);
    command->addWidget(m_command);

    auto* banner = new QVBoxLayout;
    banner->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, 0);
    banner->addWidget(m_error);
    banner->addWidget(m_state);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addLayout(banner);
    layout->addWidget(scroll, 1);
    layout->addLayout(m_above);
    layout->addWidget(m_commandBox);

    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_viewModel.command());
        Q_EMIT copied();
    });
    connect(&m_viewModel, &NewRunViewModel::checksChanged, this, &ChecksPanel::update);
    connect(&m_viewModel, &NewRunViewModel::changed, this, &ChecksPanel::updateCommand);
    retranslate();
}

void ChecksPanel::addAboveCommand(QWidget* widget)
{
    m_above->addWidget(widget);
}

void ChecksPanel::retranslate()
{
    m_title->setText(tr("Checks before it starts"));
    m_commandTitle->setText(tr("As a command"));
    m_copy->setLabel(tr("Copy the command"));
    update();
}

void ChecksPanel::update()
{
    const auto state = m_viewModel.checksState();
    const bool isEmpty = m_viewModel.checks().empty();
    m_error->setVisible(state == NewRunViewModel::Checks::Failed);
    if (state == NewRunViewModel::Checks::Failed && m_viewModel.checksError())
        m_error->setError(tr("The checks could not be made."), *m_viewModel.checksError());
    QString sentence;
    if (state == NewRunViewModel::Checks::None)
        sentence = m_viewModel.obstacle();
    else if (state == NewRunViewModel::Checks::Running && isEmpty)
        sentence = tr("Data, labels and settings are being looked at.");
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
    updateChips();
    fillRows();
    updateCommand();
}

void ChecksPanel::updateChips()
{
    std::array<int, 3> counts{};
    for (const auto& check : m_viewModel.checks())
        ++counts[std::size_t(check.state)];
    const bool isOld = m_viewModel.checksState() == NewRunViewModel::Checks::Running;
    const QLocale locale;
    const auto set = [&](Chip* chip, int count, const QString& text, const QString& sentence, ChipKind kind,
                         const char* icon) {
        chip->setContent({text, isOld ? ChipKind::Neutral : kind, QLatin1String(icon)});
        chip->setAccessibleName(sentence);
        chip->setToolTip(sentence);
        chip->setVisible(count > 0);
    };
    const QString passed = tr("%Ln pass", "checks", counts[0]);
    const QString failed = tr("%Ln failed", "checks", counts[2]);
    set(m_passed, counts[0], passed, passed, ChipKind::Good, "check");
    // the title needs the room: the rows below say what there is to look at
    set(m_cautions, counts[1], locale.toString(counts[1]), tr("%Ln to look at", "checks", counts[1]),
        ChipKind::Warn, "warning");
    set(m_failed, counts[2], failed, failed, ChipKind::Bad, "error");
}

void ChecksPanel::fillRows()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const auto* check : inOrder(m_viewModel.checks())) {
        const CheckLook look = lookOf(check->state);
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(theme::gap8);
        auto* mark = new IconLabel(QLatin1String(look.icon), look.role);
        mark->setBesideLine(theme::Step::Strong);
        line->addWidget(mark, 0, Qt::AlignTop);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        auto* title = new TextLabel(TrainingText::check(check->id), theme::Step::Strong);
        QString sentence = CheckText::sentence(*check);
        if (check->fix)
            sentence += QLatin1Char(' ') + CheckText::fix(*check);
        auto* text = new TextLabel(sentence, theme::Step::Small, theme::Role::Text2);
        text->setWordWrap(true);
        texts->addWidget(title);
        texts->addWidget(text);
        line->addLayout(texts, 1);
        if (check->fix && !check->fix->assignments.empty()) {
            const QString first = QString::fromStdString(check->fix->assignments.front());
            const bool isOne = check->fix->assignments.size() == 1;
            auto* button = new Button(
                isOne
                    ? tr("Use %1", "a value of a setting").arg(first.mid(first.indexOf(QLatin1Char('=')) + 1))
                    : tr("Change these"),
                ButtonKind::Secondary);
            button->setSmall(true);
            const auto name = train::checkName(check->id);
            button->setObjectName(
                QStringLiteral("newRun.fix.%1").arg(QString::fromUtf8(name.data(), qsizetype(name.size()))));
            button->setAccessibleDescription(CheckText::fix(*check));
            connect(button, &QPushButton::clicked, this,
                    [this, fix = *check->fix] { m_viewModel.apply(fix); });
            line->addWidget(button, 0, Qt::AlignTop);
        }
        m_rows->addWidget(row);
    }
    m_rows->addStretch();
}

void ChecksPanel::updateCommand()
{
    const QString command = m_viewModel.command();
    m_commandBox->setVisible(!command.isEmpty());
    m_command->setText(command);
}

} // namespace lepton::ui
