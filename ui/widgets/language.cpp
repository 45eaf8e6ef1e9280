// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace lepton::ui {
namespace {

bool systemIsChinese()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    return !wanted.isEmpty() && wanted.first().startsWith(QLatin1String("zh"));
}

QLocale localeOf(bool chinese)
{
    const QLocale system = QLocale::system();
    // the system's own habits of dates and separators where its language is the chosen one
    const QLocale::Language language = chinese ? QLocale::Chinese : QLocale::English;
    if (system.language() == language)
        return system;
    return chinese ? QLocale(QLocale::Chinese, QLocale::China)
                   : QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

Language::Language(QObject* parent)
    : QObject(parent)
    , m_qt(std::make_unique<QTranslator>())
    , m_own(std::make_unique<QTranslator>())
{
    // Installed once: loading another file into an installed translator sends one event for all of it.
    QCoreApplication::installTranslator(m_qt.get());
    QCoreApplication::installTranslator(m_own.get());
    setChoice(LanguageChoice::System);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(m_own.get());
    QCoreApplication::removeTranslator(m_qt.get());
}

void Language::setChoice(LanguageChoice choice)
{
    m_choice = choice;
    const bool chinese =
        choice == LanguageChoice::Chinese || (choice == LanguageChoice::System && systemIsChinese());
    if (m_loaded && chinese == m_chinese)
        return;
    m_loaded = true;
    m_chinese = chinese;
    QLocale::setDefault(localeOf(chinese));
    load(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
}

void Language::load(const QString& code)
{
    // a language without a file leaves its translator empty, and the words of the source stand
    (void)m_qt->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    (void)m_own->load(QStringLiteral("lepton_") + code, QStringLiteral(":/i18n"));
}

} // namespace lepton::ui
