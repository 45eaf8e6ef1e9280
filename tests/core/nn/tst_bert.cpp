// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/golden_qt.h"
#include "support/tiny_bert.h"

#include "nn/bert_torch.h"
#include "nn/product_weights_torch.h"
#include "nn/tensors_torch.h"
#include "nn/text_predictor.h"
#include "text/tokenizer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <ATen/Parallel.h>
#include <torch/cuda.h>
#include <torch/utils.h>

using namespace lepton;
using nn::BertClassifier;
using nn::BertConfig;
using nn::DropoutGenerator;
using testing::TinyBertOptions;

namespace {

/// A batch of three rows of 9, 4 and 1 tokens.
struct SmallBatch
{
    torch::Tensor ids = torch::tensor(
        {{2, 5, 6, 7, 8, 9, 31, 32, 3}, {2, 33, 34, 3, 0, 0, 0, 0, 0}, {2, 0, 0, 0, 0, 0, 0, 0, 0}},
        torch::kInt64);
    torch::Tensor mask = ids.ne(0);
};

double largestDifference(const torch::Tensor& one, const torch::Tensor& other)
{
    return (one - other).abs().max().item<double>();
}

} // namespace

/// The network: equal to transformers, unmoved by padding, repeatable, and the same after saving.
class TestBert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }
    void encoderEqualsTransformers_data();
    void encoderEqualsTransformers();
    void paddingChangesNothing();
    void logitsAreTheHeadOfThePooledFirstToken();
    void savedModelIsTheSame();
    void savingRefusesWrongLabelsAndOldFiles();
    void narrowWeightsAreWidened();
    void newHeadDependsOnTheSeedAlone();
    void missingPoolerIsMadeAnew();
    void parametersAreInTransformersOrder();
    void everyParameterGetsAGradient();
    void frozenLayersGetNone();
    void dropoutIsRepeatableFromItsCounter();
    void dropoutLeavesTheGlobalGeneratorAlone();
    void dropoutMaskDoesNotDependOnThreads();
    void attentionWithDropoutIsTheSameAttention();
    void weightsOfProductsAreThoseOfTheLayer_data();
    void weightsOfProductsAreThoseOfTheLayer();
    void packedGradientsAreThoseOfThePlainLayers();
    void packedGradientsFollowTheLossUnderDropout();
    void packedResultsDoNotDependOnPadding();
    void impossibleRequestsAreRefused();
    void predictsInTheOrderOfTheTexts();
    void longTextsAreCut();
    void badTextIsRefusedWithItsRow();
    void unusablePredictorsAreRefused_data();
    void unusablePredictorsAreRefused();

private:
    std::filesystem::path folder(const char* name = "model") const
    {
        return std::filesystem::path(m_temporary->path().toStdString()) / name;
    }
    std::unique_ptr<BertClassifier> tiny(const TinyBertOptions& options = {.classes = 3}) const
    {
        testing::writeTinyBert(folder(), options);
        nn::LoadReport report;
        return BertClassifier::load(folder(), nn::readBertConfig(folder()), report);
    }
    std::unique_ptr<train::Predictor> predictor(const TinyBertOptions& options = {.classes = 3},
                                                const train::PredictorOptions& choices = {}) const
    {
        testing::writeTinyBert(folder(), options);
        return nn::newTextPredictor(folder(), choices);
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
};

void TestBert::encoderEqualsTransformers_data()
{
    testing::addGoldenRows("encoder", "minilm_forward_.*\\.json");
}

