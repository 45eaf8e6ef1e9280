// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/machine_facts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThread>

namespace lepton::ui {
namespace {

/// What stands behind @p key and a colon in the text file @p path.
QString valueIn(const QString& path, const QString& key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromUtf8(file.read(64 * 1024)).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon > 0 && line.left(colon).trimmed() == key)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

MachineFacts readMachineFacts()
{
    MachineFacts facts;
    facts.threads = QThread::idealThreadCount();
    facts.processor = valueIn(QStringLiteral("/proc/cpuinfo"), QStringLiteral("model name"));
    const QString memory = valueIn(QStringLiteral("/proc/meminfo"), QStringLiteral("MemTotal"));
    facts.memory = memory.split(QLatin1Char(' ')).first().toLongLong() * 1024;
    const QDir cards(QStringLiteral("/proc/driver/nvidia/gpus"));
    const QStringList entries = cards.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& entry : entries)
        facts.graphicsCards << valueIn(cards.filePath(entry) + QStringLiteral("/information"),
                                       QStringLiteral("Model"));
    return facts;
}

QString deviceText(const MachineFacts& facts)
{
    if (!facts.graphicsCards.isEmpty())
        return QCoreApplication::translate("MachineFacts", "%1, %Ln thread(s)", "graphics card and processor",
                                           facts.threads)
            .arg(facts.graphicsCards.first());
    return QCoreApplication::translate("MachineFacts", "CPU, %Ln thread(s)", nullptr, facts.threads);
}

} // namespace lepton::ui
