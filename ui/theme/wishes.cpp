// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/wishes.h"

#include <QApplication>
#include <QVariant>

namespace lepton::ui::theme {
namespace {

constexpr const char* wishesProperty = "lepton.wishes";

bool isWished(Wish wish, bool bySystem)
{
    return wish == Wish::Yes || (wish == Wish::System && bySystem);
}

} // namespace

Wishes::Wishes(QApplication& application)
    : m_application(application)
{
    application.setProperty(wishesProperty, QVariant::fromValue(static_cast<void*>(this)));
}

Wishes::~Wishes()
{
    m_application.setProperty(wishesProperty, QVariant());
}

const Wishes* Wishes::current()
{
    return qApp ? static_cast<const Wishes*>(qApp->property(wishesProperty).value<void*>()) : nullptr;
}

void Wishes::setHighContrast(Wish wish)
{
    change([&] { m_highContrast = wish; });
}

void Wishes::setLessMotion(Wish wish)
{
    m_lessMotion = wish;
}

void Wishes::setSystem(const SystemWishes& wishes)
{
    change([&] { m_system = wishes; });
}

void Wishes::change(const std::function<void()>& what)
{
    const bool before = isHighContrast();
    what();
    if (isHighContrast() != before)
        Q_EMIT contrastChanged();
}

bool Wishes::isHighContrast() const noexcept
{
    return isWished(m_highContrast, m_system.moreContrast);
}

bool Wishes::hasMotion() const noexcept
{
    return !isWished(m_lessMotion, m_system.lessMotion);
}

bool isHighContrast()
{
    const Wishes* wishes = Wishes::current();
    return wishes && wishes->isHighContrast();
}

int fadeTime(int milliseconds)
{
    const Wishes* wishes = Wishes::current();
    return wishes && !wishes->hasMotion() ? 0 : milliseconds;
}

} // namespace lepton::ui::theme
