// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/missing_font.h"

#include <QLocale>

namespace lepton::ui {

QFont missingFont(theme::Step step)
{
    QFont font = theme::font(step);
    font.setItalic(QLocale().language() != QLocale::Chinese);
    return font;
}

} // namespace lepton::ui
