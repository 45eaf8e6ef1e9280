// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/durations.h"
#include "ui/widgets/language.h"
#include "ui/widgets/relative_time.h"

#include <QtTest>

using namespace lepton;

class TestDurations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measured();
    void estimated_data();
    void estimated();
    void left_data();
    void left();
    void datesSpeakTheLanguageOfTheWords();

private:
    ui::Language m_language;
};

void TestDurations::measured()
{
    QCOMPARE(ui::durationText(437), QStringLiteral("7:17"));
    QCOMPARE(ui::durationText(3729), QStringLiteral("1:02:09"));
    QCOMPARE(ui::durationText(0.4), QStringLiteral("0:00"));
    QCOMPARE(ui::durationText(-3), QStringLiteral("0:00"));
}

void TestDurations::estimated_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");

    QTest::newRow("nothing") << 0.0 << "about 1 s"
                             << "约 1 秒";
    QTest::newRow("seconds") << 39.2 << "about 40 s"
                             << "约 40 秒";
    QTest::newRow("minutes") << 49.3 * 60 << "about 49 min"
                             << "约 49 分钟";
    QTest::newRow("an hour by rounding") << 59.7 * 60 << "about 1 h"
                                         << "约 1 小时";
    QTest::newRow("hours and minutes") << 205.0 * 60 << "about 3 h 25 min"
                                       << "约 3 小时 25 分钟";
    QTest::newRow("more than a day") << 30.5 * 3600 << "about 30 h 30 min"
                                     << "约 30 小时 30 分钟";
    QTest::newRow("days by rounding") << 71.8 * 3600 << "about 3 days"
                                      << "约 3 天";
    QTest::newRow("days and hours") << 51.0 * 3600 << "about 2 days 3 h"
                                    << "约 2 天 3 小时";
}

void TestDurations::estimated()
{
    QFETCH(const double, seconds);
    m_language.setChoice(ui::LanguageChoice::English);
    QTEST(ui::aboutDurationText(seconds), "english");
    m_language.setChoice(ui::LanguageChoice::Chinese);
    QTEST(ui::aboutDurationText(seconds), "chinese");
}

void TestDurations::left_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");

    QTest::newRow("to the second") << 307.2 << "5:08 left"
                                   << "剩余 5:08";
    QTest::newRow("minutes") << 600.0 << "about 10 min left"
                             << "约剩 10 分钟";
    QTest::newRow("hours") << 205.0 * 60 << "about 3 h 25 min left"
                           << "约剩 3 小时 25 分钟";
}

void TestDurations::left()
{
    QFETCH(const double, seconds);
    m_language.setChoice(ui::LanguageChoice::English);
    QTEST(ui::timeLeftText(seconds), "english");
    m_language.setChoice(ui::LanguageChoice::Chinese);
    QTEST(ui::timeLeftText(seconds), "chinese");
}

void TestDurations::datesSpeakTheLanguageOfTheWords()
{
    const QDateTime moment(QDate(2026, 11, 27), QTime(9, 5));
    m_language.setChoice(ui::LanguageChoice::English);
    QCOMPARE(ui::fullTime(moment), QStringLiteral("27 November 2026, 09:05"));
    QCOMPARE(ui::dayAndDate(moment.date()), QStringLiteral("Friday 27 November 2026"));
    m_language.setChoice(ui::LanguageChoice::Chinese);
    QCOMPARE(ui::fullTime(moment), QStringLiteral("2026年11月27日 09:05"));
    QCOMPARE(ui::dayAndDate(moment.date()), QStringLiteral("2026年11月27日星期五"));
}

QTEST_MAIN(TestDurations)
#include "tst_durations.moc"
