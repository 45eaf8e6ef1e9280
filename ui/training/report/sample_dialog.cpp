// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/sample_dialog.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/report/report_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr QSize wantedSize{640, 440};
/// A widget that lays out tens of megabytes makes the window wait.
constexpr qsizetype charactersAtMost = 200'000;

} // namespace

SampleDialog::SampleDialog(const ReportViewModel& viewModel, const train::ReportSample& sample, QWidget* over)
    : Dialog(over)
{
    setObjectName(QStringLiteral("run.report.sample"));
    setHeader(QStringLiteral("text"),
              tr("Row %1 of %2", "number, data set and version")
                  .arg(QLocale().toString(qlonglong(sample.row)), TrainingText::dataset(viewModel.run())));
    setWantedSize(wantedSize);
    const QString text = DatasetText::from(sample.text);
    auto* facts =
        new TextLabel(tr("True class: %1 (%2)\nPredicted: %3 (%4)", "class, probability; twice")
                          .arg(viewModel.className(sample.truth), figureText(sample.truthProbability),
                               viewModel.className(sample.predicted), figureText(sample.confidence)),
                      theme::Step::Body, theme::Role::Text2);
    facts->setTextFormat(Qt::PlainText);
    facts->setWordWrap(true);
    facts->setObjectName(QStringLiteral("run.report.sample.facts"));
    auto* whole = new QPlainTextEdit;
    whole->setObjectName(QStringLiteral("run.report.sample.text"));
    whole->setAccessibleName(tr("Text"));
    whole->setReadOnly(true);
    whole->setTabChangesFocus(true);
    whole->setPlainText(text.left(charactersAtMost));
    body()->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    body()->setSpacing(theme::gap12);
    body()->addWidget(facts);
    body()->addWidget(whole, 1);
    if (text.size() > charactersAtMost)
        setFooterText(tr("The beginning is shown; Copy takes all of it."));

    auto* copy = new Button(tr("Copy text"), ButtonKind::Secondary);
    copy->setObjectName(QStringLiteral("run.report.sample.copy"));
    connect(copy, &QPushButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
    addButton(copy);
    auto* open = new Button(tr("Open in table"), ButtonKind::Primary);
    open->setObjectName(QStringLiteral("run.report.sample.openRow"));
    open->setDisabledReason(viewModel.whyNoRows());
    connect(open, &QPushButton::clicked, this, [this, route = viewModel.rowRoute(sample)] {
        accept();
        Q_EMIT rowWanted(route);
    });
    addButton(open);
    whole->setFocus();
}

} // namespace lepton::ui
