// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QApplication;

namespace lepton::ui::theme {

/// High contrast, or less motion: yes, no, or what the desktop says.
enum class Wish
{
    System,
    No,
    Yes
};

/// What a person asked the desktop for.
struct SystemWishes
{
    bool moreContrast = false;
    bool lessMotion = false;

    bool operator==(const SystemWishes&) const = default;
};

/// What a person wishes of the look beside light and dark. Make one before the Theme, in main; it registers
/// itself with the application, where the tokens and fadeTime() find it. Without one there are none.
class Wishes : public QObject
{
    Q_OBJECT

public:
    explicit Wishes(QApplication& application);
    ~Wishes() override;
    /// That of the application; null where there is none.
    static const Wishes* current();

    Wish highContrast() const noexcept { return m_highContrast; }
    void setHighContrast(Wish wish);
    Wish lessMotion() const noexcept { return m_lessMotion; }
    void setLessMotion(Wish wish);
    /// What the desktop says, where it says something.
    void setSystem(const SystemWishes& wishes);

    bool isHighContrast() const noexcept;
    bool hasMotion() const noexcept;

Q_SIGNALS:
    /// isHighContrast() is another now.
    void contrastChanged();

private:
    void change(const std::function<void()>& what);

    QApplication& m_application;
    Wish m_highContrast = Wish::System;
    Wish m_lessMotion = Wish::System;
    SystemWishes m_system;
};

/// Whether colours are those of high contrast now: text of 7 to 1, borders of 3 to 1 and more.
bool isHighContrast();
/// How long a fade of @p milliseconds takes now: 0 where less motion is wished.
int fadeTime(int milliseconds);

} // namespace lepton::ui::theme
