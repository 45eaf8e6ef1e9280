// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/base_font.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QStringList>

#include <algorithm>

namespace lepton::ui::theme {
namespace {

constexpr int defaultPixels = 13;

QString firstInstalled(const QStringList& wanted)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString& family : wanted) {
        if (installed.contains(family, Qt::CaseInsensitive))
            return family;
    }
    return {};
}

/// What a platform without a desktop theme answers.
bool isNoChoice(const QString& family)
{
    static const QStringList names{QStringLiteral("Sans"),
                                   QStringLiteral("Sans Serif"),
                                   QStringLiteral("sans-serif"),
                                   QStringLiteral("DejaVu Sans"),
                                   QStringLiteral("Bitstream Vera Sans"),
                                   QStringLiteral("Helvetica"),
                                   QStringLiteral("MS Shell Dlg 2"),
                                   QString()};
    return names.contains(family, Qt::CaseInsensitive);
}

} // namespace

QFont baseFont(const QFont& systemFont)
{
    QFont font = systemFont;
    QStringList families;
    if (isNoChoice(systemFont.family())) {
        const QString better = firstInstalled(
            {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Cantarell")});
        families << (better.isEmpty() ? systemFont.family() : better);
        font.setPixelSize(defaultPixels);
    } else {
        families << systemFont.family();
        font.setPixelSize(std::clamp(QFontInfo(systemFont).pixelSize(), 12, 20));
    }
    const QString chinese =
        firstInstalled({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                        QStringLiteral("Noto Sans SC"), QStringLiteral("WenQuanYi Micro Hei"),
                        QStringLiteral("Microsoft YaHei"), QStringLiteral("PingFang SC")});
    if (!chinese.isEmpty())
        families << chinese;
    font.setFamilies(families);
    font.setWeight(QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont codeFont(int pixelSize)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(pixelSize);
    return font;
}

} // namespace lepton::ui::theme
