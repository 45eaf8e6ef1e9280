// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/recent_list.h"
#include "ui/theme/theme.h"
#include "ui/widgets/language.h"

#include <QWidget>

namespace lepton::ui {

class FilterButton;
class IconButton;
class InlineBanner;
class MachineCard;
class WelcomeCard;
class TextLabel;
struct MachineFacts;

/// Shown while no workspace is open: three ways in, what was open before, and what this computer can do.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setRecent(const QList<RecentWorkspace>& recent);
    void setMachine(const MachineFacts& facts);
    /// Above the cards; an empty sentence removes it.
    void setError(const QString& title, const QString& sentence);
    /// While a workspace is being opened nothing else can be started.
    void setBusy(bool busy);
    void setChoices(theme::Mode mode, LanguageChoice language);
    void retranslate();

Q_SIGNALS:
    void sampleRequested();
    void createRequested();
    void openRequested();
    void openFolderRequested(const QString& folder);
    void forgetRequested(const QString& folder);
    void themeChosen(lepton::ui::theme::Mode mode);
    void languageChosen(lepton::ui::LanguageChoice choice);
    void helpRequested();

private:
    void layOut();
    QWidget* makeTop();
    QWidget* makeFlow();
    QWidget* makeKeys();

    theme::Mode m_mode = theme::Mode::System;
    LanguageChoice m_choice = LanguageChoice::System;
    FilterButton* m_language;
    FilterButton* m_theme;
    IconButton* m_help;
    TextLabel* m_title;
    TextLabel* m_intro;
    InlineBanner* m_error;
    WelcomeCard* m_sample;
    WelcomeCard* m_create;
    WelcomeCard* m_open;
    QList<TextLabel*> m_flowTitles;
    QList<TextLabel*> m_flowNotes;
    RecentList* m_recent;
    MachineCard* m_machine;
    QList<TextLabel*> m_keyTexts;
};

} // namespace lepton::ui