void TestBert::encoderEqualsTransformers()
{
    const char* given = std::getenv("LEPTON_MINILM_DIR");
    const std::filesystem::path minilm = given && *given ? given : LEPTON_MINILM_DIR;
    if (minilm.empty())
        QSKIP("The folder of all-MiniLM-L6-v2 is not known: set LEPTON_MINILM_DIR to it.");
    QFETCH(QString, file);
    const std::filesystem::path path = file.toStdString();
    const auto expected = testing::goldenJson(path);
    const nn::SafetensorsFile tensors(path.parent_path() / expected["tensors"].get<std::string>());
    const auto tensor = [&tensors](const char* name) { return nn::tensorOf(*tensors.find(name)); };

    nn::LoadReport report;
    const auto model = BertClassifier::load(minilm, nn::readBertConfig(minilm), report);
    QVERIFY(report.missingKeys.empty() && report.unknownKeys.empty());
    const torch::NoGradGuard noGradients;
    const auto mask = tensor("attention_mask").ne(0);
    const auto hidden = model->hiddenStates(tensor("input_ids"), mask, tensor("token_type_ids"));
    const auto wanted = tensor("last_hidden_state");
    QVERIFY(hidden.sizes() == wanted.sizes() && hidden.dtype() == wanted.dtype());
    const double tolerance = expected["tolerance_abs"].get<double>();
    const auto where = mask.unsqueeze(2);
    const double ofHidden = largestDifference(hidden * where, wanted * where);
    const double ofPooled = largestDifference(model->pooled(hidden), tensor("pooler_output"));
    qInfo("largest difference: hidden states %.2e, pooler %.2e", ofHidden, ofPooled);
    QVERIFY(ofHidden < tolerance);
    QVERIFY(ofPooled < tolerance);
}

void TestBert::paddingChangesNothing()
{
    const auto model = tiny();
    const torch::NoGradGuard noGradients;
    const SmallBatch batch;
    const auto together = model->forward(batch.ids, batch.mask, nullptr);
    QVERIFY(together.sizes() == (std::vector<std::int64_t>{3, 3}));
    for (std::int64_t row = 0; row < 3; ++row) {
        const auto length = batch.mask[row].sum().item<std::int64_t>();
        const auto alone = model->forward(batch.ids.narrow(0, row, 1).narrow(1, 0, length),
                                          batch.mask.narrow(0, row, 1).narrow(1, 0, length), nullptr);
        QVERIFY(largestDifference(alone[0], together[row]) < 1e-5);
        QVERIFY(row == 0 || largestDifference(together[0], together[row]) > 1e-3);
    }
}

void TestBert::logitsAreTheHeadOfThePooledFirstToken()
{
    const auto model = tiny();
    const torch::NoGradGuard noGradients;
    const SmallBatch batch;
    const auto pooled = model->pooled(model->hiddenStates(batch.ids, batch.mask));
    const auto parameters = model->parameters();
    const auto logits =
        torch::linear(pooled, parameters[parameters.size() - 2].value, parameters.back().value);
    QVERIFY(largestDifference(model->forward(batch.ids, batch.mask, nullptr), logits) < 1e-5);
}

void TestBert::savedModelIsTheSame()
{
    const auto model = tiny();
    model->setDropout(0.3);
    const std::vector<std::string> labels{"bad", "fair", "good"};
    std::filesystem::create_directory(folder("saved"));
    model->save(folder("saved"), labels);
    const BertConfig config = nn::readBertConfig(folder("saved"));
    QVERIFY(config.labels == labels);
    QCOMPARE(config.hiddenDropout, 0.3);
    QCOMPARE(config.attentionDropout, 0.3);
    nn::LoadReport report;
    const auto loaded = BertClassifier::load(folder("saved"), config, report);
    QVERIFY(report.missingKeys.empty() && report.unknownKeys.empty());
    const torch::NoGradGuard noGradients;
    const SmallBatch batch;
    QVERIFY(torch::equal(loaded->forward(batch.ids, batch.mask, nullptr),
                         model->forward(batch.ids, batch.mask, nullptr)));
    QCOMPARE(nn::openWeights(folder("saved")).metadata().at("format"), std::string("pt"));
}

void TestBert::savingRefusesWrongLabelsAndOldFiles()
{
    const auto model = tiny();
    const std::vector<std::string> two{"a", "b"};
    const std::vector<std::string> three{"a", "b", "c"};
    std::filesystem::create_directory(folder("saved"));
    QCOMPARE(testing::kindOf([&] { model->save(folder("saved"), two); }), "invalid_argument");
    model->save(folder("saved"), three);
    QVERIFY(testing::errorOf([&] { model->save(folder("saved"), three); }));
}

