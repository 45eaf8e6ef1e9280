// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/hex_dump.h"

#include <algorithm>

namespace lepton::ui {

QString hexDump(const QByteArray& bytes)
{
    constexpr qsizetype width = 16;
    QString text;
    for (qsizetype start = 0; start < bytes.size(); start += width) {
        const auto count = std::min(width, bytes.size() - start);
        text += QStringLiteral("%1  ").arg(start, 8, 16, QLatin1Char('0'));
        for (qsizetype i = 0; i < width; ++i) {
            text += i < count ? QStringLiteral("%1 ").arg(uchar(bytes[start + i]), 2, 16, QLatin1Char('0'))
                              : QStringLiteral("   ");
            if (i == width / 2 - 1)
                text += QLatin1Char(' ');
        }
        text += QLatin1Char(' ');
        for (qsizetype i = 0; i < count; ++i) {
            const char byte = bytes[start + i];
            text += byte >= 0x20 && byte < 0x7f ? QLatin1Char(byte) : QLatin1Char('.');
        }
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace lepton::ui
