// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/golden_qt.h"

#include "train/engine/loss_torch.h"
#include "train/engine/optimizer_torch.h"

#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

using namespace lepton;
using namespace lepton::train::engine;
using testing::goldenJson;

namespace {

constexpr double tolerance = 1e-9;

torch::Tensor numbers(const nlohmann::ordered_json& values)
{
    return torch::tensor(at::ArrayRef<double>(values.get<std::vector<double>>()), torch::kFloat64);
}

std::unique_ptr<Optimizer> optimizerOf(const nlohmann::ordered_json& run, TrainedParameter parameter)
{
    const auto& settings = run.at("settings");
    parameter.weightDecay = settings.value("weight_decay", 0.0);
    if (run.at("optimizer") == "sgd")
        return makeSgd({parameter}, {settings.value("momentum", 0.0)});
    const auto betas = settings.at("betas").get<std::vector<double>>();
    return makeAdamW({parameter}, {betas[0], betas[1], settings.at("eps").get<double>()});
}

} // namespace

class TestOptimizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parametersAfterEachStep_data() { testing::addGoldenRows("train", R"(optimizer_.*\.json)"); }
    void parametersAfterEachStep()
    {
        QFETCH(QString, file);
        const auto golden = goldenJson(file.toStdString());
        QVERIFY(!golden.at("runs").empty());
        for (const auto& run : golden.at("runs")) {
            const auto value = numbers(run.at("start")).set_requires_grad(true);
            const auto optimizer = optimizerOf(run, {"weight", value});
            for (std::size_t step = 0; step < run.at("gradients").size(); ++step) {
                torch::Tensor parameter = value;
                parameter.mutable_grad() = numbers(run.at("gradients")[step]);
                optimizer->step(run.at("settings").at("lr").get<double>());
                const auto expected = run.at("after_each_step")[step].get<std::vector<double>>();
                for (std::size_t i = 0; i < expected.size(); ++i)
                    COMPARE_NUMBER(value[static_cast<long>(i)].item<double>(), expected[i], 0, tolerance);
            }
        }
    }

    void clippedGradients_data() { testing::addGoldenRows("train", R"(optimizer_.*\.json)"); }
    void clippedGradients()
    {
        QFETCH(QString, file);
        const auto golden = goldenJson(file.toStdString());
        for (const auto& run : golden.at("clipping")) {
            const double most = run.at("max_norm").get<double>();
            for (const bool onHost : {true, false}) {
                std::vector<TrainedParameter> parameters;
                for (const auto& gradient : run.at("gradients")) {
                    auto value = torch::zeros_like(numbers(gradient)).set_requires_grad(true);
                    value.mutable_grad() = numbers(gradient);
                    parameters.push_back({"weight", value});
                }
                const torch::Tensor norm = gradientNorm(parameters);
                COMPARE_NUMBER(norm.item<double>(), run.at("norm").get<double>(), 0, tolerance);
                if (onHost)
                    clipGradients(parameters, norm.item<double>(), most);
                else
                    clipGradients(parameters, norm, most);
                for (std::size_t p = 0; p < parameters.size(); ++p) {
                    const auto expected = run.at("clipped")[p].get<std::vector<double>>();
                    for (std::size_t i = 0; i < expected.size(); ++i)
                        COMPARE_NUMBER(parameters[p].value.grad()[static_cast<long>(i)].item<double>(),
                                       expected[i], 0, tolerance);
                }
            }
        }
    }

    void parameterWithoutGradientStays()
    {
        const auto still = torch::ones({3}).set_requires_grad(true);
        auto moved = torch::ones({3}).set_requires_grad(true);
        moved.mutable_grad() = torch::ones({3});
        const auto optimizer = makeAdamW({{"still", still, 0.1}, {"moved", moved, 0.1}}, {});
        optimizer->step(0.1);
        QVERIFY(torch::equal(still, torch::ones({3})));
        QVERIFY(!torch::equal(moved, torch::ones({3})));
    }

    void resumedOptimizerGoesOnEqually()
    {
        const auto gradient = [](int step) {
            return torch::tensor({0.5F, -1.0F / static_cast<float>(step + 1)});
        };
        auto one = torch::ones({2}).set_requires_grad(true);
        auto other = torch::ones({2}).set_requires_grad(true);
        const auto first = makeAdamW({{"w", one, 0.01}}, {});
        for (int step = 0; step < 3; ++step) {
            one.mutable_grad() = gradient(step);
            first->step(0.1);
        }
        const auto second = makeAdamW({{"w", other, 0.01}}, {});
        {
            const torch::NoGradGuard noGrad;
            other.copy_(one);
            for (std::size_t i = 0; i < first->state().size(); ++i)
                second->state()[i].value.copy_(first->state()[i].value);
        }
        second->resumeAt(first->steps());
        for (int step = 3; step < 6; ++step) {
            one.mutable_grad() = gradient(step);
            other.mutable_grad() = gradient(step);
            first->step(0.1);
            second->step(0.1);
        }
        QVERIFY(torch::equal(one, other));
    }

    void rowsThatLagBehindAreThoseOfDenseGradients()
    {
        const auto start = torch::linspace(-1, 1, 12 * 20).reshape({12, 20});
        auto dense = start.clone().set_requires_grad(true);
        auto sparse = start.clone().set_requires_grad(true);
        const auto one = makeAdamW({{"w", dense, 0.1}}, {});
        const auto other = makeAdamW({{"w", sparse, 0.1, true}}, {});
        for (int step = 0; step < 9; ++step) {
            // Each step knows other rows, one of them twice; some rows never come.
            const auto rows = torch::tensor({step % 4, 7, step % 4}, torch::kInt64);
            const auto values = torch::sin(torch::arange(60, torch::kFloat32) * (step + 1)).reshape({3, 20});
            const auto gradient = torch::sparse_coo_tensor(rows.unsqueeze(0), values, {12, 20});
            other->settle(0, rows);
            dense.mutable_grad() = gradient.to_dense();
            sparse.mutable_grad() = gradient;
            std::vector<TrainedParameter> denseOnes{{"w", dense, 0.1}}, sparseOnes{{"w", sparse, 0.1, true}};
            joinGradients(sparseOnes);
            const double norm = gradientNorm(denseOnes).item<double>();
            COMPARE_NUMBER(gradientNorm(sparseOnes).item<double>(), norm, 0.0, 1e-6);
            clipGradients(denseOnes, norm, 1);
            clipGradients(sparseOnes, norm, 1);
            one->step(0.01 * (step + 1));
            other->step(0.01 * (step + 1));
        }
        other->settle();
        // The nine steps move a weight by up to 0.45, each rounded in another order of the same operations.
        QVERIFY(torch::allclose(sparse, dense, 1e-5, 0.45 * 1e-5));
        QVERIFY(!torch::allclose(dense, start, 1e-2, 1e-2));
        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY(torch::allclose(other->state()[i].value, one->state()[i].value, 1e-5, 1e-8));
    }

    void whenRowsCatchUpDoesNotShow()
    {
        auto late = torch::linspace(-1, 1, 6 * 20).reshape({6, 20}).set_requires_grad(true);
        auto early = late.detach().clone().set_requires_grad(true);
        const auto one = makeAdamW({{"w", late, 0.1, true}}, {});
        auto other = makeAdamW({{"w", early, 0.1, true}}, {});
        for (int step = 0; step < 12; ++step) {
            const auto rows = torch::tensor({{step % 5}}, torch::kInt64);
            const auto values = torch::cos(torch::arange(20, torch::kFloat32) + step).unsqueeze(0);
            late.mutable_grad() = torch::sparse_coo_tensor(rows, values, {6, 20}).coalesce();
            early.mutable_grad() = torch::sparse_coo_tensor(rows, values, {6, 20}).coalesce();
            one->step(0.05);
            other->step(0.05);
            other->settle(); // in time
            if (step == 6) { // and goes on elsewhere
                auto resumed = makeAdamW({{"w", early, 0.1, true}}, {});
                for (std::size_t i = 0; i < 2; ++i)
                    resumed->state()[i].value.copy_(other->state()[i].value);
                resumed->resumeAt(other->steps());
                other = std::move(resumed);
            }
        }
        one->settle();
        QVERIFY(torch::equal(late, early));
        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY(torch::equal(one->state()[i].value, other->state()[i].value));
    }

    void lossOfSeveralBatchesIsThatOfOne_data()
    {
        QTest::addColumn<bool>("weighted");
        QTest::addColumn<double>("smoothing");
        QTest::addRow("plain") << false << 0.0;
        QTest::addRow("class weights") << true << 0.0;
        QTest::addRow("label smoothing") << false << 0.1;
        QTest::addRow("both") << true << 0.2;
    }
    void lossOfSeveralBatchesIsThatOfOne()
    {
        QFETCH(bool, weighted);
        QFETCH(double, smoothing);
        const std::vector<double> weights = weighted ? std::vector{0.5, 2.0, 1.25} : std::vector<double>{};
        const std::vector<std::size_t> offsets{0, 1, 2, 3};
        const auto logits = torch::sin(torch::arange(15, torch::kFloat64)).reshape({5, 3}) * 3;
        const auto classes = torch::tensor({2, 0, 1, 1, 0}, torch::kInt64);

        Loss loss(weights, smoothing);
        const std::vector<std::int32_t> few{2, 0};
        const std::vector<std::int32_t> more{1, 1, 0};
        const train::Batch step[] = {{{}, std::span(offsets).first(3), few}, {{}, offsets, more}};
        const double divisor = loss.divisor(step);
        const double sum = loss.part(logits.slice(0, 0, 2), classes.slice(0, 0, 2), divisor).item<double>() +
                           loss.part(logits.slice(0, 2, 5), classes.slice(0, 2, 5), divisor).item<double>();

        std::optional<torch::Tensor> weight;
        if (weighted)
            weight = torch::tensor(at::ArrayRef<double>(weights), torch::kFloat64);
        const double expected =
            at::cross_entropy_loss(logits, classes, weight, at::Reduction::Mean, -100, smoothing)
                .item<double>();
        COMPARE_NUMBER(sum, expected, 0, 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestOptimizer)
#include "tst_optimizer.moc"
