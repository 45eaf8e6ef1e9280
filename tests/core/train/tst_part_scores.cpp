// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "data/table.h"
#include "train/part_scores.h"
#include "train/prediction_table.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace lepton;
using train::PartPredictions;
using train::Predictions;

namespace {

const std::vector<std::string> classes{"a", "b", "c"};

} // namespace

/// What is said of the validation and test parts of a run, and how predictions are kept.
class TestPartScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstOfEqualClassesIsPredicted()
    {
        const std::vector<std::int32_t> truth{0, 1};
        const Predictions predictions{{0.4F, 0.4F, 0.2F, 0.2F, 0.4F, 0.4F}, 0};
        QCOMPARE(train::predictedClasses({classes, truth, predictions}), (std::vector<std::int32_t>{0, 1}));
    }

    void scoresCountEveryClass()
    {
        // Class c neither occurs nor is predicted; it counts all the same: F1 of a is 2/3, of b 4/5, of c 0.
        const std::vector<std::int32_t> truth{0, 0, 1, 1};
        const Predictions predictions{
            {0.8F, 0.1F, 0.1F, 0.2F, 0.7F, 0.1F, 0.1F, 0.8F, 0.1F, 0.3F, 0.6F, 0.1F}, 0.5};
        const auto scores = train::partScores({classes, truth, predictions});
        QCOMPARE(scores.at("accuracy"), 0.75);
        QVERIFY(std::abs(scores.at("macro_f1") - (2.0 / 3 + 4.0 / 5) / 3) < 1e-12);
        QCOMPARE(scores.at("balanced_accuracy"), 0.75);
        QCOMPARE(scores.at("loss"), 0.5);
        const nlohmann::json report = train::partReport({classes, truth, predictions});
        QCOMPARE(report["confusion"].dump(), std::string("[[1,1,0],[0,2,0],[0,0,0]]"));
        QVERIFY(report["dict"].contains("c"));
        QVERIFY(report["text"].get<std::string>().find("macro avg") != std::string::npos);
        // No row is of class c, so nothing can be said of its area.
        QVERIFY(report["scores"]["one_vs_rest"][2]["roc_auc"].is_null());
        QVERIFY(report["scores"]["log_loss"].is_number());
    }

    void predictionsAreATable()
    {
        train::TrainingData data;
        data.classes = classes;
        data.texts = {"one", "two, \"three\"", "\u4f60\u597d"};
        data.labels = {0, 2, 1};
        data.rows = {0, 5, 7};
        const std::vector<std::int64_t> positions{1, 2};
        const Predictions predictions{{0.25F, 0.5F, 0.25F, 0.0F, 1.0F, 0.0F}, 0};
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("predictions.parquet").toStdString();
        train::writePredictions(file, data, positions, predictions, {});
        const auto table = data::Table::open(file);
        QCOMPARE(table->rowCount(), std::int64_t{2});
        std::vector<std::string> names;
        std::vector<std::size_t> columns;
        for (const data::Column& column : table->schema().columns) {
            columns.push_back(names.size());
            names.push_back(column.name);
        }
        QCOMPARE(names, (std::vector<std::string>{"row", "text", "true", "predicted", "probability", "p(a)",
                                                  "p(b)", "p(c)"}));
        const auto page = table->page(data::RowOrder::all(2), 0, 2, columns, {});
        using Row = std::vector<data::CellValue>;
        QVERIFY((page.cells[0] == Row{std::int64_t{6}, std::string("two, \"three\""), std::string("c"),
                                      std::string("b"), 0.5, 0.25, 0.5, 0.25}));
        QVERIFY((page.cells[1] == Row{std::int64_t{8}, std::string("\u4f60\u597d"), std::string("b"),
                                      std::string("b"), 1.0, 0.0, 1.0, 0.0}));
    }
};

QTEST_GUILESS_MAIN(TestPartScores)
#include "tst_part_scores.moc"
