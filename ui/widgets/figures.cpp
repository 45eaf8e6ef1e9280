// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figures.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lepton::ui {

QString figureText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const double magnitude = std::abs(value);
    if (magnitude >= 1e7 || (magnitude != 0 && magnitude < 0.0005))
        return scientificText(value, 3);
    if (magnitude >= 100)
        return value == std::floor(value) ? QLocale().toString(qlonglong(value))
                                          : QLocale().toString(value, 'f', 1);
    return QLocale().toString(value, 'f', 3);
}

QString scientificText(double value, int digits)
{
    QString text = QString::number(value, 'g', digits);
    const auto e = text.indexOf(QLatin1Char('e'));
    if (e < 0)
        return text;
    // 2e-05 as people write it: 2e-5
    return QStringLiteral("%1e%2").arg(text.left(e)).arg(text.mid(e + 1).toInt());
}

QString durationText(double seconds)
{
    const auto whole = qlonglong(std::llround(std::clamp(seconds, 0.0, 1e12)));
    const auto two = [](qlonglong part) { return QStringLiteral("%1").arg(part, 2, 10, QLatin1Char('0')); };
    if (whole >= 3600)
        return QStringLiteral("%1:%2:%3")
            .arg(QString::number(whole / 3600), two(whole / 60 % 60), two(whole % 60));
    return QStringLiteral("%1:%2").arg(QString::number(whole / 60), two(whole % 60));
}

} // namespace lepton::ui
