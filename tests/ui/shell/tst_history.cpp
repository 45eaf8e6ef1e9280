// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"
#include "ui/shell/history.h"

#include <QTest>

using namespace lepton::ui;

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward();
    void goingSomewhereDropsWhatWasAhead();
    void samePlaceTwiceIsOneStep();
    void recentPlacesStandOnce();
    void fuzzy_data();
    void fuzzy();
    void betterFitsComeFirst();

private:
    static Route at(const char* page, const char* object = "", const char* part = "")
    {
        return {QLatin1String(page), QLatin1String(object), 0, QLatin1String(part), {}};
    }
};

void TestHistory::goesBackAndForward()
{
    History history;
    QVERIFY(!history.canGoBack());
    history.push(at("datasets"));
    history.push(at("dataset", "a"));
    QVERIFY(history.canGoBack());
    QVERIFY(!history.canGoForward());
    QVERIFY(history.back() == at("datasets"));
    QVERIFY(history.forward() == at("dataset", "a"));
}

void TestHistory::goingSomewhereDropsWhatWasAhead()
{
    History history;
    history.push(at("datasets"));
    history.push(at("dataset", "a"));
    history.back();
    history.push(at("settings"));
    QVERIFY(!history.canGoForward());
    QVERIFY(history.back() == at("datasets"));
}

void TestHistory::samePlaceTwiceIsOneStep()
{
    History history;
    history.push(at("datasets"));
    history.push(at("datasets"));
    QVERIFY(!history.canGoBack());
    history.replace(at("datasets", "", "trash"));
    QVERIFY(!history.canGoBack());
}

void TestHistory::recentPlacesStandOnce()
{
    History history;
    history.push(at("dataset", "a", "table"));
    history.push(at("dataset", "b"));
    history.push(at("dataset", "a", "columns"));
    history.push(at("settings"));
    const auto recent = history.recent(5);
    QCOMPARE(recent.size(), std::size_t(2));
    QVERIFY(recent[0] == at("dataset", "a", "columns"));
    QVERIFY(recent[1] == at("dataset", "b"));
}

void TestHistory::fuzzy_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("letters in order") << "gcr"
                                      << "german_credit" << true;
    QTest::newRow("letters out of order") << "crg"
                                          << "german_credit" << false;
    QTest::newRow("case does not matter") << "DARK"
                                          << "Dark theme" << true;
    QTest::newRow("Chinese") << "数据"
                             << "数据集" << true;
    QTest::newRow("nothing typed fits all") << ""
                                            << "anything" << true;
    QTest::newRow("longer than the text") << "datasets"
                                          << "data" << false;
}

void TestHistory::fuzzy()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    QFETCH(const bool, fits);
    QCOMPARE(fuzzyScore(pattern, text).has_value(), fits);
}

void TestHistory::betterFitsComeFirst()
{
    const auto score = [](const char* pattern, const char* text) {
        return fuzzyScore(QLatin1String(pattern), QLatin1String(text)).value();
    };
    QVERIFY(score("credit", "credit_cards") > score("credit", "german_credit"));
    QVERIFY(score("credit", "german_credit") > score("credit", "c_red_its_ab"));
    QVERIFY(score("gc", "german_credit") > score("gc", "magic"));
}

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
