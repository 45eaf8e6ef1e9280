// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/golden_qt.h"

#include "train/engine/schedule.h"

#include <QTest>

using namespace lepton;
using train::Schedule;

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learningRateOfEachStep_data() { testing::addGoldenRows("train", R"(optimizer_.*\.json)"); }
    void learningRateOfEachStep()
    {
        QFETCH(QString, file);
        const auto golden = testing::goldenJson(file.toStdString());
        QVERIFY(!golden.at("schedules").empty());
        for (const auto& run : golden.at("schedules")) {
            const std::string name = run.at("schedule");
            train::TrainerSettings settings;
            settings.schedule = name == "linear"   ? Schedule::Linear
                                : name == "cosine" ? Schedule::Cosine
                                                   : Schedule::Constant;
            run.at("lr").get_to(settings.learningRate);
            run.at("warmup_steps").get_to(settings.warmupSteps);
            run.at("total_steps").get_to(settings.totalSteps);
            const auto& rates = run.at("lr_of_each_step");
            for (std::size_t step = 0; step < rates.size(); ++step)
                COMPARE_NUMBER(train::engine::learningRate(settings, static_cast<std::int64_t>(step)),
                               rates[step].get<double>(), 0, 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
