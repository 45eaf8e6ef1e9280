// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_words.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/recipe_form.h"
#include "ui/training/training_text.h"

#include <QCoreApplication>

namespace lepton::ui {

namespace {

struct RunWords
{
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

QString dataTitle(const std::string& key)
{
    if (key == "dataset")
        return RunWords::tr("Data set");
    if (key == "dataset_hash")
        return RunWords::tr("Content of the data set");
    if (key == "text_column")
        return RunWords::tr("Text column");
    if (key == "label_column")
        return RunWords::tr("Label column");
    if (key == "classes")
        return RunWords::tr("Classes");
    if (key == "train_rows")
        return RunWords::tr("Rows to train on");
    if (key == "validation_rows")
        return RunWords::tr("Validation rows");
    if (key == "test_rows")
        return RunWords::tr("Test rows");
    return QString::fromStdString(key);
}

QString environmentTitle(const std::string& key)
{
    if (key == "program")
        return RunWords::tr("Version of the program");
    if (key == "library")
        return RunWords::tr("Library");
    if (key == "device_name")
        return RunWords::tr("Device");
    if (key == "precision")
        return RunWords::tr("Precision used");
    if (key == "threads")
        return RunWords::tr("Threads used");
    if (key == "processor")
        return RunWords::tr("Processor");
    return QString::fromStdString(key);
}

QString nameOf(const train::Run& run)
{
    return TrainingText::runName(run);
}

} // namespace

QString settingTitle(const std::string& key)
{
    const QString wanted = QString::fromStdString(key);
    for (const auto& specs : {mainRecipeFields(), moreRecipeFields(), runRecipeFields()}) {
        for (const auto& spec : specs) {
            if (QString::fromUtf8(spec.key) == wanted)
                return spec.label();
        }
    }
    if (key == "split_train")
        return RunWords::tr("Share to train on");
    if (key == "split_validation")
        return RunWords::tr("Validation share");
    if (key == "split_test")
        return RunWords::tr("Test share");
    if (key == "split_column")
        return RunWords::tr("Split column");
    if (key == "basemodel")
        return RunWords::tr("Base model");
    if (key == "basemodel_hash")
        return RunWords::tr("Files of the base model");
    return wanted;
}

QString metricTitle(const std::string& key)
{
    if (key == "duration")
        return RunWords::tr("Time");
    if (key == "training_seconds")
        return RunWords::tr("Seconds of training");
    if (key == "steps")
        return RunWords::tr("Steps");
    if (key == "best_step")
        return RunWords::tr("Best step");
    const auto slash = key.find('/');
    if (slash == std::string::npos)
        return TrainingText::metric(key);
    return RunWords::tr("%1, %2", "a metric and the part of the data")
        .arg(TrainingText::metric(key.substr(slash + 1)), TrainingText::part(key.substr(0, slash)));
}

QString bestTitle(const train::Run& run)
{
    const std::string name(train::metricName(run.recipe.metric));
    for (const std::string& key : {"validation/" + name, "test/" + name}) {
        if (run.metrics.contains(key))
            return metricTitle(key);
    }
    return {};
}

QString fieldTitle(const train::RunField& field)
{
    return field.fact == train::RunFact::Recipe ? settingTitle(field.key) : metricTitle(field.key);
}

QString differenceTitle(const train::Difference& difference)
{
    switch (difference.kind) {
    case train::DifferenceKind::Score:
        return metricTitle(difference.key);
    case train::DifferenceKind::Setting:
        return settingTitle(difference.key);
    case train::DifferenceKind::Data:
        return dataTitle(difference.key);
    case train::DifferenceKind::Environment:
        return environmentTitle(difference.key);
    }
    return {};
}

QString comparabilityText(const train::RunComparison& comparison)
{
    const train::Comparability& test = comparison.test;
    const train::Run& first = comparison.runs.front();
    const train::Run& other = comparison.runs[test.run];
    switch (test.cause) {
    case train::ComparableCause::SameRows: {
        const QString rows = DatasetText::count(test.rows);
        const int count = int(comparison.runs.size());
        const bool isWhole = comparison.validation.isYes();
        if (count == 2)
            return isWhole ? RunWords::tr("Both have the same %1 test rows, so the numbers can be compared")
                                 .arg(rows)
                           : RunWords::tr(
                                 "Both have the same %1 test rows, but other validation rows: compare the "
                                 "test scores alone")
                                 .arg(rows);
        return isWhole
                   ? RunWords::tr("All %1 have the same %2 test rows, so the numbers can be compared", "runs")
                         .arg(DatasetText::count(count), rows)
                   : RunWords::tr(
                         "All %1 have the same %2 test rows, but other validation rows: compare the test "
                         "scores alone",
                         "runs")
                         .arg(DatasetText::count(count), rows);
    }
    case train::ComparableCause::OtherClasses:
        return RunWords::tr("The numbers cannot be compared: %1 has other classes than %2")
            .arg(nameOf(other), nameOf(first));
    case train::ComparableCause::OtherData:
        return RunWords::tr("The numbers cannot be compared: %1 was tested on rows of %2, %3 on rows of %4",
                            "run, data set, run, data set")
            .arg(nameOf(first), TrainingText::dataset(first), nameOf(other), TrainingText::dataset(other));
    case train::ComparableCause::OtherColumns:
        return RunWords::tr("The numbers cannot be compared: %1 reads other columns than %2")
            .arg(nameOf(other), nameOf(first));
    case train::ComparableCause::OtherSplit:
        return RunWords::tr(
                   "The numbers cannot be compared: the rows of %1 are split differently, so it was tested "
                   "on other rows than %2")
            .arg(nameOf(other), nameOf(first));
    case train::ComparableCause::OtherSeed:
        return RunWords::tr(
                   "The numbers cannot be compared: another seed split the rows of %1, so it was tested on "
                   "other rows than %2")
            .arg(nameOf(other), nameOf(first));
    case train::ComparableCause::OtherRows:
        return RunWords::tr("The numbers cannot be compared: %1 was tested on other rows than %2")
            .arg(nameOf(other), nameOf(first));
    case train::ComparableCause::NothingRead:
        return RunWords::tr(
                   "%1 has not read its data yet: it is not known whether the numbers can be compared")
            .arg(nameOf(other));
    case train::ComparableCause::NothingRecorded:
        return RunWords::tr(
                   "%1 is from before test rows were recorded: it is not known whether the numbers can be "
                   "compared")
            .arg(nameOf(other));
    }
    return {};
}

} // namespace lepton::ui
