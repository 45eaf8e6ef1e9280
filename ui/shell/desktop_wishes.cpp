// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktop_wishes.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QStringList>

#include <utility>

namespace lepton::ui {
namespace {

const QString connectionName = QStringLiteral("lepton-desktop");
const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInterface = QStringLiteral("org.freedesktop.portal.Settings");
constexpr int portalPatience = 3000; // ms

// Who asks for what: the portal's own words, and those of the desktops that came before it had any.
const QString portalSpace = QStringLiteral("org.freedesktop.appearance");
const QString gnomeSpace = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeAccessSpace = QStringLiteral("org.gnome.desktop.a11y.interface");
const QString kdeSpace = QStringLiteral("org.kde.kdeglobals.KDE");

/// Worker. Nothing where there is no bus or no portal.
DesktopSettings readSettings(const QString& busAddress)
{
    QDBusConnection bus = busAddress.isEmpty()
                              ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName)
                              : QDBusConnection::connectToBus(busAddress, connectionName);
    if (!bus.isConnected())
        return {};
    QDBusMessage call =
        QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("ReadAll"));
    call << QStringList{portalSpace, gnomeSpace, gnomeAccessSpace, kdeSpace};
    const QDBusMessage reply = bus.call(call, QDBus::Block, portalPatience);
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return {};
    return qdbus_cast<DesktopSettings>(reply.arguments().first());
}

} // namespace

theme::SystemWishes wishesOf(const DesktopSettings& settings)
{
    const auto value = [&](const QString& space, const char* key) {
        return settings.value(space).value(QLatin1String(key));
    };
    theme::SystemWishes wishes;
    wishes.moreContrast =
        value(portalSpace, "contrast").toUInt() == 1 || value(gnomeAccessSpace, "high-contrast").toBool();
    const QVariant animations = value(gnomeSpace, "enable-animations");
    const QVariant factor = value(kdeSpace, "AnimationDurationFactor");
    wishes.lessMotion = value(portalSpace, "reduced-motion").toUInt() == 1 ||
                        (animations.isValid() && !animations.toBool()) ||
                        (factor.isValid() && factor.toDouble() == 0);
    return wishes;
}

void DesktopWishes::start(const QString& busAddress)
{
    m_read.run([busAddress] { return readSettings(busAddress); },
               [this](DesktopSettings settings) { follow(std::move(settings)); }, [](const base::Error&) {});
}

void DesktopWishes::follow(DesktopSettings settings)
{
    m_settings = std::move(settings);
    QDBusConnection bus(connectionName);
    if (bus.isConnected())
        bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
                    SLOT(takeChange(QString, QString, QDBusVariant)));
    Q_EMIT changed(wishesOf(m_settings));
}

void DesktopWishes::takeChange(const QString& space, const QString& key, const QDBusVariant& value)
{
    const theme::SystemWishes before = wishesOf(m_settings);
    m_settings[space][key] = value.variant();
    if (const theme::SystemWishes now = wishesOf(m_settings); now != before)
        Q_EMIT changed(now);
}

} // namespace lepton::ui
