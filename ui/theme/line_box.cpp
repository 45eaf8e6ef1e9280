// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/line_box.h"

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QLocale>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>

#include <algorithm>

namespace lepton::ui::theme {
namespace {

LineBox latinLine(const QFont& font)
{
    const QFontMetrics metrics(font);
    return {metrics.ascent(), metrics.descent()};
}

LineBox chineseLine(const QFont& font)
{
    QTextLayout layout(QStringLiteral("国"), font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    const LineBox latin = latinLine(font);
    return {std::max(latin.ascent, qRound(line.ascent())), std::max(latin.descent, qRound(line.descent()))};
}

} // namespace

LineBox lineBox(const QFont& font)
{
    if (QLocale().language() != QLocale::Chinese)
        return latinLine(font);
    static QHash<QFont, LineBox> known; // a few dozen; only the GUI thread paints
    auto found = known.constFind(font);
    if (found == known.constEnd())
        found = known.insert(font, chineseLine(font));
    return *found;
}

void setLineHeight(const QTextBlock& block, int height)
{
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(height, QTextBlockFormat::FixedHeight);
    QTextCursor(block).setBlockFormat(format);
}

} // namespace lepton::ui::theme
