// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/language.h"
#include "ui/widgets/missing_font.h"

#include <QtTest>

using namespace lepton::ui;

class TestMissingFont : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSlantedButInChinese()
    {
        theme::Theme theme(*qApp);
        Language language;
        language.setChoice(LanguageChoice::English);
        QVERIFY(missingFont(theme::Step::Small).italic());
        language.setChoice(LanguageChoice::Chinese);
        QVERIFY(!missingFont(theme::Step::Small).italic());
        QCOMPARE(missingFont(theme::Step::Small).pixelSize(), theme::font(theme::Step::Small).pixelSize());
    }
};

QTEST_MAIN(TestMissingFont)
#include "tst_missing_font.moc"
