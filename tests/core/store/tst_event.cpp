// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event_hasher.h"

#include <QTest>

#include <string>

using namespace lepton;

namespace {

store::RawEvent imported()
{
    return {.seq = 7,
            .time = 1'764'201'600'123,
            .id = "01930000-0000-7000-8000-000000000002",
            .member = "01930000-0000-7000-8000-000000000003",
            .key = "abababababababababababababababababababababababababababababababab",
            .kind = "dataset.imported",
            .object = "01930000-0000-7000-8000-000000000004",
            .detail = "{\"name\":\"Grüße\"}",
            .prev = "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
            .hash = {},
            .signature = {}};
}

base::WorkspaceId workspace()
{
    return *base::WorkspaceId::parse("01930000-0000-7000-8000-000000000001");
}

/// Of these fields, by another program from the words of eventHash().
constexpr const char* expected = "3032a40d1dc5e88a07db07760f0ce13babbfd793c9632f68dbdc8c562c63d84e";

} // namespace

class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashIsThatOfItsBytes()
    {
        const auto event = store::toEvent(imported());
        QVERIFY(event);
        QCOMPARE(base::toHex(store::eventHash(workspace(), *event)), std::string(expected));
    }

    void hasherForgetsTheEventBefore()
    {
        store::EventHasher hasher(workspace());
        store::RawEvent longer = imported();
        longer.detail += std::string(1'000, ' ');
        QVERIFY(base::toHex(hasher(longer)) != expected);
        QCOMPARE(base::toHex(hasher(imported())), std::string(expected));
    }
};

QTEST_APPLESS_MAIN(TestEvent)
#include "tst_event.moc"
