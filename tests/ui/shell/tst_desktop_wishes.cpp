// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktop_wishes.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace lepton::ui;

Q_DECLARE_METATYPE(lepton::ui::DesktopSettings)

namespace {

DesktopSettings setting(const char* space, const char* key, const QVariant& value)
{
    return {{QLatin1String(space), {{QLatin1String(key), value}}}};
}

} // namespace

/// A portal that says what a test tells it to.
class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    DesktopSettings settings;

public Q_SLOTS:
    // NOLINTNEXTLINE(readability-identifier-naming): the name of the interface's method
    Q_SCRIPTABLE lepton::ui::DesktopSettings ReadAll(const QStringList& spaces)
    {
        DesktopSettings wanted;
        for (const QString& space : spaces) {
            if (settings.contains(space))
                wanted.insert(space, settings.value(space));
        }
        return wanted;
    }
};

class TestDesktopWishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatDesktopsSay_data();
    void readsWhatDesktopsSay();
    void asksForNothingWithoutABus();
    void followsThePortal();
};

void TestDesktopWishes::readsWhatDesktopsSay_data()
{
    QTest::addColumn<DesktopSettings>("settings");
    QTest::addColumn<bool>("moreContrast");
    QTest::addColumn<bool>("lessMotion");
    const char* portal = "org.freedesktop.appearance";
    const char* gnome = "org.gnome.desktop.interface";
    QTest::newRow("nothing") << DesktopSettings() << false << false;
    QTest::newRow("contrast as ever") << setting(portal, "contrast", 0u) << false << false;
    QTest::newRow("higher contrast") << setting(portal, "contrast", 1u) << true << false;
    QTest::newRow("high contrast of GNOME")
        << setting("org.gnome.desktop.a11y.interface", "high-contrast", true) << true << false;
    QTest::newRow("reduced motion") << setting(portal, "reduced-motion", 1u) << false << true;
    QTest::newRow("animations of GNOME") << setting(gnome, "enable-animations", true) << false << false;
    QTest::newRow("no animations of GNOME") << setting(gnome, "enable-animations", false) << false << true;
    QTest::newRow("animations of KDE")
        << setting("org.kde.kdeglobals.KDE", "AnimationDurationFactor", QStringLiteral("0.5")) << false
        << false;
    QTest::newRow("no animations of KDE")
        << setting("org.kde.kdeglobals.KDE", "AnimationDurationFactor", QStringLiteral("0")) << false << true;
}

void TestDesktopWishes::readsWhatDesktopsSay()
{
    QFETCH(const DesktopSettings, settings);
    QFETCH(const bool, moreContrast);
    QFETCH(const bool, lessMotion);
    const theme::SystemWishes wishes = wishesOf(settings);
    QCOMPARE(wishes.moreContrast, moreContrast);
    QCOMPARE(wishes.lessMotion, lessMotion);
}

void TestDesktopWishes::asksForNothingWithoutABus()
{
    DesktopWishes wishes;
    QSignalSpy told(&wishes, &DesktopWishes::changed);
    wishes.start(QStringLiteral("unix:path=/nowhere/bus"));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.front().front().value<theme::SystemWishes>() == theme::SystemWishes());
    QDBusConnection::disconnectFromBus(QStringLiteral("lepton-desktop"));
}

void TestDesktopWishes::followsThePortal()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (program.isEmpty())
        QSKIP("there is no dbus-daemon here");
    QProcess daemon;
    daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                           QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
    QVERIFY(daemon.waitForReadyRead());
    const QString address = QString::fromUtf8(daemon.readLine()).trimmed();

    qDBusRegisterMetaType<DesktopSettings>();
    FakePortal portal;
    portal.settings = setting("org.freedesktop.appearance", "contrast", 1u);
    QDBusConnection bus = QDBusConnection::connectToBus(address, QStringLiteral("portal"));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                               QDBusConnection::ExportScriptableSlots));

    DesktopWishes wishes;
    QSignalSpy told(&wishes, &DesktopWishes::changed);
    wishes.start(address);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.takeFirst().front().value<theme::SystemWishes>().moreContrast);

    QDBusMessage change = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                                     QStringLiteral("org.freedesktop.portal.Settings"),
                                                     QStringLiteral("SettingChanged"));
    change << QStringLiteral("org.gnome.desktop.interface") << QStringLiteral("enable-animations")
           << QVariant::fromValue(QDBusVariant(false));
    QVERIFY(bus.send(change));
    QTRY_COMPARE(told.size(), 1);
    const auto now = told.takeFirst().front().value<theme::SystemWishes>();
    QVERIFY(now.moreContrast && now.lessMotion);
    QDBusConnection::disconnectFromBus(QStringLiteral("lepton-desktop"));
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    daemon.kill();
    daemon.waitForFinished();
}

QTEST_GUILESS_MAIN(TestDesktopWishes)
#include "tst_desktop_wishes.moc"
