// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run_fixture.h"

#include "base/progress.h"
#include "train/export/run_export.h"
#include "train/metric_store.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace lepton::testing {

/// A completed run of fixed ids and times with everything that is hard for other programs' formats.
class ExportFixture
{
public:
    /// 200 characters each.
    inline static const std::string longLatin = std::string(190, 'x') + " and so on";
    static std::string longChinese()
    {
        std::string text;
        for (int i = 0; i < 100; ++i)
            text += "评论";
        return text;
    }

    ExportFixture()
        : m_metrics(m_fixture.workspace())
    {
        train::NewRun draft{.id = train::RunId::parse("019ac000-0000-7000-8000-000000000001").value(),
                            .recipe = {},
                            .recipeHash = std::string(64, 'c'),
                            .dataset = base::DatasetId::parse("019ac000-0000-7000-8000-000000000002").value(),
                            .datasetName = "reviews, 评论",
                            .datasetNumber = 3,
                            .datasetHash = std::string(64, 'd'),
                            .baseModelName = "tiny",
                            .baseModelHash = std::string(64, 'b')};
        draft.recipe.textColumn = "text";
        draft.recipe.labelColumn = "two\nlines";
        draft.recipe.classWeights = {train::ClassWeighting::Given, {{"a,b", 2.0}, {longChinese(), 0.5}}};
        m_run = m_fixture.start(draft);
        m_run.memberName = "Ann Lee";
        m_run.created = base::UtcTime{1'700'000'000'000};
        m_run.started = base::UtcTime{1'700'000'000'500};
        m_run.finished = base::UtcTime{1'700'000'060'250};
        m_run.state = jobs::JobState::Completed;
        m_run.totalSteps = 3;
        m_run.environment = {{"program", "0.1.0"}, {"device", "cpu"}};
        m_run.metrics = {{"train/loss", std::numeric_limits<double>::infinity()},
                         {"steps", 3},
                         {"tokens_per_second", 1234.5}};
        m_run.report = {{"text", "       precision\n\n | <b> | 0.5\n"}, {"dict", {{"accuracy", 0.5}}}};
        for (const auto& [key, values] : metrics()) {
            std::vector<train::MetricPoint> points;
            for (std::size_t i = 0; i < values.size(); ++i)
                points.push_back(point(key, static_cast<std::int64_t>(i) + 1, values[i]));
            add(points);
        }
    }

    /// Values of the steps 1, 2, ... by key.
    static std::vector<std::pair<std::string, std::vector<double>>> metrics()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        return {{"train/loss", {nan, -HUGE_VAL, HUGE_VAL}},
                {"train/learning_rate", {1.0 / 3, 1e-300, 1e300}},
                {"test", {1}},
                {"test/accuracy", {0.1}},
                {"test/f1/" + longLatin, {0.25}},
                {"test/f1/" + longChinese(), {0.75}},
                {"../odd|key\n//?", {7}}};
    }

    static train::MetricPoint point(std::string key, std::int64_t step, double value)
    {
        return {std::move(key), step, static_cast<double>(step) / 3, base::UtcTime{1'700'000'001'000 + step},
                value};
    }

    void add(const std::vector<train::MetricPoint>& points)
    {
        m_fixture.workspace().write(
            [&](store::Transaction& transaction) { m_metrics.add(transaction, m_run.number, points); });
    }
    /// Adds a file to the run.
    void addArtifact(train::ArtifactKind kind, const std::string& name, std::string_view bytes)
    {
        const auto object = m_fixture.keep(bytes);
        m_fixture.workspace().write([&](store::Transaction& transaction) {
            m_fixture.records().store().putArtifact(transaction, m_run.id,
                                                    {kind, name, object.hash, object.bytes, 0, object.kept});
        });
    }

    RunFixture& workspace() { return m_fixture; }
    train::Run& run() { return m_run; }
    train::MetricStore& metricStore() { return m_metrics; }
    train::RunSource source()
    {
        return {m_run, m_fixture.records().store(), m_metrics, m_fixture.workspace().objects()};
    }

private:
    RunFixture m_fixture;
    train::MetricStore m_metrics;
    train::Run m_run;
};

} // namespace lepton::testing
