// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figures.h"

#include <QLocale>

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
    if (magnitude >= 1000 || (magnitude >= 100 && value == std::floor(value)))
        return QLocale().toString(std::llround(value));
    if (magnitude >= 100)
        return QLocale().toString(value, 'f', 1);
    return QLocale().toString(value, 'f', 3);
}

QString scientificText(double value, int digits)
{
    const double magnitude = std::abs(value);
    const bool isSmall = magnitude != 0 && magnitude < 1e-3;
    const QString text =
        isSmall ? QString::number(value, 'e', digits - 1) : QString::number(value, 'g', digits);
    const auto e = text.indexOf(QLatin1Char('e'));
    if (e < 0)
        return text;
    // 2.00e-05 as people write it: 2e-5
    QString mantissa = text.left(e);
    if (mantissa.contains(QLatin1Char('.'))) {
        while (mantissa.endsWith(QLatin1Char('0')))
            mantissa.chop(1);
        if (mantissa.endsWith(QLatin1Char('.')))
            mantissa.chop(1);
    }
    return QStringLiteral("%1e%2").arg(mantissa).arg(text.mid(e + 1).toInt());
}

} // namespace lepton::ui
