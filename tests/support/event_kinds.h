// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QString>

namespace lepton::testing {

/// Every kind that core can append: the sources are asked, so that a new one cannot be forgotten.
inline QSet<QString> kindsInCore()
{
    // Of what is appended, the part before the object: one literal, or a choice of two.
    static const QRegularExpression draft(
        QStringLiteral("(?:append\\(|EventDraft \\w+|EventDraft)\\s*\\{([^,]*?),"));
    static const QRegularExpression literal(QStringLiteral("\"([a-z]+\\.[a-z_]+)\""));
    QSet<QString> kinds;
    QDirIterator files(QStringLiteral(LEPTON_SOURCE_DIR "/core"), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto drafts = draft.globalMatch(text); drafts.hasNext();) {
            const QString choice = drafts.next().captured(1);
            for (auto found = literal.globalMatch(choice); found.hasNext();)
                kinds << found.next().captured(1);
        }
    }
    return kinds;
}

} // namespace lepton::testing
