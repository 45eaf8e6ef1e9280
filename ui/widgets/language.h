// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QTranslator;

namespace lepton::ui {

/// The language that the person chose; System follows the desktop.
enum class LanguageChoice
{
    System,
    English,
    Chinese
};

/// The language of the window: translations and the default QLocale. Switches live: every widget
/// gets one QEvent::LanguageChange.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    LanguageChoice choice() const noexcept { return m_choice; }
    void setChoice(LanguageChoice choice);
    bool isChinese() const noexcept { return m_chinese; }

private:
    void load(const QString& code);

    LanguageChoice m_choice = LanguageChoice::System;
    bool m_chinese = false;
    bool m_loaded = false;
    std::unique_ptr<QTranslator> m_qt; ///< Qt's own words
    std::unique_ptr<QTranslator> m_own;
};

} // namespace lepton::ui
