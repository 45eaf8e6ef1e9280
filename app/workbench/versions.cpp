// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/versions.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <sodium.h>
#include <sqlite3.h>

namespace lepton::app {

std::vector<ui::VersionFact> versions()
{
    return {{QStringLiteral("Lepton Workbench"), QCoreApplication::applicationVersion()},
            {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("SQLite"), QString::fromLatin1(sqlite3_libversion())},
            {QStringLiteral("libsodium"), QString::fromLatin1(sodium_version_string())},
            {QCoreApplication::translate("Versions", "System"),
             QStringLiteral("%1, %2 %3")
                 .arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion())}};
}

} // namespace lepton::app
