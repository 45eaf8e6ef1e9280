// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/durations.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lepton::ui {

namespace {

struct Durations
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::Durations)
};

constexpr qlonglong minute = 60, hour = 60 * minute, day = 24 * hour;
constexpr qlonglong secondsUntil = 90;        ///< then whole minutes
constexpr qlonglong daysFrom = 2 * day;       ///< hours until then
constexpr qlonglong clockUntil = 10 * minute; ///< what is left is told to the second until then

qlonglong whole(double seconds)
{
    return qlonglong(std::clamp(seconds, 0.0, 1e12));
}

qlonglong rounded(qlonglong seconds, qlonglong unit)
{
    return (seconds + unit / 2) / unit * unit;
}

QString number(qlonglong value)
{
    return QLocale().toString(value);
}

/// "49 min", "3 h 25 min", "2 days 3 h"; parts that are 0 are left out.
QString roughText(qlonglong seconds)
{
    if (seconds < secondsUntil)
        return Durations::tr("%1 s").arg(number(std::max(seconds, 1LL)));
    const qlonglong minutes = rounded(seconds, minute);
    if (minutes < hour)
        return Durations::tr("%1 min").arg(number(minutes / minute));
    if (minutes < daysFrom && minutes % hour == 0)
        return Durations::tr("%1 h").arg(number(minutes / hour));
    if (minutes < daysFrom)
        return Durations::tr("%1 h %2 min").arg(number(minutes / hour), number(minutes % hour / minute));
    const qlonglong hours = rounded(seconds, hour);
    if (hours % day == 0)
        return Durations::tr("%1 days").arg(number(hours / day));
    return Durations::tr("%1 days %2 h").arg(number(hours / day), number(hours % day / hour));
}

QString clockText(qlonglong seconds)
{
    const auto two = [](qlonglong part) { return QStringLiteral("%1").arg(part, 2, 10, QLatin1Char('0')); };
    if (seconds >= hour)
        return QStringLiteral("%1:%2:%3")
            .arg(QString::number(seconds / hour), two(seconds / minute % 60), two(seconds % minute));
    return QStringLiteral("%1:%2").arg(QString::number(seconds / minute), two(seconds % minute));
}

} // namespace

QString durationText(double seconds)
{
    return clockText(whole(std::round(seconds)));
}

QString aboutDurationText(double seconds)
{
    return Durations::tr("about %1", "a span of time").arg(roughText(whole(std::ceil(seconds))));
}

QString timeLeftText(double seconds)
{
    const qlonglong left = whole(std::ceil(seconds));
    if (left < clockUntil)
        return Durations::tr("%1 left", "a time as 5:08").arg(clockText(left));
    return Durations::tr("about %1 left", "a span of time").arg(roughText(left));
}

} // namespace lepton::ui
