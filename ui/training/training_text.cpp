// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_text.h"

#include "ui/widgets/core_text.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/string_list.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace lepton::ui {

using jobs::JobState;

ChipContent TrainingText::state(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return {tr("Queued"), ChipKind::Outline, QStringLiteral("clock")};
    case JobState::Starting:
        return {tr("Starting"), ChipKind::Accent, QStringLiteral("play")};
    case JobState::Running:
        return {tr("Running"), ChipKind::Accent, QStringLiteral("play")};
    case JobState::Paused:
        return {tr("Paused"), ChipKind::Warn, QStringLiteral("pause")};
    case JobState::Cancelling:
        return {tr("Stopping"), ChipKind::Neutral, QStringLiteral("stop")};
    case JobState::Completed:
        return {tr("Completed"), ChipKind::Good, QStringLiteral("check")};
    case JobState::Failed:
        return {tr("Failed"), ChipKind::Bad, QStringLiteral("error")};
    case JobState::Cancelled:
        return {tr("Cancelled"), ChipKind::Neutral, QStringLiteral("close")};
    case JobState::Interrupted:
        return {tr("Stopped"), ChipKind::Warn, QStringLiteral("stop")};
    }
    return {};
}

QString TrainingText::dataset(const train::Run& run)
{
    return tr("%1 v%2", "data set and number of its version")
        .arg(QString::fromStdString(run.datasetName), QString::number(run.datasetNumber));
}

QString TrainingText::metric(const std::string& key)
{
    if (key == "macro_f1")
        return tr("Macro F1");
    if (key == "accuracy")
        return tr("Accuracy");
    if (key == "weighted_f1")
        return tr("Weighted F1");
    if (key == "balanced_accuracy")
        return tr("Balanced accuracy");
    if (key == "mcc")
        return tr("Matthews correlation");
    if (key == "loss")
        return tr("Loss");
    if (key == "macro_precision")
        return tr("Macro precision");
    if (key == "macro_recall")
        return tr("Macro recall");
    if (key == "cohen_kappa")
        return tr("Cohen's kappa");
    if (key == "log_loss")
        return tr("Log loss");
    if (key == "brier")
        return tr("Brier score");
    if (key == "calibration_error")
        return tr("Calibration error");
    if (key == "tokens_per_second")
        return tr("Tokens a second");
    if (key == "test_rows_per_second")
        return tr("Test rows a second");
    return QString::fromStdString(key);
}

QString TrainingText::check(train::CheckId id)
{
    using train::CheckId;
    switch (id) {
    case CheckId::Columns:
        return tr("Columns");
    case CheckId::Recipe:
        return tr("Settings");
    case CheckId::Rows:
        return tr("Rows");
    case CheckId::Classes:
        return tr("Classes");
    case CheckId::ClassRows:
        return tr("Rows of each class");
    case CheckId::SimilarLabels:
        return tr("Spelling of labels");
    case CheckId::Parts:
        return tr("Split");
    case CheckId::Duplicates:
        return tr("Repeated texts");
    case CheckId::Conflicts:
        return tr("Contradicting labels");
    case CheckId::UnknownTokens:
        return tr("Words the model knows");
    case CheckId::Lengths:
        return tr("Length of texts");
    case CheckId::Positions:
        return tr("Longest text");
    case CheckId::Layers:
        return tr("Frozen layers");
    case CheckId::BatchSize:
        return tr("Batch size");
    case CheckId::Memory:
        return tr("Memory");
    case CheckId::Steps:
        return tr("Steps");
    }
    return {};
}

QString TrainingText::notice(const train::Notice& notice)
{
    const QStringList names = stringList(notice.names);
    const QString list = QLocale().createSeparatedList(names.mid(0, 3));
    if (!CoreText::isCoreLanguage() && notice.kind == train::NoticeKind::MissingWeights)
        return tr("%1 weights are not in the model and begin at random: %2.")
            .arg(QLocale().toString(qlonglong(notice.number)), list);
    if (!CoreText::isCoreLanguage() && notice.kind == train::NoticeKind::UnknownWeights)
        return tr("%1 weights have no place in the model and are not used: %2.")
            .arg(QLocale().toString(qlonglong(notice.number)), list);
    return QString::fromStdString(notice.message);
}

QString TrainingText::part(const std::string& key)
{
    if (key == "train")
        return tr("train", "part of the data");
    if (key == "validation")
        return tr("validation", "part of the data");
    if (key == "test")
        return tr("test", "part of the data");
    return QString::fromStdString(key);
}

