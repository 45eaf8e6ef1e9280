// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_host.h"
#include "ui/widgets/page.h"

#include <QEvent>
#include <QTest>

using namespace lepton::ui;

namespace {

class CountingPage final : public Page
{
    Q_OBJECT

public:
    CountingPage(QString id, Navigator& navigator, QWidget* parent)
        : Page(navigator, parent)
        , m_id(std::move(id))
    {}

    QString title() const override { return m_id; }
    Route route() const override { return {m_id, {}, 0, {}, {}}; }
    void open(const Route&) override {}
    void retranslate() override { ++count; }

    int count = 0;

private:
    QString m_id;
};

} // namespace

class TestPageHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenPagesTakeAnotherLanguageWhenTheyAreShown();
};

void TestPageHost::hiddenPagesTakeAnotherLanguageWhenTheyAreShown()
{
    PageHost host;
    std::vector<PageEntry> entries;
    for (const QString& id : {QStringLiteral("one"), QStringLiteral("two")}) {
        PageEntry entry;
        entry.id = id;
        entry.make = [id](Navigator& navigator, QWidget* parent) -> Page* {
            return new CountingPage(id, navigator, parent);
        };
        entries.push_back(entry);
    }
    host.setPages(std::move(entries));
    host.setVisible(true);
    const auto go = [&host](const char* id) { host.go({QLatin1String(id), {}, 0, {}, {}}); };
    const auto count = [&host](const char* id) {
        return static_cast<CountingPage*>(host.page(QLatin1String(id)))->count;
    };
    go("two");
    go("one");
    const int before = count("two");

    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&host, &change);
    QCoreApplication::sendEvent(&host, &change); // twice, before anybody looks
    QCOMPARE(count("one"), 2);
    QCOMPARE(count("two"), before);
    go("two");
    QCOMPARE(count("two"), before + 1);
    go("one");
    go("two");
    QCOMPARE(count("two"), before + 1);
    QCOMPARE(count("one"), 2);
}

QTEST_MAIN(TestPageHost)
#include "tst_page_host.moc"
