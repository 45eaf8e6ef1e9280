// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace lepton::ui {

/// When @p moment was, seen from @p now, in the language of the moment: "2 h ago", "Yesterday", "Mon" under a
/// week, then the date. What another machine's clock puts into the future has its date.
QString relativeTime(const QDateTime& moment, const QDateTime& now = QDateTime::currentDateTime());

/// The same inside a sentence: "just now", "yesterday".
QString relativeTimeInside(const QDateTime& moment, const QDateTime& now = QDateTime::currentDateTime());

/// The whole moment: "27 November 2026, 09:19". In the language of the words around it, whatever the
/// system's.
QString fullTime(const QDateTime& moment);
/// "Friday 27 November 2026".
QString dayAndDate(const QDate& date);

} // namespace lepton::ui
