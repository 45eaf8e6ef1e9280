// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/event_kinds.h"

#include "ui/activity/event_text.h"

#include <QTest>

using namespace lepton;
using ui::EventNames;

namespace {

store::Event makeEvent(const char* kind, const char* detail, const char* object = "id-1")
{
    store::Event event;
    event.kind = kind;
    event.detail = detail;
    event.object = object;
    return event;
}

} // namespace

class TestEventText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasASentenceForEveryKind();
    void saysWhatHappened_data();
    void saysWhatHappened();
    void survivesAnyDetail();
    void leadsToWhatAnEventIsAbout_data();
    void leadsToWhatAnEventIsAbout();

private:
    const EventNames m_names{{"id-1", "Mei"}, {"model-1", "tone"}, {"version-1", "tone@3"}};
};

void TestEventText::hasASentenceForEveryKind()
{
    const auto kinds = testing::kindsInCore();
    // some of each part of core, so that the search cannot fail in silence
    for (const char* known :
         {"member.added", "member.key_replaced", "role.taken", "run.started", "run.stopped", "run.tagged",
          "basemodel.imported", "dataset.removed", "job.ended", "model.version_trashed",
          "model.version_restored", "standard.published", "promotion.requested", "promotion.rejected",
          "promotion.decided", "prediction.made", "workspace.created"})
        QVERIFY2(kinds.contains(QLatin1String(known)), known);
    for (const QString& kind : kinds) {
        const QString sentence = ui::eventSentence(makeEvent(kind.toUtf8().constData(), "{}"));
        QVERIFY2(sentence != kind, qPrintable(kind));
        QVERIFY2(ui::eventIcon(kind) != QStringLiteral("log"), qPrintable(kind));
        const QString group = ui::eventGroup(kind);
        QVERIFY2(ui::eventGroupName(group) != group, qPrintable(kind));
    }
}

void TestEventText::saysWhatHappened_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* kind, const char* object, const char* detail, const QString& sentence) {
        QTest::newRow(qPrintable(sentence))
            << QByteArray(kind) << QByteArray(object) << QByteArray(detail) << sentence;
    };
    row("role.given", "id-1", R"({"role":"reviewer"})", QStringLiteral("Gave Mei the role reviewer"));
    row("role.taken", "id-1", R"({"role":"admin"})", QStringLiteral("Took the role admin from Mei"));
    row("member.revoked", "id-1", R"({"reason":"Laptop stolen"})",
        QStringLiteral("Revoked the key of Mei: “Laptop stolen”"));
    row("member.key_replaced", "id-1", R"({"reason":""})", QStringLiteral("Gave Mei another key"));
    row("member.revoked", "id-9", R"({"reason":""})", QStringLiteral("Revoked the key of id-9"));
    row("model.version_added", "version-1", R"({"name":"tone","number":3,"run":"x","source":"R-12"})",
        QStringLiteral("Registered tone v3 from R-12"));
    row("model.version_added", "version-1", R"({"name":"tone","number":3,"run":"","source":"my-bert"})",
        QStringLiteral("Imported tone v3 from the folder my-bert"));
    row("model.described", "model-1", R"({"intended_use":"x"})", QStringLiteral("Described the model tone"));
    row("model.version_trashed", "version-1", "{}", QStringLiteral("Moved tone v3 to the trash"));
    row("model.alias_set", "model-1", R"({"alias":"best","version":2})",
        QStringLiteral("Gave tone v2 the alias best"));
    row("promotion.requested", "p",
        R"({"number":4,"model_name":"tone","version_number":3,"target":"production","rollback":false,)"
        R"("reason":"Better"})",
        QStringLiteral("Asked to bring tone v3 to production (P-4): “Better”"));
    row("promotion.requested", "p",
        R"({"number":5,"model_name":"tone","version_number":2,"target":"production","rollback":true,)"
        R"("reason":"Alarm"})",
        QStringLiteral("Asked to roll tone back to v2 (P-5): “Alarm”"));
    row("promotion.approved", "p", R"({"promotion":"P-4","version":"version-1","comment":""})",
        QStringLiteral("Approved tone v3 (P-4)"));
    row("promotion.rejected", "p", R"({"promotion":"P-4","version":"version-1","comment":"Few rows"})",
        QStringLiteral("Rejected tone v3 (P-4): “Few rows”"));
    row("promotion.decided", "p",
        R"({"promotion":"P-4","outcome":"approved","model_name":"tone","version_number":3,)"
        R"("target":"staging"})",
        QStringLiteral("tone v3 went to staging (P-4)"));
    row("standard.published", "risk-text", R"({"name":"risk-text","version":2})",
        QStringLiteral("Published the standard risk-text v2"));
}

void TestEventText::saysWhatHappened()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, object);
    QFETCH(QByteArray, detail);
    QFETCH(QString, sentence);
    QCOMPARE(ui::eventSentence(makeEvent(kind.constData(), detail.constData(), object.constData()), m_names),
             sentence);
}

void TestEventText::survivesAnyDetail()
{
    for (const QString& kind : testing::kindsInCore()) {
        for (const char* detail : {"", "[]", "null", R"({"name":7,"number":"x","sources":3,"rows":1e99})"}) {
            const auto event = makeEvent(kind.toUtf8().constData(), detail);
            QVERIFY(!ui::eventSentence(event, m_names).isEmpty());
            ui::eventRoute(event, m_names);
        }
    }
    QCOMPARE(ui::eventSentence(makeEvent("future.thing", "{}")), QStringLiteral("future.thing"));
}

void TestEventText::leadsToWhatAnEventIsAbout_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<QString>("route"); // empty: nowhere
    const auto row = [](const char* kind, const char* object, const char* detail, const char* route) {
        QTest::newRow(kind) << QByteArray(kind) << QByteArray(object) << QByteArray(detail)
                            << QString::fromLatin1(route);
    };
    row("dataset.imported", "d", R"({"name":"tweets","version":4})", "lepton://dataset/tweets@4");
    row("dataset.removed", "d", R"({"name":"tweets"})", "");
    row("run.completed", "r", R"({"run":"R-12"})", "lepton://run/R-12");
    row("job.ended", "j", R"({"kind":"import","title":"x"})", "");
    row("member.revoked", "id-1", "{}", "lepton://settings//members");
    row("role.given", "id-1", "{}", "lepton://settings//members");
    row("standard.published", "s", R"({"name":"risk","version":2})", "lepton://settings//standards");
    row("model.described", "model-1", "{}", "lepton://model/tone");
    row("model.scored", "version-1", "{}", "lepton://model/tone@3");
    row("prediction.made", "version-1", "{}", "lepton://model/tone@3");
    row("model.version_added", "gone", "{}", "");
    row("promotion.requested", "p", R"({"number":4})", "lepton://review/P-4");
    row("promotion.approved", "p", R"({"promotion":"P-4"})", "lepton://review/P-4");
}

void TestEventText::leadsToWhatAnEventIsAbout()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, object);
    QFETCH(QByteArray, detail);
    QFETCH(QString, route);
    const auto found =
        ui::eventRoute(makeEvent(kind.constData(), detail.constData(), object.constData()), m_names);
    QCOMPARE(found.page.isEmpty() ? QString() : found.toString(), route);
}

QTEST_GUILESS_MAIN(TestEventText)
#include "tst_event_text.moc"
