// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_file.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace lepton::ui;

class TestSettingsFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static QVariant stored(const QString& path, const char* key)
    {
        return QSettings(path, QSettings::IniFormat).value(QLatin1String(key));
    }

private Q_SLOTS:
    void aValueIsThereAtOnceAndSoonOnDisk()
    {
        const QString file = path("soon.ini");
        SettingsFile settings(file);
        settings.setValue(QStringLiteral("a/b"), 7);
        QCOMPARE(settings.value(QStringLiteral("a/b")).toInt(), 7);
        QTRY_COMPARE(stored(file, "a/b").toInt(), 7);
    }

    void theEndWritesWhatIsLeft()
    {
        const QString file = path("end.ini");
        {
            SettingsFile settings(file);
            settings.setValue(QStringLiteral("kept"), QStringList{QStringLiteral("x"), QStringLiteral("y")});
            settings.setValue(QStringLiteral("gone"), true);
            settings.remove(QStringLiteral("gone"));
        }
        const SettingsFile again(file);
        QCOMPARE(again.value(QStringLiteral("kept")).toStringList().size(), 2);
        QVERIFY(!again.value(QStringLiteral("gone")).isValid());
    }

    void keepsWhatAnotherProgramWrote()
    {
        const QString file = path("shared.ini");
        SettingsFile settings(file);
        {
            QSettings other(file, QSettings::IniFormat);
            other.setValue(QStringLiteral("theirs"), 1);
        }
        settings.setValue(QStringLiteral("ours"), 2);
        QTRY_COMPARE(settings.value(QStringLiteral("theirs")).toInt(), 1);
        QCOMPARE(stored(file, "theirs").toInt(), 1);
        QCOMPARE(stored(file, "ours").toInt(), 2);
    }

    void aFolderThatCannotBeWrittenIsNoError()
    {
        QFile blocked(path("file"));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        const QString file = path("file/window.ini"); // its folder is a file
        {
            SettingsFile settings(file);
            settings.setValue(QStringLiteral("slots"), 3);
        }
        {
            SettingsFile settings(file);
            settings.setValue(QStringLiteral("slots"), 4);
            QCOMPARE(settings.value(QStringLiteral("slots")).toInt(), 4);
        }
        QVERIFY(!QFile::exists(file));
    }
};

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settings_file.moc"