void TestBert::narrowWeightsAreWidened()
{
    std::vector<torch::Tensor> kept;
    const auto narrow = [&kept](std::vector<nn::TensorView>& tensors) {
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            kept.push_back(nn::tensorOf(tensors[i]).to(i % 2 ? torch::kFloat16 : torch::kBFloat16));
            tensors[i] = nn::viewOf(tensors[i].name, kept.back());
        }
    };
    const auto model = tiny({.classes = 3, .tensors = narrow});
    const auto parameters = model->parameters();
    QCOMPARE(parameters.size(), kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        QCOMPARE(parameters[i].value.scalar_type(), torch::kFloat32);
        QVERIFY2(torch::equal(parameters[i].value, kept[i].to(torch::kFloat32)), parameters[i].name.c_str());
    }
}

void TestBert::newHeadDependsOnTheSeedAlone()
{
    const auto head = [](BertClassifier& model, std::uint64_t seed) {
        model.initHead(4, seed);
        const auto parameters = model.parameters();
        return std::pair(parameters[parameters.size() - 2].value, parameters.back().value);
    };
    const auto fresh = tiny({.classes = 0});
    QCOMPARE(fresh->classes(), std::int64_t{0});
    const auto other = tiny({.classes = 3});
    const auto [weight, bias] = head(*fresh, 7);
    QVERIFY(weight.sizes() == (std::vector<std::int64_t>{4, 16}));
    QVERIFY(torch::equal(bias, torch::zeros({4})));
    QVERIFY(torch::equal(head(*other, 7).first, weight)); // the old head is replaced
    QVERIFY(!torch::equal(head(*other, 8).first, weight));
    QCOMPARE(other->parameters().size(), fresh->parameters().size());
    const auto many = nn::normalWeights({100'000}, 0.02, 3, 1);
    QVERIFY(std::abs(many.mean().item<double>()) < 5 * 0.02 / std::sqrt(1e5));
    QVERIFY(std::abs(many.std().item<double>() - 0.02) < 5 * 0.02 / std::sqrt(2e5));
}

void TestBert::missingPoolerIsMadeAnew()
{
    const auto without = [](std::vector<nn::TensorView>& tensors) {
        std::erase_if(tensors, [](const auto& tensor) { return tensor.name.starts_with("bert.pooler"); });
    };
    const auto model = tiny({.classes = 0, .tensors = without});
    QVERIFY(!model->hasPooler());
    const auto before = model->parameters().size();
    model->initHead(2, 1);
    QVERIFY(model->hasPooler());
    const auto parameters = model->parameters();
    QCOMPARE(parameters.size(), before + 4);
    QCOMPARE(parameters[before].name, std::string("bert.pooler.dense.weight"));
    const double deviation = parameters[before].value.std().item<double>();
    QVERIFY(deviation > 0.015 && deviation < 0.025);
    const SmallBatch batch;
    QVERIFY(model->forward(batch.ids, batch.mask, nullptr).isfinite().all().item<bool>());
}

void TestBert::parametersAreInTransformersOrder()
{
    const auto parameters = tiny()->parameters();
    std::vector<std::string> names;
    for (const auto& parameter : parameters)
        names.push_back(parameter.name);
    const std::string layer = "bert.encoder.layer.1.";
    const std::vector<std::string> ofLayer{"attention.self.query.weight",
                                           "attention.self.query.bias",
                                           "attention.self.key.weight",
                                           "attention.self.key.bias",
                                           "attention.self.value.weight",
                                           "attention.self.value.bias",
                                           "attention.output.dense.weight",
                                           "attention.output.dense.bias",
                                           "attention.output.LayerNorm.weight",
                                           "attention.output.LayerNorm.bias",
                                           "intermediate.dense.weight",
                                           "intermediate.dense.bias",
                                           "output.dense.weight",
                                           "output.dense.bias",
                                           "output.LayerNorm.weight",
                                           "output.LayerNorm.bias"};
    QCOMPARE(names.size(), std::size_t{5 + 2 * 16 + 4});
    QCOMPARE(names[0], std::string("bert.embeddings.word_embeddings.weight"));
    QCOMPARE(names[1], std::string("bert.embeddings.position_embeddings.weight"));
    QCOMPARE(names[2], std::string("bert.embeddings.token_type_embeddings.weight"));
    QCOMPARE(names[3], std::string("bert.embeddings.LayerNorm.weight"));
    QCOMPARE(names[4], std::string("bert.embeddings.LayerNorm.bias"));
    for (std::size_t i = 0; i < ofLayer.size(); ++i)
        QCOMPARE(names[5 + 16 + i], layer + ofLayer[i]);
    QCOMPARE(names[37], std::string("bert.pooler.dense.weight"));
    QCOMPARE(names[40], std::string("classifier.bias"));
}

void TestBert::everyParameterGetsAGradient()
{
    const auto model = tiny();
    const SmallBatch batch;
    DropoutGenerator dropout(1);
    model->forward(batch.ids, batch.mask, &dropout).square().sum().backward();
    for (const auto& parameter : model->parameters()) {
        QVERIFY2(parameter.value.grad().defined(), parameter.name.c_str());
        QVERIFY2(parameter.value.grad().abs().max().item<double>() > 0, parameter.name.c_str());
    }
    QVERIFY(model->parameters()[0].value.grad()[0].abs().max().item<double>() == 0); // of the padding
}

void TestBert::frozenLayersGetNone()
{
    const auto model = tiny();
    model->freeze(1);
    const SmallBatch batch;
    model->forward(batch.ids, batch.mask, nullptr).square().sum().backward();
    for (const auto& parameter : model->parameters()) {
        const bool isFrozen = parameter.name.starts_with("bert.embeddings.") ||
                              parameter.name.starts_with("bert.encoder.layer.0.");
        QVERIFY2(parameter.value.grad().defined() != isFrozen, parameter.name.c_str());
    }
    model->freeze(0);
    for (const auto& parameter : model->parameters())
        QVERIFY(parameter.value.requires_grad());
    QCOMPARE(testing::kindOf([&] { model->freeze(3); }), "invalid_argument");
}

void TestBert::dropoutIsRepeatableFromItsCounter()
{
    const auto model = tiny();
    const torch::NoGradGuard noGradients;
    const SmallBatch batch;
    DropoutGenerator dropout(5);
    const auto first = model->forward(batch.ids, batch.mask, &dropout);
    const auto counter = dropout.counter();
    const auto second = model->forward(batch.ids, batch.mask, &dropout);
    QVERIFY(!torch::equal(first, second));
    DropoutGenerator again(5);
    again.setCounter(counter);
    QVERIFY(torch::equal(model->forward(batch.ids, batch.mask, &again), second));
    QCOMPARE(again.counter(), dropout.counter());
    DropoutGenerator other(6);
    QVERIFY(!torch::equal(model->forward(batch.ids, batch.mask, &other), first));
    model->setDropout(0);
    QVERIFY(torch::equal(model->forward(batch.ids, batch.mask, &other),
                         model->forward(batch.ids, batch.mask, nullptr)));
}

void TestBert::dropoutLeavesTheGlobalGeneratorAlone()
{
    const auto model = tiny();
    const SmallBatch batch;
    const auto before = at::globalContext().defaultGenerator(torch::kCPU).get_state();
    DropoutGenerator dropout(5);
    model->forward(batch.ids, batch.mask, &dropout).sum().backward();
    model->initHead(3, 1);
    QVERIFY(torch::equal(at::globalContext().defaultGenerator(torch::kCPU).get_state(), before));
}

void TestBert::dropoutMaskDoesNotDependOnThreads()
{
    const auto like = torch::empty({300, 701});
    const int threads = at::get_num_threads();
    at::set_num_threads(1);
    const auto one = DropoutGenerator(9).mask(like, 0.1);
    at::set_num_threads(4);
    const auto four = DropoutGenerator(9).mask(like, 0.1);
    at::set_num_threads(threads);
    QVERIFY(torch::equal(one, four));
    const auto zeros = one.eq(0).sum().item<double>() / static_cast<double>(one.numel());
    QVERIFY(std::abs(zeros - 0.1) < 5 * std::sqrt(0.1 * 0.9 / static_cast<double>(one.numel())));
    QVERIFY(std::abs(one.max().item<double>() - 1 / 0.9) < 1e-6);
    QCOMPARE(DropoutGenerator(9).mask(like.to(torch::kBFloat16), 0.5).scalar_type(), torch::kBFloat16);
}

void TestBert::attentionWithDropoutIsTheSameAttention()
{
    const auto model = tiny();
    const torch::NoGradGuard noGradients;
    const SmallBatch batch;
    model->setDropout(1e-11); // so little that nothing is dropped, but the other path is taken
    DropoutGenerator dropout(1);
    const auto difference = largestDifference(model->forward(batch.ids, batch.mask, &dropout),
                                              model->forward(batch.ids, batch.mask, nullptr));
    QVERIFY(dropout.counter() > 0);
    QVERIFY(difference < 1e-5);
}

void TestBert::weightsOfProductsAreThoseOfTheLayer_data()
{
    QTest::addColumn<bool>("half");
    QTest::newRow("float32") << false;
    QTest::newRow("bf16") << true;
}

void TestBert::weightsOfProductsAreThoseOfTheLayer()
{
    QFETCH(bool, half);
    const auto type = half ? torch::kBFloat16 : torch::kFloat32;
    const auto made = [](std::int64_t outputs, std::int64_t inputs) {
        return nn::LayerWeights{torch::randn({outputs, inputs}).set_requires_grad(true),
                                torch::randn({outputs}).set_requires_grad(true)};
    };
    nn::EncoderLayer layer;
    layer.query = made(4, 4);
    layer.key = made(4, 4);
    layer.value = made(4, 4);
    layer.attentionOutput = made(4, 4);
    layer.intermediate = made(6, 4);
    layer.output = made(4, 6);
    const auto read = nn::productWeights(layer, type);

    const auto queries = layer.query.weight.detach();
    QVERIFY(torch::equal(read.projections.weight.narrow(0, 0, 4), queries.to(type)));
    QVERIFY(torch::equal(read.projections.bias.narrow(0, 8, 4), layer.value.bias.detach().to(type)));
    QVERIFY(torch::equal(read.intermediate.weight, layer.intermediate.weight.detach().to(type)));
    QVERIFY(torch::equal(read.output.bias, layer.output.bias.detach().to(type)));

    // Each number of each weight gets its own gradient, in float32; what nothing reads gets none.
    const auto factors = torch::arange(48, torch::kFloat32).view({12, 4});
    ((read.projections.weight * factors).sum() + read.output.bias.sum() * 3).backward();
    QVERIFY(torch::equal(layer.query.weight.grad(), factors.narrow(0, 0, 4)));
    QVERIFY(torch::equal(layer.key.weight.grad(), factors.narrow(0, 4, 4)));
    QVERIFY(torch::equal(layer.value.weight.grad(), factors.narrow(0, 8, 4)));
    QVERIFY(torch::equal(layer.output.bias.grad(), torch::full({4}, 3.0)));
    QCOMPARE(layer.query.weight.grad().scalar_type(), torch::kFloat32);
    QVERIFY(!layer.intermediate.weight.grad().defined());

    const torch::NoGradGuard noGradients;
    QVERIFY(!nn::productWeights(layer, type).projections.weight.requires_grad());
}

void TestBert::packedGradientsAreThoseOfThePlainLayers()
{
    const auto model = tiny();
    const SmallBatch batch;
    const auto labels = torch::tensor({0, 2, 1}, torch::kInt64);
    const auto parameters = model->parameters();
    const auto weight = [&parameters](const std::string& name) {
        return std::ranges::find(parameters, name, &nn::NamedParameter::name)->value;
    };
    const auto gradientsOf = [&](const torch::Tensor& logits) {
        torch::cross_entropy_loss(logits, labels).backward();
        std::vector<torch::Tensor> gradients;
        for (const auto& parameter : parameters) {
            torch::Tensor value = parameter.value;
            gradients.push_back(value.grad().clone());
            value.mutable_grad().reset();
        }
        return gradients;
    };
    // Hidden states of all tokens come from LibTorch's own functions, on the padded batch.
    const auto plain = torch::linear(model->pooled(model->hiddenStates(batch.ids, batch.mask)),
                                     weight("classifier.weight"), weight("classifier.bias"));
    const auto packed = model->forward(batch.ids, batch.mask, nullptr);
    QVERIFY(largestDifference(plain, packed) < 1e-5);
    const auto wanted = gradientsOf(plain);
    const auto gradients = gradientsOf(packed);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const double scale = std::max(1e-3, wanted[i].abs().max().item<double>());
        QVERIFY2(gradients[i].sizes() == wanted[i].sizes() &&
                     largestDifference(gradients[i], wanted[i]) < 2e-5 * scale,
                 parameters[i].name.c_str());
    }
}

void TestBert::packedGradientsFollowTheLossUnderDropout()
{
    const auto model = tiny();
    model->setDropout(0.3);
    const SmallBatch batch;
    const auto labels = torch::tensor({0, 2, 1}, torch::kInt64);
    const auto loss = [&] {
        DropoutGenerator dropout(7); // the same masks each time
        return torch::cross_entropy_loss(model->forward(batch.ids, batch.mask, &dropout), labels);
    };
    loss().backward();
    for (const auto& parameter : model->parameters()) {
        if (parameter.name.ends_with("key.bias"))
            continue; // what softmax does not see has no slope but rounding
        torch::Tensor value = parameter.value;
        const auto slope = value.grad();
        const torch::NoGradGuard noGradients;
        const double length = slope.norm().item<double>();
        const auto before = value.detach().clone();
        const double distance = 2e-3;
        value.add_(slope, distance / length);
        const double above = loss().item<double>();
        value.copy_(before).sub_(slope, distance / length);
        const double below = loss().item<double>();
        value.copy_(before);
        const double measured = (above - below) / (2 * distance);
        QVERIFY2(std::abs(measured - length) < 0.02 * length + 1e-3,
                 qPrintable(QStringLiteral("%1: %2 and %3")
                                .arg(QString::fromStdString(parameter.name))
                                .arg(measured)
                                .arg(length)));
    }
}

void TestBert::packedResultsDoNotDependOnPadding()
{
    const auto model = tiny();
    const SmallBatch batch;
    const torch::NoGradGuard noGradients;
    const auto wide = [](const torch::Tensor& narrow) { return torch::constant_pad_nd(narrow, {0, 5}); };
    DropoutGenerator one(3), other(3);
    const auto logits = model->forward(batch.ids, batch.mask, &one);
    QVERIFY(torch::equal(logits, model->forward(wide(batch.ids), wide(batch.mask), &other)));
    QCOMPARE(one.counter(), other.counter());
}

void TestBert::impossibleRequestsAreRefused()
{
    const auto model = tiny({.classes = 0});
    const SmallBatch batch;
    QVERIFY(testing::errorOf([&] { model->forward(batch.ids, batch.mask, nullptr); })); // no head
    model->initHead(2, 1);
    const auto longer = torch::full({1, 21}, 5, torch::kInt64);
    const auto error = testing::errorOf([&] { model->forward(longer, longer.ne(0), nullptr); });
    QVERIFY(error);
    QVERIFY(QString::fromStdString(error->message())
                .contains("21 tokens was given, and the model takes 1 to 20"));
    QVERIFY(testing::errorOf([&] { model->forward(batch.ids, batch.mask.narrow(1, 0, 3), nullptr); }));
    QCOMPARE(testing::kindOf([&] { model->setDropout(1); }), "invalid_argument");
    QCOMPARE(testing::kindOf([&] { model->initHead(0, 1); }), "invalid_argument");
}

void TestBert::predictsInTheOrderOfTheTexts()
{
    const auto predictor = this->predictor();
    QVERIFY(predictor->labels() == (std::vector<std::string>{"LABEL_0", "LABEL_1", "LABEL_2"}));
    QVERIFY(predictor->predict({}).empty());
    std::vector<std::string> texts;
    for (int i = 0; i < 150; ++i) {
        texts.emplace_back("film");
        for (int j = 0; j < i * 7 % 13; ++j)
            texts.back() += (i + j) % 3 == 0 ? " good" : " not bad";
    }
    texts[40] = "";
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const auto together = predictor->predict(views);
    QCOMPARE(together.size(), texts.size() * 3);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto alone = predictor->predict(std::span(views).subspan(i, 1));
        double sum = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            QVERIFY(std::abs(alone[j] - together[3 * i + j]) < 1e-6F);
            sum += static_cast<double>(alone[j]);
        }
        QVERIFY(std::abs(sum - 1) < 1e-6);
    }
}

