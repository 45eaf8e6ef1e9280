// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/page_header.h"

#include <QLabel>
#include <QLayout>
#include <QTest>

using namespace lepton::ui;

class TestPageHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheFactsBesideAShorterTitle();
};

void TestPageHeader::keepsTheFactsBesideAShorterTitle()
{
    const theme::Theme theme(*qApp);
    PageHeader header;
    header.resize(1000, header.height());
    header.show();
    QVERIFY(QTest::qWaitForWindowExposed(&header));
    const auto gap = [&](const QString& title) {
        header.setTitle(title);
        header.setFacts(QStringLiteral("5 runs"));
        header.layout()->activate();
        const auto labels = header.findChildren<QLabel*>();
        const auto labelOf = [&](const QString& text) {
            return *std::ranges::find(labels, text, &QLabel::text);
        };
        const QLabel* shown = labelOf(title);
        return labelOf(QStringLiteral("5 runs"))->x() - shown->x() -
               shown->fontMetrics().horizontalAdvance(title);
    };
    const int before = gap(QStringLiteral("A title that is long"));
    QVERIFY(before >= 12 && before <= 14);
    const int after = gap(QStringLiteral("Runs"));
    QVERIFY2(after >= 12 && after <= 14, qPrintable(QString::number(after)));
}

QTEST_MAIN(TestPageHeader)
#include "tst_page_header.moc"
