// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_actions.h"

#include "ui/widgets/button.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QPointer>
#include <QTabBar>

namespace lepton::ui {
namespace {

const QString usualIcon = QStringLiteral("arrow-right");

struct PageActions
{
    Q_DECLARE_TR_FUNCTIONS(PageActions)
};

/// Without the marks of mnemonics.
QString plain(QString text)
{
    return text.replace(QLatin1String("&&"), QLatin1String("\n"))
        .remove(QLatin1Char('&'))
        .replace(QLatin1Char('\n'), QLatin1Char('&'));
}

/// The name for those who do not see the button says what it is about, where its words alone do not.
QString nameOf(const QAbstractButton& button)
{
    return button.accessibleName().isEmpty() ? plain(button.text()) : button.accessibleName();
}

QString iconOf(const QAbstractButton& button)
{
    const QString name = button.property("iconName").toString();
    return name.isEmpty() ? usualIcon : name;
}

void addButton(std::vector<PageAction>& actions, QAbstractButton& button, bool isAside)
{
    const QString text = nameOf(button);
    const QString whyNot = button.isEnabled() ? QString() : button.toolTip();
    if (text.isEmpty() || (!button.isEnabled() && whyNot.isEmpty()))
        return;
    const auto press = [pressed = QPointer(&button)] {
        if (pressed)
            pressed->click();
    };
    const QString about = button.isEnabled() ? button.accessibleDescription() : QString();
    actions.push_back(
        {{button.objectName(), iconOf(button), [text] { return text; }, {}, press}, whyNot, about, isAside});
}

/// @p prefix names the menu; empty where the entries speak for themselves.
void addMenu(std::vector<PageAction>& actions, QMenu& menu, const QString& icon, const QString& prefix)
{
    Q_EMIT menu.aboutToShow(); // many are filled only then
    for (QAction* entry : menu.actions()) {
        const QString own = plain(entry->text());
        if (own.isEmpty() || entry->isSeparator() || entry->menu() || entry->isCheckable() ||
            !entry->isEnabled() || !entry->isVisible())
            continue;
        const QString text =
            prefix.isEmpty()
                ? own
                : PageActions::tr("%1: %2", "a button and what its menu offers").arg(prefix, own);
        const auto choose = [chosen = QPointer(entry)] {
            if (chosen)
                chosen->trigger();
        };
        actions.push_back({{entry->objectName(), icon, [text] { return text; }, {}, choose}, {}, {}, true});
    }
}

void addTabs(std::vector<PageAction>& actions, QTabBar& tabs)
{
    for (int i = 0; i < tabs.count(); ++i) {
        if (i == tabs.currentIndex() || !tabs.isTabEnabled(i) || !tabs.isTabVisible(i))
            continue;
        const auto show = [shown = QPointer(&tabs), i] {
            if (shown)
                shown->setCurrentIndex(i);
        };
        const QString text = plain(tabs.tabText(i));
        actions.push_back({{tabs.objectName() + QLatin1Char('.') + QString::number(i),
                            QStringLiteral("file"),
                            [text] { return text; },
                            {},
                            show},
                           {},
                           {}});
    }
}

} // namespace

std::vector<PageAction> pageActions(const QWidget& page)
{
    std::vector<PageAction> actions;
    for (auto* button : page.findChildren<Button*>()) {
        if (!button->isVisible())
            continue;
        if (!button->menu() && !button->isCheckable())
            addButton(actions, *button, false);
        else if (button->menu() && button->isEnabled())
            addMenu(actions, *button->menu(), iconOf(*button), nameOf(*button));
    }
    for (auto* button : page.findChildren<IconButton*>()) {
        if (!button->isVisible() || !button->isEnabled())
            continue;
        if (button->menu())
            addMenu(actions, *button->menu(), usualIcon, {});
        else if (iconOf(*button) != QLatin1String("more")) // which would open a menu elsewhere
            addButton(actions, *button, true);
    }
    for (auto* tabs : page.findChildren<QTabBar*>()) {
        if (tabs->isVisible())
            addTabs(actions, *tabs);
    }
    return actions;
}

} // namespace lepton::ui