void TestBert::longTextsAreCut()
{
    const std::string few = "a b c d e f g h";
    const std::string many = few + " i j k l m n o p q r s t u v w";
    const auto cut = predictor({.classes = 3}, {.maxLength = 10}); // 8 letters and the two special tokens
    const std::vector<std::string_view> texts{few, many};
    const auto scores = cut->predict(texts);
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(scores[i] - scores[3 + i]) < 1e-6F);
    const auto whole = predictor()->predict(texts); // 25 tokens, of which the model takes 20
    QVERIFY(std::abs(whole[0] - whole[3]) > 1e-4F);
}

void TestBert::badTextIsRefusedWithItsRow()
{
    const auto predictor = this->predictor();
    const std::vector<std::string_view> texts{"good", "b\xFF", "film"};
    const auto error = testing::errorOf([&] { predictor->predict(texts); });
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::BadEncoding);
    QCOMPARE(error->place().row.value_or(0), std::int64_t{2});
}

void TestBert::unusablePredictorsAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("kind");
    QTest::addRow("no head") << "base"
                             << "invalid_argument";
    QTest::addRow("no pooler") << "pooler"
                               << "invalid_argument";
    QTest::addRow("more length than positions") << "length"
                                                << "invalid_argument";
    QTest::addRow("tokeniser of a larger vocabulary") << "vocabulary"
                                                      << "bad_model";
    QTest::addRow("regression") << "regression"
                                << "unsupported";
    QTest::addRow("weights that are no numbers") << "nan"
                                                 << "bad_model";
    QTest::addRow("CUDA without CUDA") << "cuda"
                                       << "unsupported";
}

