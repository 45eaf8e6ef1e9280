// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/report_text.h"

#include "train/report/score_scale.h"
#include "ui/training/report/report_view_model.h"
#include "ui/training/training_text.h"

#include <QLocale>
#include <QTextDocument>

#include <cmath>

namespace lepton::ui {

namespace {

constexpr qsizetype shortLabel = 32;

QString bound(double edge)
{
    return QLocale().toString(edge, 'f', 2);
}

} // namespace

QString ReportText::score(train::ReportScore score)
{
    switch (score) {
    case train::ReportScore::Accuracy:
        return TrainingText::metric("accuracy");
    case train::ReportScore::MacroF1:
        return TrainingText::metric("macro_f1");
    case train::ReportScore::WeightedF1:
        return TrainingText::metric("weighted_f1");
    case train::ReportScore::Matthews:
        return TrainingText::metric("mcc");
    case train::ReportScore::LogLoss:
        return TrainingText::metric("log_loss");
    case train::ReportScore::CalibrationError:
        break;
    }
    return TrainingText::metric("calibration_error");
}

QString ReportText::change(double change)
{
    const QString figure = QLocale().toString(std::abs(change), 'f', 3);
    if (!train::isVisibleChange(change))
        return QStringLiteral("= ") + figure;
    return (change > 0 ? QStringLiteral("\u2191 ") : QStringLiteral("\u2193 ")) + figure;
}

theme::Role ReportText::changeTone(double change, bool isHigherBetter)
{
    if (!train::isVisibleChange(change))
        return theme::Role::Text2;
    return (change > 0) == isHigherBetter ? theme::Role::Good : theme::Role::Bad;
}

QString ReportText::share(double share)
{
    return tr("%1 %", "percentage").arg(QLocale().toString(100 * share, 'f', 1));
}

QString ReportText::label(const QString& name)
{
    return name.size() <= shortLabel ? name : name.left(shortLabel - 1) + QChar(0x2026);
}

QString ReportText::toolTip(const QString& text)
{
    return Qt::mightBeRichText(text) ? text.toHtmlEscaped() : text;
}

QString ReportText::selection(const ReportViewModel& viewModel)
{
    using Kind = train::ReportSelection::Kind;
    const auto& selection = viewModel.selection();
    const auto name = [&](eval::LabelIndex index) { return label(viewModel.className(index)); };
    switch (selection.kind) {
    case Kind::Wrong:
        break;
    case Kind::Class:
        return tr("%1 and others mistaken", "wrong rows of a class, or taken for it")
            .arg(name(selection.truth));
    case Kind::Cell:
        return selection.truth == selection.predicted
                   ? tr("%1, read right", "a class").arg(name(selection.truth))
                   : tr("%1 read as %2", "true class, predicted class")
                         .arg(name(selection.truth), name(selection.predicted));
    case Kind::Threshold:
        return tr("Wrong if %1 began at %2", "class, probability")
            .arg(name(selection.truth), QLocale().toString(selection.threshold, 'f', 3));
    case Kind::Bin: {
        const double bins = double(eval::defaultBins);
        return tr("Wrong at a confidence of %1 to %2", "probabilities")
            .arg(bound(double(selection.bin) / bins), bound(double(selection.bin + 1) / bins));
    }
    }
    return tr("Mispredicted");
}

QString ReportText::comparison(const ReportViewModel& viewModel)
{
    const auto& comparison = viewModel.comparison();
    const auto rows = int(viewModel.report().rows());
    if (comparison.candidates.empty())
        return tr("No change is shown: no earlier run on %1 is complete.", "data set and version")
            .arg(TrainingText::dataset(viewModel.run()));
    if (!comparison.run)
        return tr("No change is shown: no earlier run is chosen that was tested on the same rows.");
    const QString name = TrainingText::runName(*comparison.run);
    switch (comparison.rows) {
    case train::TestRows::Same:
        return tr("Changes are against %1, on the same %Ln test row(s).", nullptr, rows).arg(name);
    case train::TestRows::OtherRows:
        return tr("No change is shown: %1 was tested on other rows.", "a run").arg(name);
    case train::TestRows::OtherLabels:
        break;
    }
    return tr("No change is shown: %1 was tested with other labels.", "a run").arg(name);
}

} // namespace lepton::ui
