// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance_section.h"

#include "ui/widgets/preferences.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace lepton::ui {
namespace {

template <class Value>
int number(Value value)
{
    return static_cast<int>(value);
}

} // namespace

AppearanceSection::AppearanceSection(Preferences& preferences, QWidget* parent)
    : SettingsSection(parent)
    , m_preferences(preferences)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    m_theme = addChoice("settings.theme");
    m_contrast = addChoice("settings.contrast");
    m_motion = addChoice("settings.motion");
    m_language = addChoice("settings.language");
    layout->addStretch();

    for (const auto mode : {theme::Mode::System, theme::Mode::Light, theme::Mode::Dark})
        m_theme.choices->add(number(mode), {});
    for (const auto wish : {theme::Wish::System, theme::Wish::No, theme::Wish::Yes}) {
        m_contrast.choices->add(number(wish), {});
        m_motion.choices->add(number(wish), {});
    }
    m_language.choices->add(number(LanguageChoice::System), {});
    m_language.choices->add(number(LanguageChoice::English), QStringLiteral("English"));
    m_language.choices->add(number(LanguageChoice::Chinese), QStringLiteral("简体中文"));

    connect(m_theme.choices, &Segment::chosen, this, [this](int chosen) {
        set(&Preferences::setThemeMode, m_preferences.themeMode(), chosen,
            [] { return tr("The theme was changed"); });
    });
    connect(m_contrast.choices, &Segment::chosen, this, [this](int chosen) {
        set(&Preferences::setHighContrast, m_preferences.highContrast(), chosen,
            [] { return tr("The contrast was changed"); });
    });
    connect(m_motion.choices, &Segment::chosen, this, [this](int chosen) {
        set(&Preferences::setLessMotion, m_preferences.lessMotion(), chosen,
            [] { return tr("The motion was changed"); });
    });
    connect(m_language.choices, &Segment::chosen, this, [this](int chosen) {
        set(&Preferences::setLanguage, m_preferences.language(), chosen,
            [] { return tr("The language was changed"); });
    });
    connect(&m_preferences, &Preferences::changed, this, &AppearanceSection::refresh);
    retranslate();
    refresh();
}

AppearanceSection::Choice AppearanceSection::addChoice(const char* name)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    if (column->count() > 0)
        column->addSpacing(theme::gap16);
    Choice choice{new TextLabel(theme::Step::CardTitle, theme::Role::Text, this), new Segment(this),
                  new TextLabel(theme::Step::Small, theme::Role::Text2, this)};
    choice.choices->setObjectName(QLatin1String(name));
    choice.hint->setWordWrap(true);
    column->addWidget(choice.title);
    column->addWidget(choice.choices);
    column->addWidget(choice.hint);
    return choice;
}

template <class Value>
void AppearanceSection::set(void (Preferences::*setter)(Value), Value before, int chosen, QString (*done)())
{
    (m_preferences.*setter)(static_cast<Value>(chosen));
    // In the words of the language that may just have been chosen.
    Q_EMIT changed(done(), [this, setter, before] { (m_preferences.*setter)(before); });
}

void AppearanceSection::retranslate()
{
    const auto name = [](const Choice& choice, const QString& title, const QString& hint) {
        choice.title->setText(title);
        choice.choices->setAccessibleName(title);
        choice.hint->setText(hint);
    };
    name(m_theme, tr("Theme"), tr("Changes at once, in every window of yours that is opened from now on."));
    name(m_contrast, tr("Contrast"),
         tr("High contrast has darker words on light grounds, lighter ones on dark grounds, and borders "
            "that stand out."));
    name(m_motion, tr("Motion"), tr("Reduced motion lets what comes and goes do so at once, without fades."));
    name(m_language, tr("Language"), tr("Names of data sets, columns and people are never translated."));
    m_theme.choices->setText(number(theme::Mode::System), tr("Follow the system"));
    m_theme.choices->setText(number(theme::Mode::Light), tr("Light"));
    m_theme.choices->setText(number(theme::Mode::Dark), tr("Dark"));
    m_contrast.choices->setText(number(theme::Wish::System), tr("Follow the system"));
    m_contrast.choices->setText(number(theme::Wish::No), tr("Normal", "contrast"));
    m_contrast.choices->setText(number(theme::Wish::Yes), tr("High", "contrast"));
    m_motion.choices->setText(number(theme::Wish::System), tr("Follow the system"));
    m_motion.choices->setText(number(theme::Wish::No), tr("Full", "motion"));
    m_motion.choices->setText(number(theme::Wish::Yes), tr("Reduced", "motion"));
    m_language.choices->setText(number(LanguageChoice::System), tr("Language of the system"));
}

void AppearanceSection::refresh()
{
    m_theme.choices->setCurrent(number(m_preferences.themeMode()));
    m_contrast.choices->setCurrent(number(m_preferences.highContrast()));
    m_motion.choices->setCurrent(number(m_preferences.lessMotion()));
    m_language.choices->setCurrent(number(m_preferences.language()));
}

} // namespace lepton::ui
