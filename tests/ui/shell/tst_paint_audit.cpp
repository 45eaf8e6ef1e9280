// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/paint_audit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QLineEdit>
#include <QPixmap>
#include <QtTest>

using namespace lepton::ui;

class TestPaintAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAFaintText();
    void findsAButtonThatStaysAsItIs();

private:
    theme::Theme m_theme{*qApp};
};

void TestPaintAudit::findsAFaintText()
{
    QWidget window;
    window.resize(400, 200);
    auto* good =
        new TextLabel(QStringLiteral("Hints are read"), theme::Step::Body, theme::Role::Text3, &window);
    good->setGeometry(10, 10, 300, 24);
    auto* field = new QLineEdit(&window);
    field->setPlaceholderText(QStringLiteral("Filter the runs"));
    field->setGeometry(10, 50, 300, 30);
    auto* other = new Button(QStringLiteral("Open"), ButtonKind::Primary, &window);
    other->setGeometry(10, 90, 120, 30);
    other->setFocus();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(faintTexts(window, window.grab().toImage()), QStringList());
    good->setStyleSheet(QStringLiteral("color: #B0B4BA"));
    const auto found = faintTexts(window, window.grab().toImage());
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().contains(QStringLiteral("Hints are read")), qPrintable(found.first()));
}

void TestPaintAudit::findsAButtonThatStaysAsItIs()
{
    QWidget window;
    window.resize(400, 200);
    auto* button = new Button(QStringLiteral("Open"), ButtonKind::Secondary, &window);
    button->setObjectName(QStringLiteral("open"));
    button->setGeometry(10, 10, 120, 30);
    auto* off = new Button(QStringLiteral("Save"), ButtonKind::Secondary, &window);
    off->setEnabled(false);
    off->setGeometry(10, 50, 120, 30);
    auto* field = new QLineEdit(&window);
    field->setGeometry(10, 90, 120, 30);
    window.setFocusPolicy(Qt::StrongFocus);
    window.show();
    window.setFocus();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(wrongHovers(window), QStringList());
    button->setStyleSheet(QStringLiteral("QPushButton, QPushButton:hover { background: #FFFFFF; }"));
    QCOMPARE(wrongHovers(window).size(), 1);
}

QTEST_MAIN(TestPaintAudit)
#include "tst_paint_audit.moc"
