// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/message_dialog.h"

#include <QLabel>
#include <QTest>

using namespace lepton::ui;

class TestMessageDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsItsWholeText();
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

QTEST_MAIN(TestMessageDialog)
#include "tst_message_dialog.moc"