void TestBert::unusablePredictorsAreRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, kind);
    TinyBertOptions options{.classes = what == "base" ? 0 : 2};
    train::PredictorOptions choices;
    static const std::vector<float> nan(32, std::numeric_limits<float>::quiet_NaN());
    if (what == "length")
        choices.maxLength = 21;
    if (what == "cuda") {
        if (torch::cuda::is_available())
            QSKIP("There is a CUDA device here.");
        choices.device = train::DeviceChoice::Cuda;
    }
    if (what == "regression")
        options.config = [](nlohmann::json& config) { config["problem_type"] = "regression"; };
    options.tensors = [&](std::vector<nn::TensorView>& tensors) {
        if (what == "pooler")
            std::erase_if(tensors, [](const auto& tensor) { return tensor.name.starts_with("bert.pooler"); });
        if (what == "nan")
            tensors[tensors.size() - 2].data = std::as_bytes(std::span(nan));
    };
    const auto error = testing::errorOf([&] {
        testing::writeTinyBert(folder(), options);
        if (what == "vocabulary")
            testing::writeText(folder() / "vocab.txt", testing::tinyVocabulary() + "more\n");
        const std::vector<std::string_view> texts{"good"};
        nn::newTextPredictor(folder(), choices)->predict(texts);
    });
    QVERIFY(error);
    QCOMPARE(QString(error->kind().data()), kind);
}

QTEST_APPLESS_MAIN(TestBert)
#include "tst_bert.moc"
