// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_table.h"

#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/page_feed.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace lepton;
using namespace lepton::ui;
using lepton::testing::FakeTable;

namespace {

/// A grid over a fake table, as large as a page of the window.
struct Fixture
{
    explicit Fixture(std::int64_t rows, std::size_t columns = 4)
        : Fixture(std::make_shared<FakeTable>(rows, columns), &FakeTable::profileOf)
    {}
    template <class ProfileOf>
    Fixture(std::shared_ptr<FakeTable> shown, ProfileOf profileOf)
        : table(std::move(shown))
        , model(table, profileOf(*table))
        , grid(model)
    {
        grid.resize(900, 600);
        grid.show();
        settle();
    }

    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return !model.isBusy() && grid.isComplete(); }, 10'000));
    }
    QString text(std::int64_t position, int column)
    {
        return grid.cellText(position, column).value_or("not read");
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&grid, key, modifiers);
        settle();
    }

    /// Drags the right border of a column until it is @p width wide.
    void dragBorder(int column, int width)
    {
        HistHeader& header = grid.header();
        const int left = header.sectionViewportPosition(column);
        const QPoint border(left + header.sectionSize(column) - 1, 10);
        const QPoint end(border.x() + width - header.sectionSize(column), 10);
        QTest::mousePress(header.viewport(), Qt::LeftButton, {}, border);
        QTest::mouseMove(header.viewport(), end);
        QTest::mouseRelease(header.viewport(), Qt::LeftButton, {}, end);
        QCOMPARE(header.sectionSize(column), width);
    }

    std::shared_ptr<FakeTable> table;
    TableViewModel model;
    DataGrid grid;
};

/// Of a table whose names are texts of many lengths.
data::TableProfile profileWithFreeText(data::Table& table)
{
    data::TableProfile profile = FakeTable::profileOf(table);
    profile.columns[2].top.clear();
    profile.columns[2].histogram = {4, 40, {3, 8, 6, 2}};
    return profile;
}

} // namespace

class TestDataGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = new theme::Theme(*qApp); }

    void showsFirstRowsAndTheLastAfterScrollingToTheEnd()
    {
        Fixture f(10'000);
        QCOMPARE(f.text(0, 0), QString("0"));
        QCOMPARE(f.text(3, 1), QString("0.75"));
        QCOMPARE(f.text(9, 2), QString("missing"));
        f.grid.verticalScrollBar()->setValue(f.grid.verticalScrollBar()->maximum());
        f.settle();
        QCOMPARE(f.text(9'999, 0), QLocale().toString(9'999));
        QVERIFY(f.grid.firstRow() + f.grid.rowsInView() >= 10'000);
        QVERIFY(f.grid.cellRect(9'999, 0).bottom() <= f.grid.viewport()->height());
    }

    void reachesEveryRowOfFourBillion()
    {
        const std::int64_t rows = std::int64_t{1} << 32;
        Fixture f(rows);
        f.key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(f.grid.cursorCell().position, rows - 1);
        QCOMPARE(f.text(rows - 1, 0), QLocale().toString(static_cast<qlonglong>(rows - 1)));
        f.key(Qt::Key_Up);
        QCOMPARE(f.grid.cursorCell().position, rows - 2);
        f.grid.setCursorCell({3'000'000'001, 0});
        f.settle();
        for (int i = 0; i < 40; ++i)
            f.key(Qt::Key_Down);
        QCOMPARE(f.grid.cursorCell().position, std::int64_t{3'000'000'041});
        QCOMPARE(f.text(3'000'000'041, 0), QLocale().toString(static_cast<qlonglong>(3'000'000'041)));
        f.grid.verticalScrollBar()->setValue(0);
        f.settle();
        QCOMPARE(f.grid.firstRow(), std::int64_t{0});
        QVERIFY(f.table->largestPage() <= 256);
    }

    void showsNothingOfAnEmptyTable()
    {
        Fixture f(0);
        QCOMPARE(f.grid.rows(), std::int64_t{0});
        QVERIFY(!f.grid.cursorCell().isValid());
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_End, Qt::Key_PageDown, Qt::Key_Return})
            f.key(key);
        f.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(f.grid.selection().cells(), std::int64_t{0});
        QVERIFY(!f.grid.grab().isNull());
    }

    void readsOnlyVisibleColumnsOfFiveThousand()
    {
        Fixture f(1'000, 5'000);
        QCOMPARE(f.grid.header().count(), 5'000);
        QVERIFY(f.grid.cellText(0, 4).has_value());
        QVERIFY(!f.grid.cellText(0, 4'999).has_value());
        f.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(f.grid.cursorCell().column, 4'999);
        QCOMPARE(f.text(0, 4'999), QString("r0c4999"));
    }

    void movesByKeyboard()
    {
        Fixture f(1'000);
        f.key(Qt::Key_Down);
        f.key(Qt::Key_Right);
        QCOMPARE(f.grid.cursorCell(), (GridCursor{1, 1}));
        f.key(Qt::Key_End);
        QCOMPARE(f.grid.cursorCell(), (GridCursor{1, 3}));
        f.key(Qt::Key_Home);
        QCOMPARE(f.grid.cursorCell(), (GridCursor{1, 0}));
        f.key(Qt::Key_PageDown);
        QVERIFY(f.grid.cursorCell().position > 10);
        f.key(Qt::Key_PageUp);
        QCOMPARE(f.grid.cursorCell(), (GridCursor{1, 0}));
        f.key(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(f.grid.cursorCell(), (GridCursor{0, 0}));
        f.key(Qt::Key_Down, Qt::ShiftModifier);
        f.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(f.grid.selection().count, std::int64_t{2});
        QCOMPARE(f.grid.selection().columns, (std::vector<std::size_t>{0, 1}));
        f.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(f.grid.selection().cells(), std::int64_t{4'000});
    }

    void scrollsExactlyByWheel()
    {
        Fixture f(std::int64_t{1} << 32);
        f.grid.scrollToRow(2'500'000'000);
        QWheelEvent turn(QPointF(50, 50), f.grid.viewport()->mapToGlobal(QPointF(50, 50)), {},
                         QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(f.grid.viewport(), &turn);
        QCOMPARE(f.grid.firstRow(), 2'500'000'000 + QApplication::wheelScrollLines());
    }

    void sortsByHeaderClickAndByKeyboard()
    {
        Fixture f(500);
        HistHeader& header = f.grid.header();
        const QPoint name(header.sectionViewportPosition(0) + 20, 12);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, name);
        f.settle();
        QVERIFY(f.model.sortKey() && !f.model.sortKey()->descending);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, name);
        f.settle();
        QCOMPARE(f.text(0, 0), QString("499"));
        QCOMPARE(f.grid.rowNumber(0), std::int64_t{499});
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, name);
        f.settle();
        QCOMPARE(f.text(0, 0), QString("0"));
        f.grid.setCursorCell({0, 1});
        f.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(f.text(0, 1), QString("124.75"));
    }

    void filtersByDraggingOverAHistogram()
    {
        Fixture f(1'000);
        HistHeader& header = f.grid.header();
        QSignalSpy dragged(&header, &HistHeader::rangeDragged);
        const int left = header.sectionViewportPosition(0);
        const int middle = left + header.sectionSize(0) / 2;
        QTest::mousePress(header.viewport(), Qt::LeftButton, {}, QPoint(left + 8, 40));
        QTest::mouseMove(header.viewport(), QPoint(middle - 5, 40));
        QTest::mouseMove(header.viewport(), QPoint(middle, 40));
        QTest::mouseRelease(header.viewport(), Qt::LeftButton, {}, QPoint(middle, 40));
        QCOMPARE(dragged.size(), 1);
        QCOMPARE(dragged[0][0].toInt(), 0);
        QCOMPARE(dragged[0][1].toDouble(), 0.0);
        QVERIFY(dragged[0][2].toDouble() > 300 && dragged[0][2].toDouble() < 700);
    }

    void hidesAndMovesColumns()
    {
        Fixture f(100);
        f.grid.setColumnHidden(1, true);
        f.settle();
        QCOMPARE(f.grid.shownColumns(), (std::vector<int>{0, 2, 3}));
        f.key(Qt::Key_Right);
        QCOMPARE(f.grid.cursorCell().column, 2);
        f.grid.header().moveSection(3, 0);
        QCOMPARE(f.grid.shownColumns(), (std::vector<int>{3, 0, 2}));
        f.key(Qt::Key_Home);
        QCOMPARE(f.grid.cursorCell().column, 3);
        for (const int column : {3, 0, 2})
            f.grid.setColumnHidden(column, true);
        QCOMPARE(f.grid.shownColumns().size(), std::size_t{1});
        f.grid.setShownColumns({0, 1, 2, 3});
        QCOMPARE(f.grid.shownColumns().size(), std::size_t{4});
    }

    void laysAnotherTableOutAlike()
    {
        Fixture f(100);
        f.grid.header().moveSection(3, 0);
        f.dragBorder(0, 222);
        f.grid.setColumnHidden(1, true);
        const QList<ColumnPlace> places = f.grid.columnPlaces();
        QCOMPARE(places.size(), 4);
        QVERIFY(f.grid.header().isSectionHidden(1));

        Fixture wider(100, 5); // the next version has a column more
        wider.grid.setColumnPlaces(places);
        QCOMPARE(wider.grid.shownColumns(), (std::vector<int>{3, 0, 2, 4}));
        QCOMPARE(wider.grid.header().sectionSize(0), 222);

        QList<ColumnPlace> none = places;
        for (ColumnPlace& place : none)
            place.hidden = true;
        Fixture other(100);
        other.grid.setColumnPlaces(none); // columns that are all gone leave the table as it is
        QVERIFY(!other.grid.shownColumns().empty());
    }

    void freeTextTakesTheWidthThatIsLeftUntilAPersonResizes()
    {
        Fixture f(std::make_shared<FakeTable>(100, 4), &profileWithFreeText);
        HistHeader& header = f.grid.header();
        const auto fillsTheView = [&] { return header.length() == f.grid.viewport()->width(); };
        QVERIFY(fillsTheView());
        QCOMPARE(header.sectionSize(0), header.fittingWidth(0));
        const int before = header.sectionSize(2);
        QVERIFY(before > header.fittingWidth(2));

        f.grid.resize(1000, 600);
        f.settle();
        QVERIFY(fillsTheView());
        QCOMPARE(header.sectionSize(2), before + 100);
        f.grid.setColumnHidden(0, true);
        QVERIFY(fillsTheView());
        f.grid.setColumnHidden(0, false);
        QVERIFY(fillsTheView());
        QCOMPARE(header.sectionSize(0), header.fittingWidth(0));
        QCOMPARE(f.grid.columnPlaces()[2].width, 0); // nothing to remember

        const QSignalSpy changed(&f.grid, &DataGrid::columnsChanged);
        f.dragBorder(0, 200);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(header.sectionSize(2), before + 100);
        f.grid.resize(900, 600);
        f.settle();
        QCOMPARE(header.sectionSize(0), 200);
        QCOMPARE(header.sectionSize(2), before + 100);
        QCOMPARE(f.grid.columnPlaces()[2].width, before + 100);
    }

    void aTextTakesNoMoreThanItsLongestValue()
    {
        const auto profileOf = [](data::Table& table) {
            data::TableProfile profile = profileWithFreeText(table);
            profile.columns[2].minimum = profile.columns[2].maximum = 4;
            return profile;
        };
        Fixture f(std::make_shared<FakeTable>(100, 4), profileOf);
        QVERIFY(f.grid.header().sectionSize(2) <= std::max(f.grid.header().fittingWidth(2), 100));
        QVERIFY(f.grid.header().describe(2).contains(QStringLiteral("4 character")));
    }

    void columnsStayWhenAFilterLeavesFewRows()
    {
        Fixture f(std::make_shared<FakeTable>(100, 4), &profileWithFreeText);
        const int before = f.grid.header().sectionSize(2);
        f.model.setFilterText("id < 3");
        QTRY_COMPARE(f.grid.rows(), 3);
        f.settle();
        QCOMPARE(f.grid.header().sectionSize(2), before);
    }

    void dropsWhatWasReadForRowsNoLongerShown()
    {
        Fixture f(100'000);
        f.table->hold();
        f.grid.scrollToRow(50'000);
        QVERIFY(!f.grid.isComplete());
        f.model.setSort(data::SortKey{0, true});
        f.table->release();
        f.settle();
        QCOMPARE(f.grid.firstRow(), std::int64_t{0});
        QCOMPARE(f.text(0, 0), QLocale().toString(99'999));
        QCOMPARE(f.text(50'000, 0), QString("not read"));
    }

    void showsTheRightRowsAllTheWayDown()
    {
        Fixture f(10'000'000);
        for (std::int64_t row = 0; row < 10'000'000; row += 250'000) {
            f.grid.scrollToRow(row);
            f.settle();
            QCOMPARE(f.text(row, 0), QLocale().toString(static_cast<qlonglong>(row)));
        }
        QVERIFY(f.table->largestPage() <= 256);
    }

    void theCacheStaysWithinItsBudgetAndRefusesOldAnswers()
    {
        SegmentCache cache(std::size_t{1} << 20);
        const auto segment = [] {
            ColumnSegment made;
            made.cells.resize(SegmentCache::rowsPerSegment);
            for (GridCell& cell : made.cells)
                cell.value.text = QString(50, u'x');
            return made;
        };
        const SegmentCache::Token old = cache.token();
        for (std::int64_t i = 0; i < 10'000; ++i) {
            QVERIFY(cache.insert(old, i, 0, segment()));
            QVERIFY(cache.find(0, 0) != nullptr); // in use all the time
        }
        QVERIFY(cache.bytes() <= std::size_t{1} << 20);
        QVERIFY(cache.size() > 10);
        QVERIFY(cache.find(9'999, 0) != nullptr);
        QVERIFY(cache.find(5'000, 0) == nullptr);
        cache.reset();
        QVERIFY(!cache.insert(old, 0, 0, segment()));
        QCOMPARE(cache.size(), std::size_t{0});
    }

    void cellsCanBeReadByAScreenReader()
    {
        Fixture f(1'000);
        QAccessibleInterface* grid = QAccessible::queryAccessibleInterface(&f.grid);
        QVERIFY(grid != nullptr);
        QAccessibleTableInterface* table = grid->tableInterface();
        QVERIFY(table != nullptr);
        QCOMPARE(table->rowCount(), 1'000);
        QCOMPARE(table->columnCount(), 4);
        QVERIFY(table->columnDescription(0).startsWith("id, Integer"));
        QAccessibleInterface* cell = table->cellAt(3, 2);
        QVERIFY(cell != nullptr);
        QCOMPARE(cell->text(QAccessible::Name), QString("name: name 3"));
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 3);
        QCOMPARE(table->cellAt(9, 2)->text(QAccessible::Value), QString("missing"));
        QVERIFY(table->cellAt(1'000, 0) == nullptr);
        f.grid.setCursorCell({3, 2});
        QVERIFY(table->cellAt(3, 2)->state().selected);
        QCOMPARE(grid->focusChild(), table->cellAt(3, 2));
    }

    void followsTheTheme()
    {
        Fixture f(100);
        m_theme->setMode(theme::Mode::Light);
        const QImage light = f.grid.grab().toImage();
        m_theme->setMode(theme::Mode::Dark);
        const QImage dark = f.grid.grab().toImage();
        m_theme->setMode(theme::Mode::Light);
        QVERIFY(light.pixelColor(500, 590).lightness() > 200);
        QVERIFY(dark.pixelColor(500, 590).lightness() < 60);
    }

private:
    theme::Theme* m_theme = nullptr;
};

QTEST_MAIN(TestDataGrid)
#include "tst_data_grid.moc"
