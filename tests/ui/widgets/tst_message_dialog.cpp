// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/message_dialog.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace lepton::ui;

class TestMessageDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsItsWholeText();
    void takesEnterForTheButtonThatHasTheFocus_data();
    void takesEnterForTheButtonThatHasTheFocus();
};

void TestMessageDialog::showsItsWholeText()
{
    const theme::Theme theme(*qApp);
    QWidget window;
    window.resize(1280, 800);
    window.show();
    const auto text = QStringLiteral("You can read the workspace /srv/team but not change it: its folder is "
                                     "write-protected for you. Ask its owner for the right to write.");
    auto* dialog = new MessageDialog(&window, QStringLiteral("lock"), QStringLiteral("Import data"), text);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const auto labels = dialog->findChildren<QLabel*>();
    const auto shown = std::ranges::find(labels, text, &QLabel::text);
    QVERIFY(shown != labels.end());
    QVERIFY2((*shown)->height() >= (*shown)->heightForWidth((*shown)->width()),
             qPrintable(QStringLiteral("%1 of %2")
                            .arg((*shown)->height())
                            .arg((*shown)->heightForWidth((*shown)->width()))));
}

void TestMessageDialog::takesEnterForTheButtonThatHasTheFocus_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Enter") << Qt::Key_Enter;
    QTest::newRow("Space") << Qt::Key_Space;
}

void TestMessageDialog::takesEnterForTheButtonThatHasTheFocus()
{
    QFETCH(Qt::Key, key);
    QWidget window;
    window.resize(1280, 800);
    window.show();
    auto* dialog = new MessageDialog(&window, QStringLiteral("info"), QStringLiteral("Leave"),
                                     QStringLiteral("A run goes on."));
    QStringList chosen;
    dialog->addChoice(QStringLiteral("Stay"), ButtonKind::Secondary, QStringLiteral("stay"),
                      [&] { chosen << QStringLiteral("stay"); });
    dialog->addChoice(QStringLiteral("Leave"), ButtonKind::Primary, QStringLiteral("leave"),
                      [&] { chosen << QStringLiteral("leave"); });
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto* stay = dialog->findChild<QPushButton*>(QStringLiteral("stay"));
    stay->setFocus(Qt::TabFocusReason);
    QTest::keyClick(stay, key);
    QCOMPARE(chosen, QStringList{QStringLiteral("stay")});
}

QTEST_MAIN(TestMessageDialog)
#include "tst_message_dialog.moc"
