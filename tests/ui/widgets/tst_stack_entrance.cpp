// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stack_entrance.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtTest>

using namespace lepton::ui;

class TestStackEntrance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stack.reset(); }
    void showsWhatIsStyledAndLaidOut();
    void theLastOneWins();
    void isOverWhenTheWidgetGoes();

private:
    QWidget* add();

    std::unique_ptr<QStackedWidget> m_stack;
    QWidget* m_first = nullptr;
};

void TestStackEntrance::init()
{
    m_stack = std::make_unique<QStackedWidget>();
    m_first = add();
    m_stack->resize(300, 200);
    m_stack->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_stack.get()));
}

QWidget* TestStackEntrance::add()
{
    auto* widget = new QWidget(m_stack.get());
    auto* layout = new QVBoxLayout(widget);
    for (int i = 0; i < 20; ++i)
        layout->addWidget(new QLabel(QString::number(i)));
    m_stack->addWidget(widget);
    return widget;
}

void TestStackEntrance::showsWhatIsStyledAndLaidOut()
{
    StackEntrance entrance(*m_stack);
    QWidget* second = add();
    entrance.enter(second);
    QVERIFY(entrance.isRunning());
    QCOMPARE(m_stack->currentWidget(), m_first); // until it is ready
    bool isStyled = false;
    connect(m_stack.get(), &QStackedWidget::currentChanged, this, [&] {
        isStyled = second->findChildren<QLabel*>().last()->testAttribute(Qt::WA_WState_Polished);
    });
    QTRY_COMPARE(m_stack->currentWidget(), second);
    QVERIFY(isStyled && !entrance.isRunning());
    QCOMPARE(second->size(), m_stack->contentsRect().size());
    entrance.enter(m_first); // shown before
    QCOMPARE(m_stack->currentWidget(), m_first);
}

void TestStackEntrance::theLastOneWins()
{
    StackEntrance entrance(*m_stack);
    QWidget* second = add();
    QWidget* third = add();
    entrance.enter(second);
    entrance.enter(third);
    QTRY_VERIFY(!entrance.isRunning());
    QCOMPARE(m_stack->currentWidget(), third);
    QWidget* fourth = add();
    entrance.enter(fourth);
    entrance.show(m_first);
    QTest::qWait(0);
    QCOMPARE(m_stack->currentWidget(), m_first);
    QVERIFY(!entrance.isRunning());
}

void TestStackEntrance::isOverWhenTheWidgetGoes()
{
    StackEntrance entrance(*m_stack);
    QWidget* second = add();
    entrance.enter(second);
    delete second;
    QTRY_VERIFY(!entrance.isRunning());
    QCOMPARE(m_stack->currentWidget(), m_first);
}

QTEST_MAIN(TestStackEntrance)
#include "tst_stack_entrance.moc"
