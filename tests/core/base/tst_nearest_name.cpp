// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nearest_name.h"

#include <QTest>

#include <string>
#include <vector>

using namespace lepton;

class TestNearestName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlipOfTheFinger_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("question");
        QTest::newRow("a letter too few") << QByteArray("twets") << QByteArray("Did you mean \"tweets\"?");
        QTest::newRow("a letter too many") << QByteArray("tweeets") << QByteArray("Did you mean \"tweets\"?");
        QTest::newRow("a swap") << QByteArray("laons") << QByteArray("Did you mean \"Loans\"?");
        QTest::newRow("another case") << QByteArray("TWEETS") << QByteArray("Did you mean \"tweets\"?");
        QTest::newRow("code points, not bytes")
            << QByteArray("数剧集") << QByteArray("Did you mean \"数据集\"?");
        QTest::newRow("too far") << QByteArray("bikes") << QByteArray();
        QTest::newRow("no text") << QByteArray("\xFF") << QByteArray();
    }

    void aSlipOfTheFinger()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, question);
        const std::vector<std::string> names{"Loans", "tweets", "数据集"};
        const auto said = base::didYouMean(name.toStdString(), names);
        QCOMPARE(QByteArray::fromStdString(said.value_or("")), question);
    }
};

QTEST_GUILESS_MAIN(TestNearestName)
#include "tst_nearest_name.moc"
