// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_dialog.h"

#include "ui/shell/keycap.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr int dialogWidth = 520;
constexpr int keysWidth = 176;

struct Key
{
    const char* keys; ///< alternatives separated by a blank; "%1": as many as the rail has pages
    const char* does;
};

constexpr Key everywhere[] = {
    {"Ctrl+K", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Search, or run a command")},
    {"Ctrl+1 Ctrl+%1", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Pages of the rail")},
    {"Ctrl+F /", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Filter of this page")},
    {"Alt+Left Alt+Right", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Back, forward")},
    {"Ctrl+N", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "New run")},
    {"Ctrl+I", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Import data")},
    {"Ctrl+O", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Open a workspace")},
    {"Ctrl+.", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Side sheet")},
    {"Ctrl+J", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Running jobs")},
    {"Ctrl+B", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Narrow or widen the rail")},
    {"F5", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Read again")},
    {"F6 Shift+F6", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Next, previous pane")},
    {"Esc", QT_TRANSLATE_NOOP("lepton::ui::HelpDialog", "Close the top layer, then clear the filter")},
};

} // namespace

HelpDialog::HelpDialog(QWidget* over, const QString& title, const QString& ofPage, int railPages)
    : Dialog(over)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("help"));
    setHeader(QStringLiteral("help"), title);

    auto* lines = new QVBoxLayout;
    lines->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap20);
    lines->setSpacing(theme::gap16);
    int height = 0;
    if (!ofPage.isEmpty()) {
        auto* text = new TextLabel(ofPage, theme::Step::Body, theme::Role::Text, this);
        text->setWordWrap(true);
        text->setFixedWidth(dialogWidth - 2 * theme::gap20 - 2);
        lines->addWidget(text);
        height += text->heightForWidth(text->maximumWidth()) + theme::gap16;
    }
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(theme::gap8);
    grid->setColumnMinimumWidth(0, keysWidth);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Key& key : everywhere) {
        if (railPages == 0 && QLatin1String(key.keys).contains(QLatin1String("%1")))
            continue;
        auto* caps = new QHBoxLayout;
        caps->setSpacing(theme::gap4);
        const QStringList alternatives = QString::fromLatin1(key.keys).split(QLatin1Char(' '));
        for (const QString& one : alternatives) {
            const bool endsRange = one.endsWith(QLatin1String("%1"));
            if (endsRange)
                caps->addWidget(new TextLabel(tr("to", "from one key to another"), theme::Step::Small,
                                              theme::Role::Text2, this));
            caps->addWidget(makeKeycap(endsRange ? one.arg(railPages) : one, this));
        }
        caps->addStretch();
        grid->addLayout(caps, row, 0);
        grid->addWidget(new TextLabel(tr(key.does), theme::Step::Body, theme::Role::Text2, this), row, 1);
        ++row;
    }
    lines->addLayout(grid);
    lines->addStretch();
    body()->addLayout(lines);
    height += grid->sizeHint().height();

    auto* close = new Button(tr("Close"), ButtonKind::Secondary, this);
    close->setObjectName(QStringLiteral("help.close.button"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    addButton(close);
    // header, footer and their rules
    setWantedSize(
        QSize(dialogWidth, height + theme::gap16 + theme::gap20 + 2 * (theme::pageHeaderHeight + 2)));
}

} // namespace lepton::ui