QString TrainingText::number(double value)
{
    if (!std::isfinite(value))
        return figureText(value);
    if (value == std::floor(value) && std::abs(value) < 1e7)
        return QLocale().toString(static_cast<qlonglong>(value));
    const double magnitude = std::abs(value);
    if (magnitude >= 1e-3 && magnitude < 1e7)
        return QLocale().toString(value, 'g', 4);
    return scientificText(value, 3);
}

QString TrainingText::parameters(std::int64_t count)
{
    const QLocale locale;
    const auto value = static_cast<double>(count);
    if (value >= 1e9)
        return tr("%1 B", "thousand millions of parameters").arg(locale.toString(value / 1e9, 'f', 1));
    if (value >= 1e5)
        return tr("%1 M", "millions of parameters").arg(locale.toString(value / 1e6, 'f', 1));
    return locale.toString(static_cast<qlonglong>(count));
}

QString TrainingText::precision(train::Precision precision)
{
    switch (precision) {
    case train::Precision::Auto:
        return tr("Automatic", "precision of numbers");
    case train::Precision::Float32:
        return QStringLiteral("fp32");
    case train::Precision::BFloat16:
        return QStringLiteral("bf16");
    }
    return {};
}

QString TrainingText::schedule(train::Schedule schedule)
{
    switch (schedule) {
    case train::Schedule::Linear:
        return tr("Linear", "schedule of the learning rate");
    case train::Schedule::Cosine:
        return tr("Cosine", "schedule of the learning rate");
    case train::Schedule::Constant:
        return tr("Constant", "schedule of the learning rate");
    }
    return {};
}

namespace {

QString deviceChoice(const train::DeviceFacts& facts)
{
    if (facts.why.asked)
        return TrainingText::tr("%1, as asked.", "a device").arg(QString::fromStdString(facts.name));
    switch (facts.why.lack) {
    case train::CudaLack::NoDriver:
        return TrainingText::tr("There is no NVIDIA driver on this machine.");
    case train::CudaLack::NotLoaded:
        return TrainingText::tr("LibTorch's CUDA libraries cannot be loaded here (%1).")
            .arg(QString::fromStdString(facts.why.lackDetail));
    case train::CudaLack::NoDevice:
        return TrainingText::tr("CUDA finds no device that it can use.");
    case train::CudaLack::None:
        break;
    }
    return TrainingText::tr("CUDA works here: %1.", "a device").arg(QString::fromStdString(facts.name));
}

QString precisionChoice(const train::DeviceFacts& facts)
{
    const bool half = facts.precision == train::Precision::BFloat16;
    if (facts.device == train::DeviceChoice::Cuda) {
        if (facts.why.capability.empty())
            return {};
        const QString capability = QString::fromStdString(facts.why.capability);
        return facts.why.fastBFloat16
                   ? TrainingText::tr("Its compute capability %1 multiplies bf16 in hardware.")
                         .arg(capability)
                   : TrainingText::tr("Its compute capability %1 has no bf16.").arg(capability);
    }
    if (!half)
        return {};
    return facts.why.fastBFloat16
               ? TrainingText::tr("The processor multiplies bf16 in hardware.")
               : TrainingText::tr(
                     "The processor has no instructions for bf16: this takes many times as long as fp32.");
}

} // namespace

QString TrainingText::deviceReason(const train::DeviceFacts& facts)
{
    const QString choice = deviceChoice(facts);
    const QString precision = precisionChoice(facts);
    return precision.isEmpty() ? choice : tr("%1 %2", "two sentences").arg(choice, precision);
}

QString TrainingText::device(const train::DeviceFacts& facts)
{
    const QString number = precision(facts.precision);
    if (facts.device == train::DeviceChoice::Cuda)
        return tr("%1, %2", "graphics card, precision").arg(QString::fromStdString(facts.name), number);
    return tr("CPU, %Ln thread(s), %1", "precision", facts.threads).arg(number);
}

std::optional<double> TrainingText::best(const train::Run& run)
{
    const std::string name(train::metricName(run.recipe.metric));
    for (const std::string& key : {"validation/" + name, "test/" + name}) {
        if (const auto found = run.metrics.find(key); found != run.metrics.end())
            return found->second;
    }
    return std::nullopt;
}

std::optional<double> TrainingText::elapsed(const train::Run& run)
{
    if (!run.started)
        return std::nullopt;
    return run.seconds();
}

} // namespace lepton::ui
