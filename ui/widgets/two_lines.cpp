// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/two_lines.h"

#include <QFontMetrics>
#include <QRegularExpression>
#include <QTextLayout>

namespace lepton::ui {

QStringList twoLines(const QString& text, const QFont& font, int room)
{
    if (QFontMetrics(font).horizontalAdvance(text) <= room)
        return {text};
    static const QRegularExpression joint(QStringLiteral("([-_.])(?=.)"));
    const QChar mayBreak(0x200B);
    QString parts = text;
    QTextLayout layout(parts.replace(joint, QStringLiteral("\\1") + mayBreak), font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(room);
    layout.endLayout();
    return {parts.left(line.textLength()).remove(mayBreak).trimmed(),
            parts.mid(line.textLength()).remove(mayBreak)};
}

} // namespace lepton::ui
