// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace lepton::ui {
namespace {

struct Key
{
    const char* keys;
    const char* does;
};

constexpr Key everywhere[] = {
    {"Ctrl+K", QT_TRANSLATE_NOOP("HelpText", "search, or run a command")},
    {"Ctrl+1, Ctrl+2", QT_TRANSLATE_NOOP("HelpText", "pages of the rail")},
    {"Ctrl+F, /", QT_TRANSLATE_NOOP("HelpText", "filter of this page")},
    {"Alt+Left, Alt+Right", QT_TRANSLATE_NOOP("HelpText", "back, forward")},
    {"Ctrl+I", QT_TRANSLATE_NOOP("HelpText", "import data")},
    {"Ctrl+O", QT_TRANSLATE_NOOP("HelpText", "open a workspace")},
    {"Ctrl+.", QT_TRANSLATE_NOOP("HelpText", "side sheet")},
    {"Ctrl+J", QT_TRANSLATE_NOOP("HelpText", "running jobs")},
    {"F5", QT_TRANSLATE_NOOP("HelpText", "read again")},
    {"F6, Shift+F6", QT_TRANSLATE_NOOP("HelpText", "next, previous pane")},
    {"Esc", QT_TRANSLATE_NOOP("HelpText", "close the top layer, then clear the filter")},
};

} // namespace

QString helpText(const QString& ofPage)
{
    QStringList lines;
    if (!ofPage.isEmpty())
        lines << ofPage << QString();
    for (const Key& key : everywhere)
        lines << QCoreApplication::translate("HelpText", "%1: %2", "keys and what they do")
                     .arg(QLatin1String(key.keys), QCoreApplication::translate("HelpText", key.does));
    return lines.join(QLatin1Char('\n'));
}

} // namespace lepton::ui
