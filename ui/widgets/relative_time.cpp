// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

namespace lepton::ui {
namespace {

struct RelativeTime
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::RelativeTime)
};

} // namespace

QString relativeTime(const QDateTime& moment, const QDateTime& now)
{
    const QLocale locale;
    const qint64 seconds = moment.secsTo(now);
    const qint64 days = moment.date().daysTo(now.date());
    if (seconds >= 0 && seconds < 60)
        return RelativeTime::tr("Just now");
    if (seconds >= 0 && seconds < 60 * 60)
        return RelativeTime::tr("%Ln min ago", nullptr, static_cast<int>(seconds / 60));
    if (seconds >= 0 && days == 0)
        return RelativeTime::tr("%Ln h ago", nullptr, static_cast<int>(seconds / 3600));
    if (days == 1)
        return RelativeTime::tr("Yesterday");
    if (days > 1 && days < 7)
        return locale.standaloneDayName(moment.date().dayOfWeek(), QLocale::ShortFormat);
    if (moment.date().year() == now.date().year())
        return locale.toString(moment.date(),
                               RelativeTime::tr("d MMM", "a date without its year, as in QLocale::toString"));
    return locale.toString(moment.date(), RelativeTime::tr("d MMM yyyy", "a date, as in QLocale::toString"));
}

QString relativeTimeInside(const QDateTime& moment, const QDateTime& now)
{
    const QString alone = relativeTime(moment, now);
    if (alone == RelativeTime::tr("Just now"))
        return RelativeTime::tr("just now", "inside a sentence");
    if (alone == RelativeTime::tr("Yesterday"))
        return RelativeTime::tr("yesterday", "inside a sentence");
    return alone;
}

QString fullTime(const QDateTime& moment)
{
    return QLocale().toString(moment,
                              RelativeTime::tr("d MMMM yyyy, HH:mm", "a moment, as in QLocale::toString"));
}

QString dayAndDate(const QDate& date)
{
    return QLocale().toString(date, RelativeTime::tr("dddd d MMMM yyyy", "a date, as in QLocale::toString"));
}

} // namespace lepton::ui
