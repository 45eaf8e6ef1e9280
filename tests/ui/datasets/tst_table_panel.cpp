// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_table.h"
#include "support/nameless_widgets.h"

#include "ui/datasets/grid/column_picker.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/filter_parts.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/table_panel.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace lepton;
using namespace lepton::ui;
using lepton::testing::FakeTable;

namespace {

struct Fixture
{
    explicit Fixture(std::int64_t rows, std::size_t columns = 4)
        : table(std::make_shared<FakeTable>(rows, columns))
        , panel(table, FakeTable::profileOf(*table), "orders", "v3")
    {
        panel.resize(1240, 694);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        settle();
    }

    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return panel.isSettled(); }, 10'000));
    }
    DataGrid& grid() { return panel.grid(); }
    QString text(std::int64_t position, int column)
    {
        return grid().cellText(position, column).value_or("not read");
    }
    template <class Widget>
    Widget* find(const char* name)
    {
        return panel.findChild<Widget*>(QLatin1String(name));
    }
    /// All that is written on labels below the widget called @p name.
    QString labels(const char* name)
    {
        QStringList texts;
        const auto* widget = find<QWidget>(name);
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            return label->text();
        for (const QLabel* label : widget->findChildren<QLabel*>())
            if (!label->isHidden())
                texts << label->text();
        return texts.join(' ');
    }
    void type(const QString& text)
    {
        panel.focusFilter();
        auto* field = find<QLineEdit>("table.filter.edit");
        field->clear();
        QTest::keyClicks(field, text);
    }

    std::shared_ptr<FakeTable> table;
    TablePanel panel;
};

} // namespace

class TestTablePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { new theme::Theme(*qApp); }

    void filtersWhileTypingAndCounts()
    {
        Fixture f(1'000);
        f.type("id >= 180");
        QTRY_COMPARE(f.grid().rows(), std::int64_t{820});
        f.settle();
        QCOMPARE(f.text(0, 0), QString("180"));
        QCOMPARE(f.grid().rowNumber(0), std::int64_t{180});
        QVERIFY(f.labels("table.filter.edit").contains("820"));
        QVERIFY(f.labels("table.foot.rows").contains("820"));
        auto* chip = f.find<QAbstractButton>("table.filter.chip.0");
        QVERIFY(chip != nullptr);
        QCOMPARE(chip->text(), QString("id ≥ 180"));
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(f.grid().rows(), std::int64_t{1'000});
        QVERIFY(f.find<QLineEdit>("table.filter.edit")->text().isEmpty());
    }

    void goesToARowHoweverTheRowsAreSortedAndFiltered()
    {
        Fixture f(1'000);
        f.panel.showRow(500); // from 1: the row with id 499
        f.settle();
        QCOMPARE(f.grid().rowNumber(f.grid().cursorCell().position), std::int64_t{499});
        f.panel.table().setSort(data::SortKey{0, true});
        f.settle();
        f.panel.showRow(10);
        f.settle();
        QCOMPARE(f.grid().rowNumber(f.grid().cursorCell().position), std::int64_t{9});
        QCOMPARE(f.grid().cursorCell().position, std::int64_t{990});
        // a filter that holds the row stays, one that leaves it out goes
        f.panel.setFilterText("id < 100");
        f.settle();
        f.panel.showRow(21);
        f.settle();
        QCOMPARE(f.panel.filterText(), QString("id < 100"));
        QCOMPARE(f.grid().rowNumber(f.grid().cursorCell().position), std::int64_t{20});
        f.panel.showRow(901);
        f.settle();
        QVERIFY(f.panel.filterText().isEmpty());
        QCOMPARE(f.grid().rowNumber(f.grid().cursorCell().position), std::int64_t{900});
        f.panel.showRow(1'001);
        f.settle();
        const auto labels = f.panel.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text() == QString("There is no row 1001.");
        }));
    }

    void saysWhatIsWrongAndKeepsTheRows()
    {
        Fixture f(1'000);
        f.type("id >= 180");
        QTRY_COMPARE(f.grid().rows(), std::int64_t{820});
        f.type("id << 3");
        QTRY_VERIFY(f.find<QWidget>("table.filter.message")->isVisible());
        QVERIFY(f.labels("table.filter.message").contains("The filter breaks off here."));
        QCOMPARE(f.panel.table().error()->position, 3);
        QCOMPARE(f.grid().rows(), std::int64_t{820});
        QVERIFY(f.panel.clearFilter());
        QTRY_COMPARE(f.grid().rows(), std::int64_t{1'000});
        QVERIFY(!f.find<QWidget>("table.filter.message")->isVisible());
    }

    void sortsWhileTheExpressionIsWrong()
    {
        Fixture f(1'000);
        f.panel.setFilterText("id >= 900");
        QTRY_COMPARE(f.grid().rows(), std::int64_t{100});
        f.panel.setFilterText("id ?");
        QTRY_COMPARE(f.panel.table().state(), TableViewModel::State::Failed);
        f.panel.table().setSort(data::SortKey{0, true});
        f.settle();
        QTRY_COMPARE(f.text(0, 0), QString("999"));
        QCOMPARE(f.grid().rows(), std::int64_t{100});
        QVERIFY(f.find<QWidget>("table.filter.message")->isVisible());
    }

    void aSupersededFilterIsNeverShown()
    {
        Fixture f(1'000);
        f.table->hold();
        f.panel.setFilterText("id >= 990");
        f.panel.setFilterText("id < 5");
        f.table->release();
        QTRY_COMPARE(f.grid().rows(), std::int64_t{5});
        f.settle();
        QCOMPARE(f.grid().rows(), std::int64_t{5});
    }

    void offersToClearAFilterThatLeavesNothing()
    {
        Fixture f(100);
        f.panel.setFilterText("id >= 100");
        QTRY_COMPARE(f.grid().rows(), std::int64_t{0});
        QVERIFY(f.grid().viewport()->findChild<QLabel*>() != nullptr);
        QAbstractButton* clear = nullptr;
        for (auto* button : f.grid().viewport()->findChildren<QAbstractButton*>())
            if (button->isVisible())
                clear = button;
        QVERIFY(clear != nullptr);
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(f.grid().rows(), std::int64_t{100});
    }

    void copiesCellsAsTabSeparatedText()
    {
        Fixture f(100);
        f.grid().setCursorCell({8, 0});
        f.grid().setCursorCell({9, 2}, true);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&f.grid(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString("8\t2.0\tname 8\n9\t2.25\t\n"));
        QTest::keyClick(&f.grid(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                     QString("id\tamount\tname\n8\t2.0\tname 8\n9\t2.25\t\n"));
        f.grid().setCursorCell({3, 2});
        QTest::keyClick(&f.grid(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString("name 3"));
    }

    void refusesToCopyMoreThanItsLimit()
    {
        Fixture f(10'000'000);
        QGuiApplication::clipboard()->setText("before");
        f.grid().selectAll();
        QTest::keyClick(&f.grid(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(f.labels("table.foot.selection").contains(QLocale().toString(40'000'000)));
        QCOMPARE(QGuiApplication::clipboard()->text(), QString("before"));
    }

    void showsStatisticsOfTheColumnUnderTheFilter()
    {
        Fixture f(1'000);
        QVERIFY(f.labels("table.statistics").contains("id"));
        f.panel.setFilterText("id >= 500");
        f.settle();
        QTRY_VERIFY(f.labels("table.statistics").contains("500 of " + QLocale().toString(1'000)));
        f.grid().setCursorCell({0, 1});
        QTRY_VERIFY(f.labels("table.statistics").contains("187.4")); // the mean of 125 to 249.75
        QVERIFY(f.panel.toggleSideSheet());
        QVERIFY(!f.find<QWidget>("table.statistics")->isVisible());
        QVERIFY(f.panel.toggleSideSheet());
        QVERIFY(f.find<QWidget>("table.statistics")->isVisible());
    }

    void opensALongCellCutWithASentence()
    {
        Fixture f(10);
        f.table->setLongText(std::string(std::size_t{64} << 20, 'x'));
        f.grid().setCursorCell({1, 2});
        f.grid().setFocus();
        QTest::keyClick(&f.grid(), Qt::Key_Return);
        auto* text = f.find<QPlainTextEdit>("table.cell.text");
        QTRY_COMPARE_WITH_TIMEOUT(text->toPlainText().size(), qsizetype{50'000}, 20'000);
        QVERIFY(f.labels("table.cell").contains(QLocale().toString(67'108'864)));
        QVERIFY(text->hasFocus());
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!f.find<QWidget>("table.cell")->isVisible());
        QVERIFY(f.grid().hasFocus());
    }

    void findsTextAndGoesToARowByKeyboardAlone()
    {
        Fixture f(1'000);
        f.grid().setFocus();
        QTest::keyClick(&f.grid(), Qt::Key_F3);
        auto* field = f.find<QLineEdit>("table.find.edit");
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, "name 77");
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(f.grid().cursorCell(), (GridCursor{77, 2}));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(f.grid().cursorCell(), (GridCursor{770, 2}));
        field->setText("nowhere to be found");
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(f.labels("table.find.answer").contains("nowhere"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(f.grid().hasFocus());

        QTest::keyClick(&f.grid(), Qt::Key_G, Qt::ControlModifier);
        QTest::keyClicks(field, "900");
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(f.grid().cursorCell().position, std::int64_t{899});
        QVERIFY(f.grid().hasFocus());
        f.panel.setFilterText("id < 10");
        f.settle();
        QTest::keyClick(&f.grid(), Qt::Key_G, Qt::ControlModifier);
        QTest::keyClicks(field, "900");
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(f.labels("table.find.answer").contains("900"));
    }

    void escapeClosesWhatIsOpenBeforeItClearsTheFilter()
    {
        Fixture f(1'000);
        f.panel.setFilterText("id < 10");
        f.settle();
        f.grid().setFocus();
        QTest::keyClick(&f.grid(), Qt::Key_Return);
        QVERIFY(f.find<QWidget>("table.cell")->isVisible());
        QTest::keyClick(&f.grid(), Qt::Key_F3);
        QVERIFY(f.panel.clearFilter());
        QVERIFY(!f.find<QWidget>("table.find.edit")->isVisible());
        QVERIFY(f.panel.clearFilter());
        QVERIFY(!f.find<QWidget>("table.cell")->isVisible());
        QCOMPARE(f.panel.filterText(), QString("id < 10"));
        QVERIFY(f.panel.clearFilter());
        QVERIFY(f.panel.filterText().isEmpty());
        QVERIFY(!f.panel.clearFilter());
    }

    void showsAndHidesColumnsOfAWideTable()
    {
        Fixture f(100, 5'000);
        QTest::mouseClick(f.find<QAbstractButton>("table.columns.button"), Qt::LeftButton);
        auto* search = f.find<QLineEdit>("table.columns.search");
        ColumnPicker* picker = nullptr;
        for (auto* each : f.panel.findChildren<ColumnPicker*>())
            if (each->isVisible())
                picker = each;
        QVERIFY(picker != nullptr);
        search = picker->findChild<QLineEdit*>("table.columns.search");
        QTest::keyClicks(search, "c49");
        for (auto* button : picker->findChildren<QAbstractButton*>())
            if (button->text() == "Show only these")
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(f.grid().shownColumns().size(), std::size_t{111}); // c49, c490-c499, c4900-c4999
        QVERIFY(f.find<QAbstractButton>("table.columns.button")->text().startsWith("111 of"));
        picker->hide();
    }

    void saysWhenRowsCannotBeReadAndTriesAgain()
    {
        Fixture f(10'000);
        f.table->setBroken(true);
        f.grid().scrollToRow(5'000);
        QTRY_VERIFY(f.panel.findChildren<QLabel*>().size() > 0);
        QAbstractButton* again = nullptr;
        QTRY_VERIFY([&] {
            for (auto* button : f.panel.findChildren<QAbstractButton*>())
                if (button->isVisible() && button->text() == "Try again")
                    again = button;
            return again != nullptr;
        }());
        f.table->setBroken(false);
        QTest::mouseClick(again, Qt::LeftButton);
        f.settle();
        QCOMPARE(f.text(5'000, 0), QLocale().toString(5'000));
        QVERIFY(!again->isVisible());
    }

    void everyFocusableWidgetHasAName()
    {
        Fixture f(100);
        f.panel.setExportHook([](const data::RowOrder&, const QString&) {});
        f.type("id >= 5");
        f.settle();
        const QStringList nameless = testing::namelessWidgets(f.panel);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
    }

    void exportsWhatIsShown()
    {
        Fixture f(100);
        QVERIFY(!f.find<QWidget>("table.export.button")->isVisible());
        std::int64_t rows = -1;
        QString filter;
        f.panel.setExportHook([&](const data::RowOrder& order, const QString& expression) {
            rows = order.size();
            filter = expression;
        });
        f.panel.setFilterText("id < 10");
        f.settle();
        QTRY_COMPARE(f.grid().rows(), std::int64_t{10});
        QTest::mouseClick(f.find<QAbstractButton>("table.export.button"), Qt::LeftButton);
        QCOMPARE(rows, std::int64_t{10});
        QCOMPARE(filter, QString("id < 10"));
    }

    void dividesExpressionsAtAnd_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("one") << "a >= 1" << QStringList{"a >= 1"};
        QTest::newRow("two") << " a >= 1 AND b = 'x and y' " << QStringList{"a >= 1", "b = 'x and y'"};
        QTest::newRow("brackets") << "(a = 1 and b = 2) and c is null"
                                  << QStringList{"(a = 1 and b = 2)", "c is null"};
        QTest::newRow("or at the top")
            << "a = 1 and b = 2 or c = 3" << QStringList{"a = 1 and b = 2 or c = 3"};
        QTest::newRow("between") << "a between 1 and 3 and b = 2"
                                 << QStringList{"a between 1 and 3", "b = 2"};
        QTest::newRow("quoted name") << "\"black and white\" = 1" << QStringList{"\"black and white\" = 1"};
        QTest::newRow("doubled quote") << "a = 'it''s and' and b" << QStringList{"a = 'it''s and'", "b"};
        QTest::newRow("blank") << "  " << QStringList{};
        QTest::newRow("unfinished") << "a = 1 and" << QStringList{"a = 1"};
    }

    void dividesExpressionsAtAnd()
    {
        QFETCH(QString, expression);
        QFETCH(QStringList, parts);
        QStringList found;
        for (const FilterPart& part : andParts(expression)) {
            QCOMPARE(expression.mid(part.start, part.length), part.text);
            found << part.text;
        }
        QCOMPARE(found, parts);
    }

    void replacesTheRangeOfAColumn()
    {
        const data::Column age{"age", data::ColumnType::Int64};
        QCOMPARE(rangeCondition(age, 20.5, 30.5), QString("age >= 21 and age <= 30"));
        QCOMPARE(withRange("", age, "age >= 1 and age <= 2"), QString("age >= 1 and age <= 2"));
        QCOMPARE(withRange("age >= 5 and city = 'x' and age < 9", age, "age >= 1 and age <= 2"),
                 QString("city = 'x' and age >= 1 and age <= 2"));
        QCOMPARE(withRange("a = 1 or b = 2", age, "age >= 1"), QString("(a = 1 or b = 2) and age >= 1"));
        const data::Column day{"first day", data::ColumnType::Date};
        QCOMPARE(rangeCondition(day, 0, 1),
                 QString("\"first day\" >= '1970-01-01' and \"first day\" <= '1970-01-02'"));
    }
};

QTEST_MAIN(TestTablePanel)
#include "tst_table_panel.moc"
