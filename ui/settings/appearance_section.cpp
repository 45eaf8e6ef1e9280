// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance_section.h"

#include "ui/widgets/preferences.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace lepton::ui {

AppearanceSection::AppearanceSection(Preferences& preferences, QWidget* parent)
    : SettingsSection(parent)
    , m_preferences(preferences)
    , m_themeTitle(new TextLabel(theme::Step::CardTitle, theme::Role::Text, this))
    , m_theme(new Segment(this))
    , m_themeHint(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_languageTitle(new TextLabel(theme::Step::CardTitle, theme::Role::Text, this))
    , m_language(new Segment(this))
    , m_languageHint(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
{
    m_theme->setObjectName(QStringLiteral("settings.theme"));
    m_language->setObjectName(QStringLiteral("settings.language"));
    for (const auto mode : {theme::Mode::System, theme::Mode::Light, theme::Mode::Dark})
        m_theme->add(static_cast<int>(mode), {});
    m_language->add(static_cast<int>(LanguageChoice::System), {});
    m_language->add(static_cast<int>(LanguageChoice::English), QStringLiteral("English"));
    m_language->add(static_cast<int>(LanguageChoice::Chinese), QStringLiteral("简体中文"));
    m_themeHint->setWordWrap(true);
    m_languageHint->setWordWrap(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    layout->addWidget(m_themeTitle);
    layout->addWidget(m_theme);
    layout->addWidget(m_themeHint);
    layout->addSpacing(theme::gap16);
    layout->addWidget(m_languageTitle);
    layout->addWidget(m_language);
    layout->addWidget(m_languageHint);
    layout->addStretch();

    connect(m_theme, &Segment::chosen, this, [this](int mode) {
        const theme::Mode before = m_preferences.themeMode();
        m_preferences.setThemeMode(static_cast<theme::Mode>(mode));
        Q_EMIT changed(tr("The theme was changed"), [this, before] { m_preferences.setThemeMode(before); });
    });
    connect(m_language, &Segment::chosen, this, [this](int choice) {
        const LanguageChoice before = m_preferences.language();
        m_preferences.setLanguage(static_cast<LanguageChoice>(choice));
        Q_EMIT changed(tr("The language was changed"), [this, before] { m_preferences.setLanguage(before); });
    });
    connect(&m_preferences, &Preferences::changed, this, &AppearanceSection::refresh);
    retranslate();
    refresh();
}

void AppearanceSection::retranslate()
{
    m_themeTitle->setText(tr("Theme"));
    m_theme->setAccessibleName(tr("Theme"));
    m_theme->setText(static_cast<int>(theme::Mode::System), tr("Follow the system"));
    m_theme->setText(static_cast<int>(theme::Mode::Light), tr("Light"));
    m_theme->setText(static_cast<int>(theme::Mode::Dark), tr("Dark"));
    m_themeHint->setText(tr("Changes at once, in every window of yours that is opened from now on."));
    m_languageTitle->setText(tr("Language"));
    m_language->setAccessibleName(tr("Language"));
    m_language->setText(static_cast<int>(LanguageChoice::System), tr("Language of the system"));
    m_languageHint->setText(tr("Names of data sets, columns and people are never translated."));
}

void AppearanceSection::refresh()
{
    m_theme->setCurrent(static_cast<int>(m_preferences.themeMode()));
    m_language->setCurrent(static_cast<int>(m_preferences.language()));
}

} // namespace lepton::ui
