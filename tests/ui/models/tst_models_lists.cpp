// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_models_backend.h"

#include "ui/models/cell_table_model.h"
#include "ui/models/model_versions_model.h"
#include "ui/models/pending_list_model.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lepton;
using namespace lepton::testing;

class TestModelsLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void listsRequests();
    void keepsRowsOfRequestsThatMove();
    void listsVersions();
    void keepsTwoHundredVersionsSelected();
    void showsSmallTables();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
    FakeModelsBackend m_backend;
};

void TestModelsLists::listsRequests()
{
    ui::PendingListModel model;
    const QAbstractItemModelTester tester(&model);
    FakeModelsBackend backend;
    backend.makeRequest();
    backend.makeOwnRequest();
    model.setRequests(backend.overview().pending);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex first = model.index(0);
    QCOMPARE(first.data().toString(), QStringLiteral("news-topics v2"));
    QCOMPARE(first.data(ui::PendingListModel::TurnRole).toString(), QStringLiteral("Jonas, 0 of 1 signed"));
    QVERIFY(first.data(ui::PendingListModel::TurnIconRole).toString().isEmpty());
    const QModelIndex own = model.index(1);
    QCOMPARE(own.data(ui::PendingListModel::TurnRole).toString(),
             QStringLiteral("You asked, so another must review"));
    QCOMPARE(own.data(ui::PendingListModel::TurnIconRole).toString(), QStringLiteral("lock"));
    QCOMPARE(model.rowOf(QStringLiteral("P-2")), 1);
    QCOMPARE(model.rowOf(QStringLiteral("P-9")), -1);
}

void TestModelsLists::keepsRowsOfRequestsThatMove()
{
    ui::PendingListModel model;
    const QAbstractItemModelTester tester(&model);
    FakeModelsBackend backend;
    backend.makeRequest();
    auto pending = backend.overview().pending;
    model.setRequests(pending);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    pending.front().approvals = 1;
    pending.front().needed = 2;
    model.setRequests(pending);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.index(0).data(ui::PendingListModel::TurnRole).toString(),
             QStringLiteral("Jonas, 1 of 2 signed"));
}

void TestModelsLists::listsVersions()
{
    ui::ModelVersionsModel model;
    const QAbstractItemModelTester tester(&model);
    auto versions = m_backend.details.versions;
    versions.front().run.clear();
    versions.front().macroF1.reset();
    model.setVersions(versions);
    QCOMPARE(model.rowCount(), 2);
    using Column = ui::ModelVersionsModel::Column;
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, Column::VersionColumn), QStringLiteral("v2"));
    QCOMPARE(text(0, Column::RunColumn), QStringLiteral("imported"));
    QCOMPARE(text(0, Column::ScoreColumn), QStringLiteral("–"));
    QCOMPARE(text(1, Column::StageColumn), QStringLiteral("Production"));
    QCOMPARE(text(1, Column::ScoreColumn), QStringLiteral("0.700"));
}

void TestModelsLists::keepsTwoHundredVersionsSelected()
{
    FakeModelsBackend backend;
    backend.makeVersions(200);
    ui::ModelVersionsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setVersions(backend.details.versions);
    QCOMPARE(model.rowCount(), 200);
    const QPersistentModelIndex chosen(model.index(model.rowOf(7), 0));
    model.setVersions(backend.details.versions);
    QVERIFY(chosen.isValid());
    QCOMPARE(chosen.data().toString(), QStringLiteral("v7"));
}

void TestModelsLists::showsSmallTables()
{
    ui::CellTableModel model;
    const QAbstractItemModelTester tester(&model);
    model.setTable({{"Metric"}, {"v2", true}}, {{{.text = "Macro F1"}, {.text = "0.925"}}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("v2"));
    QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    model.setTable({{"Metric"}, {"v2", true}}, {{{.text = "Macro F1"}, {.text = "0.926"}}});
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("0.926"));
    model.setTable({}, {});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestModelsLists)
#include "tst_models_lists.moc"
