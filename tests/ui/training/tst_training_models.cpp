// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"

#include "train/run_environment.h"
#include "ui/theme/theme.h"
#include "ui/training/base_model_list_model.h"
#include "ui/training/check_text.h"
#include "ui/training/column_guess.h"
#include "ui/training/train_command.h"
#include "ui/training/training_text.h"
#include "ui/widgets/language.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>
#include <limits>

using namespace lepton;
using namespace lepton::testing;

class TestTrainingModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }

    void listsBaseModels();
    void namesAFewOfManyClasses();
    void guessesColumns_data();
    void guessesColumns();
    void writesTheCommand();
    void quotesWhatAShellWouldRead();
    void writesNumbers_data();
    void writesNumbers();
    void saysWhyADeviceWasTaken();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void TestTrainingModels::listsBaseModels()
{
    ui::BaseModelListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto silent = makeModel("b");
    silent.facts.license.clear();
    model.setModels({makeModel("a"), silent});
    QCOMPARE(model.index(0, ui::BaseModelListModel::ParametersColumn).data().toString(),
             QStringLiteral("22.7 M"));
    QCOMPARE(model.index(0, ui::BaseModelListModel::LicenceColumn).data().toString(),
             QStringLiteral("apache-2.0"));
    QCOMPARE(model.index(1, ui::BaseModelListModel::LicenceColumn).data().toString(),
             QStringLiteral("not stated"));
    model.setModels({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTrainingModels::namesAFewOfManyClasses()
{
    ui::Language language;
    language.setChoice(ui::LanguageChoice::Chinese);
    train::Check check{train::CheckId::ClassRows, train::CheckState::Caution, "72 classes have few rows."};
    check.numbers = {0, 72, 0};
    for (int i = 0; i < 72; ++i)
        check.names.push_back("class " + std::to_string(i) + std::string(200, 'x'));
    const QString sentence = ui::CheckText::sentence(check);
    QVERIFY2(sentence.contains(QStringLiteral("class 4x")) && !sentence.contains(QStringLiteral("class 5x")),
             qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("67")) && sentence.size() < 500, qPrintable(sentence));
    check.names.resize(2);
    QVERIFY(ui::CheckText::sentence(check).contains(QStringLiteral("class 1x")));
    language.setChoice(ui::LanguageChoice::English);
}

void TestTrainingModels::saysWhyADeviceWasTaken()
{
    const auto said = [](const train::DeviceFacts& facts) {
        // as a run keeps it
        const auto kept = train::deviceOf(nlohmann::json::parse(train::runEnvironment("1.0", facts).dump()));
        return kept ? ui::TrainingText::deviceReason(*kept) : QString();
    };
    train::DeviceFacts cpu;
    cpu.name = "A processor";
    cpu.why.lack = train::CudaLack::NoDriver;
    QCOMPARE(said(cpu), QStringLiteral("There is no NVIDIA driver on this machine."));
    cpu.why = {.asked = true, .lack = {}, .lackDetail = {}, .fastBFloat16 = true, .capability = {}};
    cpu.precision = train::Precision::BFloat16;
    QCOMPARE(said(cpu), QStringLiteral("A processor, as asked. The processor multiplies bf16 in hardware."));
    cpu.why = {.asked = false,
               .lack = train::CudaLack::NotLoaded,
               .lackDetail = "no such file",
               .fastBFloat16 = false,
               .capability = {}};
    QVERIFY(said(cpu).contains(QStringLiteral("no such file")));
    QVERIFY(said(cpu).contains(QStringLiteral("no instructions for bf16")));
    train::DeviceFacts cuda;
    cuda.device = train::DeviceChoice::Cuda;
    cuda.name = "A card";
    cuda.why.fastBFloat16 = true;
    cuda.why.capability = "8.0";
    QCOMPARE(
        said(cuda),
        QStringLiteral("CUDA works here: A card. Its compute capability 8.0 multiplies bf16 in hardware."));
    QVERIFY(!train::deviceOf({{"reason", "saved by an older program"}}));
}

void TestTrainingModels::guessesColumns_data()
{
    QTest::addColumn<QString>("labelName");
    QTest::addColumn<int>("labelClasses");
    QTest::addColumn<QString>("expected");
    QTest::newRow("by its name") << "label" << 3 << "label";
    QTest::newRow("by another name") << "Sentiment" << 3 << "Sentiment";
    QTest::newRow("by few values, where no name tells") << "kind" << 3 << "kind";
    QTest::newRow("one class is none") << "label" << 1 << "stars";
    QTest::newRow("a Chinese name") << QStringLiteral("标签") << 900 << QStringLiteral("标签");
}

void TestTrainingModels::guessesColumns()
{
    QFETCH(QString, labelName);
    QFETCH(int, labelClasses);
    QFETCH(QString, expected);
    auto source = makeSource("reviews");
    source.version->schema.columns[3].name = labelName.toStdString();
    source.profile.columns[3].distinct = labelClasses;
    const auto guess = ui::guessColumns(source.version->schema, source.profile);
    QCOMPARE(guess.text, std::string("review"));
    QCOMPARE(QString::fromStdString(guess.label), expected);
    QVERIFY(ui::guessColumns({}, {}).text.empty());
}

void TestTrainingModels::writesTheCommand()
{
    train::Recipe recipe;
    recipe.textColumn = "review";
    recipe.labelColumn = "label";
    QCOMPARE(
        ui::trainCommand(recipe, QStringLiteral("zh_reviews"), 4, QStringLiteral("MiniLM-L6")),
        QStringLiteral("lepton train \\\n  --dataset zh_reviews@4 \\\n  --text review --label label \\\n  "
                       "--basemodel MiniLM-L6"));
    recipe.learningRate = 3e-5;
    recipe.classWeights.weighting = train::ClassWeighting::Balanced;
    const QString command = ui::trainCommand(recipe, QStringLiteral("d"), 0, QStringLiteral("m"));
    QVERIFY2(command.contains(QStringLiteral("--set learning_rate=3e-5")), qPrintable(command));
    QVERIFY(command.contains(QStringLiteral("--set class_weights=balanced")));
    // what the command says is what the recipe is
    train::Recipe read;
    for (const char* assignment : {"learning_rate=3e-5", "class_weights=balanced"})
        train::set(read, assignment);
    read.textColumn = recipe.textColumn;
    read.labelColumn = recipe.labelColumn;
    QVERIFY(read == recipe);
}

void TestTrainingModels::quotesWhatAShellWouldRead()
{
    train::Recipe recipe;
    recipe.textColumn = "it's a text";
    recipe.labelColumn = "$HOME";
    const QString command = ui::trainCommand(recipe, QStringLiteral("d"), 1, QStringLiteral("m n"));
    QVERIFY2(command.contains(QStringLiteral("--text 'it'\\''s a text' --label '$HOME'")),
             qPrintable(command));
    QVERIFY(command.contains(QStringLiteral("--basemodel 'm n'")));
}

void TestTrainingModels::writesNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("a learning rate") << 2e-5 << "2e-5";
    QTest::newRow("a learning rate that needs no exponent") << 1e-4 << "1e-4";
    QTest::newRow("digits are kept") << 0.000125 << "1.25e-4";
    QTest::newRow("a share") << 0.1 << "0.1";
    QTest::newRow("a whole number") << 1612.0 << "1,612";
    QTest::newRow("not a number") << std::nan("") << "NaN";
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << QStringLiteral("∞");
}

void TestTrainingModels::writesNumbers()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(ui::TrainingText::number(value), text);
}

QTEST_MAIN(TestTrainingModels)
#include "tst_training_models.moc"
