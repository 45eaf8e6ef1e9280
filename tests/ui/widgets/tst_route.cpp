// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/route.h"

#include <QTest>

using lepton::ui::Route;

class TestRoute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void roundTrip_data();
    void roundTrip();
    void refused_data();
    void refused();
};

void TestRoute::text_data()
{
    QTest::addColumn<Route>("route");
    QTest::addColumn<QString>("text");
    QTest::newRow("page alone") << Route{"datasets", {}, 0, {}, {}} << "lepton://datasets";
    QTest::newRow("version and tab") << Route{"dataset", "german_credit", 3, "table", {}}
                                     << "lepton://dataset/german_credit@3/table";
    QTest::newRow("section without object")
        << Route{"settings", {}, 0, "diagnostics", {}} << "lepton://settings//diagnostics";
}

void TestRoute::text()
{
    QFETCH(const Route, route);
    QFETCH(const QString, text);
    QCOMPARE(route.toString(), text);
    QVERIFY(Route::parse(text) == route);
}

void TestRoute::roundTrip_data()
{
    QTest::addColumn<Route>("route");
    QTest::newRow("Chinese, blank and per cent") << Route{"dataset", "用户 评论 100%", 0, "table", {}};
    QTest::newRow("question mark and ampersand")
        << Route{"dataset", "who?&what=#1", 2, {}, {{"filter", "a = 'x&y' and b"}}};
    QTest::newRow("empty value") << Route{"datasets", {}, 0, {}, {{"tag", ""}}};
}

void TestRoute::roundTrip()
{
    QFETCH(const Route, route);
    const auto parsed = Route::parse(route.toString());
    QVERIFY(parsed);
    QVERIFY2(*parsed == route, qPrintable(route.toString()));
}

void TestRoute::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("other scheme") << "https://datasets";
    QTest::newRow("no page") << "lepton://";
    QTest::newRow("version is no number") << "lepton://dataset/a@b";
    QTest::newRow("version zero") << "lepton://dataset/a@0";
    QTest::newRow("too deep") << "lepton://dataset/a/b/c";
}

void TestRoute::refused()
{
    QFETCH(const QString, text);
    QVERIFY(!Route::parse(text));
}

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
